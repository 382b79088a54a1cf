import { findSlots } from '@atelier/booking/slots/find-slots';
import { nearestSlots } from '@atelier/booking/slots/nearest-slots';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { slotSource } from '@atelier/database/booking/slot-source';
import type { Queryable } from '@atelier/database/database';
import type { Offer } from '../availability/offer.ts';
import type { OfferedSlot } from '../availability/offer-slots.ts';
import { toMove } from '../availability/own-claims.ts';
import { slotQueryOf } from '../availability/slot-query-of.ts';

const DAY_MS = 86_400_000;
const NEARBY_DAYS = 14;

/** The three free times nearest to a wanted one that a booking could be moved to; its own time is no news. */
export async function nearestOf(
  from: Queryable,
  { artist, service }: Offer,
  booking: BookingRow,
  { wanted, now }: { readonly wanted: Date; readonly now: Date },
): Promise<readonly OfferedSlot[]> {
  const first = Math.max(wanted.getTime() - NEARBY_DAYS * DAY_MS, now.getTime());
  const last = wanted.getTime() + NEARBY_DAYS * DAY_MS;
  if (!(first < last)) return [];
  const span = { from: new Date(first - 2 * DAY_MS), to: new Date(last + 2 * DAY_MS), now };
  const source = await slotSource(from, [artist.id], span);
  const asked = slotQueryOf(artist, service, source, now, toMove(booking));
  const slots = findSlots(asked, { from: dateOf(first - DAY_MS), to: dateOf(last) });
  const others = slots.filter(({ start }) => start !== booking.startsAt.getTime());
  return nearestSlots(others, wanted.getTime()).map(({ start, end }) => ({
    start: new Date(start),
    end: new Date(end),
    artist: artist.slug,
  }));
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
