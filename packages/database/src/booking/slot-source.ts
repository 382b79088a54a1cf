import type { Database } from '../database.ts';
import { type BeyondRow, COVERS, seriesBeyond } from '../object/series-beyond.ts';
import type { Transaction } from '../transaction.ts';
import type { ClaimKind } from './claim-store.ts';
import type { ClosureRow, OverrideRow } from './hours-store.ts';

export interface BusyRow {
  readonly artistId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly allDay: boolean;
  /** All-day only, `YYYY-MM-DD`, last day exclusive: a date has no zone and is the artist's. */
  readonly startDate: string | null;
  readonly endDate: string | null;
}

export interface ClaimRow {
  /** Of the artist or the chair. */
  readonly resourceId: string;
  readonly kind: ClaimKind;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Minutes. */
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly bookingId: string | null;
  readonly holdId: string | null;
}

/** How well a calendar that blocks is known. */
export interface MirrorRow {
  readonly artistId: string;
  readonly calendarId: string;
  readonly connectionId: string | null;
  readonly enabled: boolean;
  readonly state: string;
  readonly lastCompleteAt: Date | null;
  readonly connectionState: string | null;
}

export interface SlotSource {
  readonly busy: readonly BusyRow[];
  readonly claims: readonly ClaimRow[];
  readonly chairs: readonly { readonly id: string }[];
  readonly overrides: readonly OverrideRow[];
  readonly closures: readonly ClosureRow[];
}

