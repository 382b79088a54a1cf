import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { type BookingRow, findBooking, lockBooking } from '@atelier/database/booking/booking-store';
import { takeTurns } from '@atelier/database/booking/claim-store';
import { type CalendarPlace, lockCalendars } from '@atelier/database/calendar/calendar-place';
import type { Transaction } from '@atelier/database/transaction';
import { calendarsOf } from '../availability/calendars-of.ts';
import { takeTurnsAt } from '../availability/check-offer.ts';
import type { Offer } from '../availability/offer.ts';

/** A booking with all that a step of it may change. */
export interface LockedBooking {
  readonly artist: ArtistRow;
  readonly places: ReadonlyMap<string, CalendarPlace>;
  readonly booking: BookingRow;
}

/** In the order in which everybody locks: the times, the calendars, the booking. */
export async function lockForStep(
  transaction: Transaction,
  { bookingId, offer }: { readonly bookingId: string; readonly offer?: Offer | undefined },
  now: Date,
): Promise<LockedBooking | null> {
  const seen = await findBooking(transaction, bookingId);
  if (!seen) return null;
  const own = [seen.artistId, ...(seen.chairId === null ? [] : [seen.chairId])];
  await (offer ? takeTurnsAt(transaction, offer, now, own) : takeTurns(transaction, own, now));
  const [artist] = await listArtists(transaction, { ids: [seen.artistId] });
  if (!artist) return null;
  const places = await lockCalendars(transaction, calendarsOf(artist));
  const booking = await lockBooking(transaction, bookingId);
  return booking && { artist, places, booking };
}
