import type { ArtistRow } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Transaction } from '@atelier/database/transaction';
import { type MailContext, mailArtist, mailClient } from './booking-mail.ts';

export interface NewBookingMail {
  /** One, or the sessions that were booked together, in order of time. */
  readonly bookings: readonly [BookingRow, ...BookingRow[]];
  readonly artist: ArtistRow;
  /** Who of the studio made it; null for a client. */
  readonly actorId: string | null;
}

/** Tells the client what became of their wish, and the artist, unless it was they who made it. */
export async function mailNewBooking(
  transaction: Transaction,
  context: MailContext,
  { bookings, artist, actorId }: NewBookingMail,
): Promise<void> {
  const confirmed = bookings[0].state === 'CONFIRMED';
  const mail = { bookings, artist, before: null, message: null, trouble: null };
  await mailClient(transaction, context, confirmed ? 'confirmed' : 'received', mail);
  if (actorId !== null && actorId === artist.userId) return;
  await mailArtist(transaction, context, confirmed ? 'booked' : 'requested', mail);
}
