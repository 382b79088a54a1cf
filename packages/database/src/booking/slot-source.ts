import type { Queryable } from '../database.ts';
import { type BeyondRow, seriesBeyond } from '../object/series-beyond.ts';
import type { RowOf } from '../statement.ts';
import type { ClosureRow, OverrideRow } from './hours-store.ts';
import { decidedAround, mirrorsOf, shortMirrors, standingClaims, storedBusy } from './slot-source.sql.ts';

export type BusyRow = RowOf<typeof storedBusy>;
export type ClaimRow = RowOf<typeof standingClaims>;
export type MirrorRow = RowOf<typeof mirrorsOf>;

export interface SlotSource {
  readonly busy: readonly BusyRow[];
  readonly claims: readonly ClaimRow[];
  /** The active ones. */
  readonly chairIds: readonly string[];
  readonly overrides: readonly OverrideRow[];
  readonly closures: readonly ClosureRow[];
}

export interface SlotSpan {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

/** Everything that decides about these artists' times in a span, without asking any provider. */
export async function slotSource(
  source: Queryable,
  artistIds: readonly string[],
  { from, to, now }: SlotSpan,
): Promise<SlotSource> {
  const span = { artistIds, from, to };
  const busy = await blockingBusy(source, artistIds, span);
  const claims = await source.query(standingClaims, { ...span, now });
  const [decided] = await source.query(decidedAround, span);
  const { chairIds = [], overrides = [], closures = [] } = decided ?? {};
  return { busy, claims, chairIds, overrides, closures };
}

/**
 * What stands in the calendars that block these artists' time. Series of calendars whose stored occurrences do not
 * reach over the span are worked out here, as they are when the agenda is listed (T4).
 */
export async function blockingBusy(
  source: Queryable,
  artistIds: readonly string[],
  { from, to }: Pick<SlotSpan, 'from' | 'to'>,
): Promise<readonly BusyRow[]> {
  // A day more on either side: whole days are those of the artist.
  const wide = { from: new Date(from.getTime() - DAY_MS), to: new Date(to.getTime() + DAY_MS) };
  const stored = await source.query(storedBusy, { artistIds, ...wide });
  const short = await source.query(shortMirrors, { artistIds, ...wide });
  if (short.length === 0) return stored;
  const found = await seriesBeyond(source, [...new Set(short.map(({ calendarId }) => calendarId))], wide);
  const mirrored = new Set(short.flatMap(({ mirrored: uids }) => uids));
  const rows = found.filter(({ occurrence, uid }) => occurrence.busy && !mirrored.has(uid));
  const beyond = short.flatMap(({ artistId, calendarId }) =>
    rows.filter((row) => row.calendarId === calendarId).map((row) => busyRow(artistId, row)),
  );
  return [...stored, ...beyond].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

const DAY_MS = 86_400_000;

function busyRow(artistId: string, { occurrence }: BeyondRow): BusyRow {
  const { start, end, allDay, startDate, endDate } = occurrence;
  return { artistId, startsAt: new Date(start), endsAt: new Date(end), allDay, startDate, endDate };
}

/** How well the calendars that block these artists' time are known. */
export function blockingMirrors(
  { query }: Queryable,
  artistIds: readonly string[],
): Promise<readonly MirrorRow[]> {
  return query(mirrorsOf, { artistIds });
}
