import { listArtists } from '@atelier/database/booking/artist-store';
import type { BookingRow, Trouble } from '@atelier/database/booking/booking-store';
import type { Transaction } from '@atelier/database/transaction';
import { readTrouble } from '../entry/trouble.ts';
import { type MailContext, mailArtist } from './booking-mail.ts';

/**
 * Tells the artist that somebody has to look: what they did in their calendar could not be followed (B9), or something
 * stands where a booking was accepted unseen (B8).
 */
export async function mailTrouble(
  transaction: Transaction,
  context: MailContext,
  booking: BookingRow,
  trouble: Trouble,
): Promise<void> {
  const [artist] = await listArtists(transaction, { ids: [booking.artistId] });
  if (!artist) return;
  const kind = trouble.code === 'overlap' ? 'overlap' : 'trouble';
  const mail = { bookings: [booking] as const, artist, before: null, message: null };
  await mailArtist(transaction, context, kind, { ...mail, trouble: readTrouble(trouble) });
}