export interface SlotSpan {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

type Query = Pick<Database, 'query'>['query'] | Transaction['query'];

/** Everything that decides about these artists' times in a span, without asking any provider. */
export async function slotSource(
  query: Query,
  artistIds: readonly string[],
  span: SlotSpan,
): Promise<SlotSource> {
  const [busy, claims, chairs, overrides, closures] = [
    await blockingBusy(query, artistIds, span),
    await query<ClaimRow>(CLAIMS, [artistIds, span.from, span.to, span.now]),
    await query<{ id: string }>('SELECT id FROM chair WHERE active ORDER BY position, name, id'),
    await query<OverrideRow>(
      'SELECT artist_id AS "artistId", date, ranges FROM date_override WHERE artist_id = ANY ($1::uuid[]) AND date BETWEEN $2::date - 2 AND $3::date + 2',
      [artistIds, span.from, span.to],
    ),
    await query<ClosureRow>(
      `SELECT id, artist_id AS "artistId", first_date AS "from", last_date AS "to", reason FROM closure
       WHERE (artist_id IS NULL OR artist_id = ANY ($1::uuid[])) AND last_date >= $2::date - 2 AND first_date <= $3::date + 2`,
      [artistIds, span.from, span.to],
    ),
  ];
  return { busy, claims, chairs, overrides, closures };
}

/**
 * What stands in the calendars that block these artists' time. Series of calendars whose stored occurrences do not
 * reach over the span are worked out here, as they are when the agenda is listed (T4).
 */
export async function blockingBusy(
  query: Query,
  artistIds: readonly string[],
  { from, to }: Pick<SlotSpan, 'from' | 'to'>,
): Promise<readonly BusyRow[]> {
  // A day more on either side: whole days are those of the artist.
  const wide = { from: new Date(from.getTime() - DAY_MS), to: new Date(to.getTime() + DAY_MS) };
  const stored = await query<BusyRow>(BUSY, [artistIds, wide.from, wide.to]);
  const short = await query<ShortRow>(SHORT, [artistIds, wide.from, wide.to]);
  if (short.length === 0) return stored;
  const found = await seriesBeyond(query, [...new Set(short.map(({ calendarId }) => calendarId))], wide);
  const mirrored = new Set(short.flatMap(({ mirrored: uids }) => uids));
  const rows = found.filter(({ occurrence, uid }) => occurrence.busy && !mirrored.has(uid));
  const beyond = short.flatMap(({ artistId, calendarId }) =>
    rows.filter((row) => row.calendarId === calendarId).map((row) => busyRow(artistId, row)),
  );
  return [...stored, ...beyond].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const DAY_MS = 86_400_000;

/** A calendar that is not stored as far as the span, and the events in it that claims stand for already. */
interface ShortRow {
  readonly artistId: string;
  readonly calendarId: string;
  readonly mirrored: readonly string[];
}

function busyRow(artistId: string, { occurrence }: BeyondRow): BusyRow {
  const { start, end, allDay, startDate, endDate } = occurrence;
  return { artistId, startsAt: new Date(start), endsAt: new Date(end), allDay, startDate, endDate };
}

/** How well the calendars that block these artists' time are known. */
export function blockingMirrors(query: Query, artistIds: readonly string[]): Promise<readonly MirrorRow[]> {
  return query<MirrorRow>(MIRRORS, [artistIds]);
}

/** The calendars that block, that of the bookings among them. */
const BLOCKING = `SELECT id AS artist_id, calendar_id FROM artist WHERE id = ANY ($1::uuid[]) AND calendar_id IS NOT NULL
  UNION SELECT artist_id, calendar_id FROM blocking_calendar WHERE artist_id = ANY ($1::uuid[])`;

/** A claim's own event does not take its time a second time, in whichever of the calendars it stands (B2). */
const MIRRORED = `EXISTS (SELECT 1 FROM calendar_object x JOIN booking b ON b.uid = x.uid
  JOIN claim ON claim.booking_id = b.id WHERE x.id = o.object_id)`;

/** Of a calendar that is not stored as far as the span only what does not recur. */
const STORED = `JOIN calendar ON calendar.id = k.calendar_id JOIN occurrence o ON o.calendar_id = k.calendar_id
  AND (${COVERS} OR NOT EXISTS (SELECT 1 FROM calendar_object s WHERE s.id = o.object_id AND s.recurring))`;

const BUSY = `WITH blocking AS (${BLOCKING}), touching AS (
    SELECT k.artist_id, o.* FROM blocking k ${STORED}
    WHERE o.starts_at >= $2::timestamptz - interval '8 days' AND o.starts_at < $3::timestamptz
      AND o.ends_at > $2::timestamptz AND o.ends_at - o.starts_at <= interval '8 days'
    UNION ALL
    SELECT k.artist_id, o.* FROM blocking k ${STORED}
    WHERE o.ends_at > $2::timestamptz AND o.starts_at < $3::timestamptz
      AND o.ends_at - o.starts_at > interval '8 days')
  SELECT o.artist_id AS "artistId", o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.all_day AS "allDay",
    o.start_date AS "startDate", o.end_date AS "endDate"
  FROM touching o WHERE o.busy AND NOT ${MIRRORED} ORDER BY o.starts_at`;

const SHORT = `WITH blocking AS (${BLOCKING})
  SELECT k.artist_id AS "artistId", k.calendar_id AS "calendarId", ARRAY(
    SELECT x.uid FROM calendar_object x JOIN booking b ON b.uid = x.uid JOIN claim ON claim.booking_id = b.id
    WHERE x.calendar_id = k.calendar_id AND x.recurring) AS mirrored
  FROM blocking k JOIN calendar ON calendar.id = k.calendar_id
  WHERE NOT ${COVERS} AND EXISTS (SELECT 1 FROM calendar_object x WHERE x.calendar_id = k.calendar_id AND x.recurring)`;

const CLAIMS = `SELECT c.resource_id AS "resourceId", c.kind, c.starts_at AS "startsAt", c.ends_at AS "endsAt",
    extract(epoch FROM c.starts_at - lower(c.blocked))::int / 60 AS "bufferBefore",
    extract(epoch FROM upper(c.blocked) - c.ends_at)::int / 60 AS "bufferAfter",
    c.booking_id AS "bookingId", c.hold_id AS "holdId"
  FROM claim c LEFT JOIN hold h ON h.id = c.hold_id
  WHERE (c.resource_id = ANY ($1::uuid[]) OR c.resource_id IN (SELECT id FROM chair WHERE active))
    AND c.blocked && tstzrange($2::timestamptz - interval '2 days', $3::timestamptz + interval '2 days')
    AND (h.id IS NULL OR h.expires_at > $4) ORDER BY c.starts_at`;

const MIRRORS = `WITH blocking AS (${BLOCKING})
  SELECT k.artist_id AS "artistId", c.id AS "calendarId", c.connection_id AS "connectionId", c.enabled, c.state,
    c.last_complete_at AS "lastCompleteAt", n.state AS "connectionState"
  FROM blocking k JOIN calendar c ON c.id = k.calendar_id LEFT JOIN connection n ON n.id = c.connection_id`;
