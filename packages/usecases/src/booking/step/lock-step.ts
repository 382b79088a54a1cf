import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { type BookingRow, findBooking, lockBooking } from '@atelier/database/booking/booking-store';
import { takeTurns } from '@atelier/database/booking/claim-store';
import { type CalendarPlace, lockCalendar, lockCalendars } from '@atelier/database/calendar/calendar-place';
import type { Transaction } from '@atelier/database/transaction';
import { calendarsOf } from '../availability/calendars-of.ts';
import { takeTurnsAt } from '../availability/check-offer.ts';
import type { Offer } from '../availability/offer.ts';
import { currentEntry } from '../entry/current-entry.ts';

/** A booking with all that a step of it may change. */
export interface LockedBooking {
  readonly artist: ArtistRow;
  /** Where its event is, wherever somebody has moved it, or where it would be made anew; null when that is gone. */
  readonly place: CalendarPlace | null;
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
  const there = (await currentEntry(transaction, seen))?.calendarId ?? seen.calendarId;
  const ids = new Set([...calendarsOf(artist), ...(there === null ? [] : [there])]);
  const places = await lockCalendars(transaction, [...ids]);
  const booking = await lockBooking(transaction, bookingId);
  return booking && { artist, place: await placeOfEntry(transaction, booking, places), booking };
}

/** One that was moved while we waited for our turn is locked out of turn; who meets us there is undone and tries again. */
async function placeOfEntry(
  transaction: Transaction,
  booking: BookingRow,
  places: ReadonlyMap<string, CalendarPlace>,
): Promise<CalendarPlace | null> {
  const id = (await currentEntry(transaction, booking))?.calendarId ?? booking.calendarId;
  return id === null ? null : (places.get(id) ?? (await lockCalendar(transaction, id)));
}
