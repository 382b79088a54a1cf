import type { ProviderKind } from '@atelier/providers/kinds';
import type { Database } from '../database.ts';

/** A calendar as lists and health pages show it. */
export interface CalendarRow {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly connectionId: string | null;
  readonly connectionName: string | null;
  readonly connectionState: 'ACTIVE' | 'CREDENTIALS' | null;
  readonly connectionFailure: FailureColumns | null;
  readonly provider: ProviderKind | null;
  readonly demo: boolean;
  readonly href: string | null;
  readonly name: string;
  readonly color: string | null;
  readonly description: string | null;
  readonly timeZone: string;
  readonly kind: 'PERSONAL' | 'GROUP' | 'MISSION';
  readonly readOnly: boolean;
  /** Somebody else's, shared with the account. */
  readonly ownedByOther: boolean;
  readonly enabled: boolean;
  readonly onConflict: 'REMOTE' | 'LOCAL' | 'ASK';
  readonly intervalSeconds: number;
  readonly state: 'NEW' | 'OK' | 'HELD' | 'FAILING' | 'GONE';
  readonly failure: FailureColumns | null;
  readonly held: number;
  readonly progressDone: number | null;
  readonly progressTotal: number | null;
  readonly lastCompleteAt: Date | null;
  readonly lastChangedAt: Date | null;
  readonly nextSyncAt: Date;
  readonly running: boolean;
  readonly objects: number;
  readonly quarantined: number;
  readonly flagged: number;
  /** Writes that have not reached the provider; those of them that it refused. */
  readonly pending: number;
  readonly parked: number;
  /** Conflicts that a person has to decide. */
  readonly conflicts: number;
  readonly intervalChosen: boolean;
  readonly horizonFrom: Date | null;
  readonly horizonTo: Date | null;
}

export interface FailureColumns {
  readonly kind: string;
  readonly message: string;
  readonly hint: string | null;
}

const failure = (table: string) => `CASE WHEN ${table}.failure_kind IS NULL THEN NULL ELSE
  jsonb_build_object('kind', ${table}.failure_kind, 'message', ${table}.failure_message, 'hint', ${table}.failure_hint) END`;

const SELECT = `SELECT c.id, c.owner_id AS "ownerId", u.name AS "ownerName", c.connection_id AS "connectionId",
  k.name AS "connectionName", k.state AS "connectionState", ${failure('k')} AS "connectionFailure", lower(k.kind::text) AS provider,
  coalesce(k.demo, false) AS demo, c.href, coalesce(c.own_name, c.name) AS name, coalesce(c.own_color, c.color) AS color,
  c.description, c.time_zone AS "timeZone", c.kind, c.read_only AS "readOnly", c.owned_by_other AS "ownedByOther", c.enabled, c.on_conflict AS "onConflict",
  c.interval_seconds AS "intervalSeconds", c.state, ${failure('c')} AS failure, cardinality(c.held_hrefs) AS held,
  c.progress_done AS "progressDone", c.progress_total AS "progressTotal", c.last_complete_at AS "lastCompleteAt",
  c.last_changed_at AS "lastChangedAt", c.next_sync_at AS "nextSyncAt",
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
  SELECT count(*) AS conflicts FROM conflict WHERE calendar_id = c.id AND settled_at IS NULL) AS disputed`;
/** The calendars that receive and block the bookings of the artists as whom a person signs in. */
const OF_ARTIST = `SELECT a.calendar_id FROM artist a WHERE a.user_id = $1 AND a.calendar_id IS NOT NULL
  UNION SELECT b.calendar_id FROM blocking_calendar b JOIN artist a ON a.id = b.artist_id WHERE a.user_id = $1`;
const ORDER = `ORDER BY c.connection_id IS NULL, c.kind, lower(coalesce(c.own_name, c.name)), c.id`;

export interface CalendarFilter {
  /**
   * Only what this person may see: their own, the studio's shared ones, and those that receive or block the bookings of
   * an artist as whom they sign in (I8). Null sees everything.
   */
  readonly visibleTo: string | null;
  readonly ids?: readonly string[] | undefined;
  readonly connectionId?: string | undefined;
}

export async function listCalendars(
  database: Database,
  filter: CalendarFilter,
): Promise<readonly CalendarRow[]> {
  return database.query<CalendarRow>(
    `${SELECT} WHERE ($1::text IS NULL OR c.owner_id = $1 OR c.kind <> 'PERSONAL' OR c.id IN (${OF_ARTIST}))
       AND ($2::uuid[] IS NULL OR c.id = ANY ($2)) AND ($3::uuid IS NULL OR c.connection_id = $3) ${ORDER}`,
    [filter.visibleTo, filter.ids ?? null, filter.connectionId ?? null],
  );
}
