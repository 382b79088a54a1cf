import { listArtists } from '@atelier/database/booking/artist-store';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Transaction } from '@atelier/database/transaction';
import { type MailContext, mailArtist } from './booking-mail.ts';

/** Tells the artist that what they did in their calendar could not be followed (B9); `message` says why. */
export async function mailTrouble(
  transaction: Transaction,
  context: MailContext,
  booking: BookingRow,
  message: string,
): Promise<void> {
  const [artist] = await listArtists(transaction, { ids: [booking.artistId] });
  if (!artist) return;
  await mailArtist(transaction, context, 'trouble', { bookings: [booking], artist, before: null, message });
}
