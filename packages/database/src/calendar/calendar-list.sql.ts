import type { ProviderKind } from '@atelier/providers/kinds';
import { known, statement } from '../statement.ts';

interface FailureColumns {
  readonly kind: string;
  readonly message: string;
  readonly hint: string | null;
}

const failure = (table: string) => `CASE WHEN ${table}.failure_kind IS NULL THEN NULL ELSE
  jsonb_build_object('kind', ${table}.failure_kind, 'message', ${table}.failure_message, 'hint', ${table}.failure_hint) END`;

/** The calendars that receive and block the bookings of the artists as whom a person signs in. */
const OF_ARTIST = `SELECT a.calendar_id FROM artist a WHERE a.user_id = $visibleTo AND a.calendar_id IS NOT NULL
  UNION SELECT b.calendar_id FROM blocking_calendar b JOIN artist a ON a.id = b.artist_id WHERE a.user_id = $visibleTo`;

/** Null lets everything through. */
export const calendarsWith = statement({
  text: `SELECT c.id, c.owner_id AS "ownerId", u.name AS "ownerName", c.connection_id AS "connectionId",
  k.name AS "connectionName", k.state AS "connectionState", ${failure('k')} AS "connectionFailure", lower(k.kind::text) AS provider,
  coalesce(k.demo, false) AS demo, c.href, coalesce(c.own_name, c.name) AS name, coalesce(c.own_color, c.color) AS color,
  c.description, c.time_zone AS "timeZone", c.kind, c.read_only AS "readOnly", c.owned_by_other AS "ownedByOther",
  c.enabled, c.on_conflict AS "onConflict", c.interval_seconds AS "intervalSeconds", c.state, ${failure('c')} AS failure,
  cardinality(c.held_hrefs) AS held, c.progress_done AS "progressDone", c.progress_total AS "progressTotal",
  c.last_complete_at AS "lastCompleteAt", c.last_changed_at AS "lastChangedAt", c.next_sync_at AS "nextSyncAt",
  (c.lease_until IS NOT NULL AND c.lease_until > now()) AS running, counted.objects, counted.quarantined, counted.flagged,
  waiting.pending, waiting.parked, disputed.conflicts, c.interval_chosen AS "intervalChosen",
  c.horizon_from AS "horizonFrom", c.horizon_to AS "horizonTo"
FROM calendar c JOIN "user" u ON u.id = c.owner_id LEFT JOIN connection k ON k.id = c.connection_id
CROSS JOIN LATERAL (
  SELECT count(*) AS objects, count(quarantined) AS quarantined, count(*) FILTER (WHERE flags <> '{}') AS flagged
  FROM calendar_object WHERE calendar_id = c.id) AS counted
CROSS JOIN LATERAL (
  SELECT count(*) AS pending, count(*) FILTER (WHERE state = 'PARKED') AS parked FROM outbox WHERE calendar_id = c.id) AS waiting
CROSS JOIN LATERAL (
  SELECT count(*) AS conflicts FROM conflict WHERE calendar_id = c.id AND settled_at IS NULL) AS disputed
WHERE ($visibleTo::text IS NULL OR c.owner_id = $visibleTo OR c.kind <> 'PERSONAL' OR c.id IN (${OF_ARTIST}))
  AND ($ids::uuid[] IS NULL OR c.id = ANY ($ids)) AND ($connectionId::uuid IS NULL OR c.connection_id = $connectionId)
ORDER BY c.connection_id IS NULL, c.kind, lower(coalesce(c.own_name, c.name)), c.id`,
  params: { visibleTo: 'text?', ids: 'uuid[]?', connectionId: 'uuid?' },
  row: {
    id: 'uuid',
    ownerId: 'text',
    ownerName: 'text',
    connectionId: 'uuid?',
    connectionName: 'text?',
    connectionState: 'ConnectionState?',
    connectionFailure: known<FailureColumns | null>('jsonb?'),
    provider: known<ProviderKind | null>('text?'),
    demo: 'bool',
    href: 'text?',
    name: 'text',
    color: 'text?',
    description: 'text?',
    timeZone: 'text',
    kind: 'CalendarKind',
    readOnly: 'bool',
    /** Somebody else's, shared with the account. */
    ownedByOther: 'bool',
    enabled: 'bool',
    onConflict: 'ConflictPolicy',
    intervalSeconds: 'int4',
    state: 'CalendarState',
    failure: known<FailureColumns | null>('jsonb?'),
    held: 'int4',
    progressDone: 'int4?',
    progressTotal: 'int4?',
    lastCompleteAt: 'timestamptz?',
    lastChangedAt: 'timestamptz?',
    nextSyncAt: 'timestamptz',
    running: 'bool',
    objects: 'int8',
    quarantined: 'int8',
    flagged: 'int8',
    /** Writes that have not reached the provider; those of them that it refused. */
    pending: 'int8',
    parked: 'int8',
    /** Conflicts that a person has to decide. */
    conflicts: 'int8',
    intervalChosen: 'bool',
    horizonFrom: 'timestamptz?',
    horizonTo: 'timestamptz?',
  },
});
