import type { SlotQuery } from '@atelier/booking/slots/slot-query';
import type { ArtistRow } from '@atelier/database/booking/artist-store';
import { type SlotSource, slotSource } from '@atelier/database/booking/slot-source';
import type { Queryable } from '@atelier/database/database';
import { slotQueryOf } from '../availability/slot-query-of.ts';

const MINUTE_MS = 60_000;
/** Claims of the whole local date count against its limit, wherever that date begins. */
const AROUND_MS = 2 * 86_400_000;

/** What decides about these artists' times around a start. */
export function sourceAround(
  database: Queryable,
  artistIds: readonly string[],
  { start, minutes, now }: { readonly start: Date; readonly minutes: number; readonly now: Date },
): Promise<SlotSource> {
  const end = start.getTime() + minutes * MINUTE_MS;
  const span = { from: new Date(start.getTime() - AROUND_MS), to: new Date(end + AROUND_MS), now };
  return slotSource(database, artistIds, span);
}

/** Any length at any minute: what those who book are bound by, grid, notice and the like, does not bind the desk. */
export function deskQuery(artist: ArtistRow, source: SlotSource, minutes: number, now: Date): SlotQuery {
  const anything = { minutes, bufferBefore: 0, bufferAfter: 0, noticeMinutes: 0, needsChair: false };
  const asked = slotQueryOf(artist, anything, source, now);
  return { ...asked, rules: { slotInterval: 1, notice: 0, horizon: FAR_DAYS, dailyLimit: null } };
}

const FAR_DAYS = 36_500;
