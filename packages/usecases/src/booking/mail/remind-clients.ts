import { listArtists } from '@atelier/database/booking/artist-store';
import { bookingsToRemind, lockBooking } from '@atelier/database/booking/booking-store';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../../context.ts';
import { type MailContext, mailClient } from './booking-mail.ts';

/** So long before an appointment its client is reminded of it. */
const AHEAD_MS = 24 * 3_600_000;

/**
 * Reminds clients of confirmed appointments a day ahead, once for each time that they have. Who booked, was confirmed or
 * was moved within that last day has just had a mail and gets no other.
 */
export const remindClients: ItemJob<MailContext & Pick<Context, 'database'>> = {
  due: ({ database, clock }) => bookingsToRemind(database, clock(), AHEAD_MS),
  work: (context, id) => transact(context.database, (transaction) => remind(transaction, context, id)),
};

/** Looked at again with the booking locked: it may just have been cancelled or moved. */
async function remind(transaction: Transaction, context: MailContext, id: string): Promise<void> {
  const now = context.clock();
  const booking = await lockBooking(transaction, id);
  if (booking?.state !== 'CONFIRMED' || booking.startsAt <= now) return;
  if (booking.startsAt.getTime() > now.getTime() + AHEAD_MS) return;
  const [artist] = await listArtists(transaction, { ids: [booking.artistId] });
  if (!artist) return;
  await mailClient(transaction, context, 'reminder', {
    bookings: [booking],
    artist,
    before: null,
    message: null,
    trouble: null,
  });
}
