import type { ProviderKind } from '@atelier/providers/kinds';
import type { ShareLevel } from '../sharing/share-level.ts';
import { type FailureColumns, failureOf } from '../source/failure-columns.ts';
import { known, statement } from '../statement.ts';

/**
 * What a person may do with a calendar that is not theirs, by each way they come to it: shared with everybody or with
 * them, through a group, where the lesser of what the group and they in it may counts; and to read, what receives or
 * blocks the bookings of an artist as whom they sign in.
 */
const GIVEN = `SELECT s.level FROM calendar_share s
    WHERE s.calendar_id = c.id AND s.group_id IS NULL AND (s.user_id IS NULL OR s.user_id = $viewer)
  UNION ALL SELECT least(s.level, m.level) FROM calendar_share s JOIN group_member m ON m.group_id = s.group_id
    WHERE s.calendar_id = c.id AND m.user_id = $viewer
  UNION ALL SELECT 'READ' FROM artist a WHERE a.user_id = $viewer AND (a.calendar_id = c.id
    OR EXISTS (SELECT 1 FROM blocking_calendar b WHERE b.artist_id = a.id AND b.calendar_id = c.id))`;

/** The one place that decides who sees a calendar, and what they may do there. Null: it is not there for them. */
const LEVEL = `CASE WHEN $viewer::text IS NULL OR c.owner_id = $viewer THEN 'WRITE'::"ShareLevel"
  WHEN c.private THEN NULL WHEN $studio THEN 'WRITE'
  ELSE (SELECT max(given.level) FROM (${GIVEN}) AS given) END`;

export const list = statement({
  text: `SELECT c.id, c.owner_id AS "ownerId", u.name AS "ownerName", c.connection_id AS "connectionId",
      k.name AS "connectionName", k.state AS "connectionState", ${failureOf('k')} AS "connectionFailure",
      k.kind AS provider, coalesce(k.demo, false) AS demo, c.href, coalesce(c.own_name, c.name) AS name,
      coalesce(c.own_color, c.color) AS color, c.description, c.time_zone AS "timeZone", c.kind,
      c.read_only AS "readOnly", c.owned_by_other AS "ownedByOther", s.enabled, c.on_conflict AS "onConflict",
      s.interval_seconds AS "intervalSeconds", s.interval_chosen AS "intervalChosen", c.state,
      ${failureOf('s')} AS failure, cardinality(c.held_hrefs) AS held, c.progress_done AS "progressDone",
      c.progress_total AS "progressTotal", s.last_complete_at AS "lastCompleteAt",
      s.last_changed_at AS "lastChangedAt", coalesce(s.next_sync_at, c.created_at) AS "nextSyncAt",
      (s.lease_until IS NOT NULL AND s.lease_until > now()) AS running, counted.objects, counted.quarantined,
      counted.flagged, waiting.pending, waiting.parked, disputed.conflicts, c.horizon_from AS "horizonFrom",
      c.horizon_to AS "horizonTo", c.revision, c.offered_at AS "offeredAt", c.private, c.private AND c.own_name IS NULL AS unnamed,
      coalesce(u.language, (SELECT language FROM studio), 'en') AS "ownerLanguage",
      lower(access.level::text) AS level
    FROM calendar c JOIN source s ON s.id = c.id JOIN "user" u ON u.id = c.owner_id
    LEFT JOIN connection k ON k.id = c.connection_id
    CROSS JOIN LATERAL (SELECT ${LEVEL} AS level) AS access
    CROSS JOIN LATERAL (
      SELECT count(*) AS objects, count(quarantined) AS quarantined, count(*) FILTER (WHERE flags <> '{}') AS flagged
      FROM calendar_object WHERE calendar_id = c.id AND $counts) AS counted
    CROSS JOIN LATERAL (
      SELECT count(*) AS pending, count(*) FILTER (WHERE state = 'PARKED') AS parked
      FROM outbox WHERE calendar_id = c.id AND $counts) AS waiting
    CROSS JOIN LATERAL (
      SELECT count(*) AS conflicts FROM conflict WHERE calendar_id = c.id AND settled_at IS NULL AND $counts) AS disputed
    WHERE access.level IS NOT NULL
      AND ($ids::uuid[] IS NULL OR c.id = ANY ($ids)) AND ($connectionId::uuid IS NULL OR c.connection_id = $connectionId)
    ORDER BY c.connection_id IS NULL, c.kind, lower(coalesce(c.own_name, c.name)), c.id`,
  params: { viewer: 'text?', studio: 'bool', ids: 'uuid[]?', connectionId: 'uuid?', counts: 'bool' },
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
    ownedByOther: 'bool',
    enabled: 'bool',
    onConflict: 'ConflictPolicy',
    intervalSeconds: 'int4',
    intervalChosen: 'bool',
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
    pending: 'int8',
    parked: 'int8',
    conflicts: 'int8',
    horizonFrom: 'timestamptz?',
    horizonTo: 'timestamptz?',
    revision: 'int8',
    offeredAt: 'timestamptz?',
    private: 'bool',
    /** Private, and nobody has given it a name: it is called in its owner's language. */
    unnamed: 'bool',
    ownerLanguage: 'text',
    level: known<ShareLevel>('text!'),
  },
});

/** What an answer with events in it depends on, of the calendars that are kept in step; far cheaper than the whole list. */
export const listEventSources = statement({
  text: `SELECT c.id, c.owner_id AS "ownerId", c.revision, c.horizon_from AS "horizonFrom", c.horizon_to AS "horizonTo",
      lower(access.level::text) AS level
    FROM calendar c JOIN source s ON s.id = c.id CROSS JOIN LATERAL (SELECT ${LEVEL} AS level) AS access
    WHERE access.level IS NOT NULL AND s.enabled AND ($ids::uuid[] IS NULL OR c.id = ANY ($ids))
    ORDER BY c.id`,
  params: { viewer: 'text?', studio: 'bool', ids: 'uuid[]?' },
  row: {
    id: 'uuid',
    ownerId: 'text',
    revision: 'int8',
    horizonFrom: 'timestamptz?',
    horizonTo: 'timestamptz?',
    level: known<ShareLevel>('text!'),
  },
});
