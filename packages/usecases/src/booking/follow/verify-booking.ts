import { listBookings } from '@atelier/database/booking/booking-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, sightOf } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { verifyArtist } from '../availability/verify-artist.ts';
import type { StepContext } from '../step/step-booking.ts';
import { type SeenBooking, seeBookings } from '../view/see-bookings.ts';
import { lookAgain } from './reverify-bookings.ts';

const UNKNOWN = refusedFor('not-found', 'no-booking');

/** Asks the artist's calendars once more, now: the booking is certain then, or a person has to look at what is there. */
export async function verifyBooking(
  context: StepContext,
  actor: Actor,
  id: string,
): Promise<Outcome<SeenBooking>> {
  const { database } = context;
  const [booking] = await listBookings(database, { ids: [id], visibleTo: sightOf(actor), limit: 1 });
  if (!booking) return UNKNOWN;
  if (!(await verifyArtist(context, booking.artistId, 'person')))
    return refusedFor('unverified', 'calendar-silent');
  await transact(database, (transaction) => lookAgain(transaction, context, id));
  const [after] = await seeBookings(context, actor, { ids: [id] });
  return after ? done(after) : UNKNOWN;
}
