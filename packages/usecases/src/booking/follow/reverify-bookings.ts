import { type BookingRow, patchBooking, unverifiedBookings } from '@atelier/database/booking/booking-store';
import { blockingMirrors } from '@atelier/database/booking/slot-source';
import { insertStep } from '@atelier/database/booking/step-store';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { type Transaction, transact } from '@atelier/database/transaction';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { mirrorState } from '../availability/mirror-state.ts';
import { mailTrouble } from '../mail/mail-trouble.ts';
import { lockForStep } from '../step/lock-step.ts';
import type { StepContext } from '../step/step-booking.ts';
import { standsThere } from '../step/step-obstacles.ts';

/**
 * Looks again at what was accepted while a calendar could not be asked, as soon as all of the artist's calendars have
 * been read since (B8): it is certain then, or a person has to look, and is told what stands there.
 */
export const reverifyBookings: ItemJob<StepContext> = {
  due: knownAgain,
  work: (context, id) => transact(context.database, (transaction) => lookAgain(transaction, context, id)),
};

/** Those whose calendars have all been read since. */
async function knownAgain({ database, clock }: StepContext): Promise<readonly string[]> {
  const now = clock();
  const open = await unverifiedBookings(database, now);
  if (open.length === 0) return [];
  const mirrors = await blockingMirrors(database, [...new Set(open.map(({ artistId }) => artistId))]);
  const known = open.filter((booking) => {
    const { verified, checkedAt } = mirrorState(mirrors, booking.artistId, now);
    return verified && checkedAt !== null && checkedAt > booking.updatedAt;
  });
  return known.map(({ id }) => id);
}

export async function lookAgain(
  transaction: Transaction,
  context: StepContext,
  bookingId: string,
): Promise<void> {
  const now = context.clock();
  const locked = await lockForStep(transaction, { bookingId }, now);
  if (!locked) return;
  const { booking } = locked;
  if (!booking.unverified || (booking.state !== 'REQUESTED' && booking.state !== 'CONFIRMED')) return;
  const [there] = await standsThere(transaction, booking);
  if (there) {
    const span = { from: there.startsAt.toISOString(), to: there.endsAt.toISOString() };
    const trouble = codedRefusal('overlap', { ...span, zone: locked.artist.timeZone });
    await patchBooking(transaction, bookingId, { unverified: false, trouble });
    await mailTrouble(transaction, context, booking, trouble);
  } else {
    await patchBooking(transaction, bookingId, { unverified: false });
  }
  await note(transaction, context, booking, now);
}

async function note(
  transaction: Transaction,
  { newId }: StepContext,
  { id: bookingId, state, startsAt, endsAt }: BookingRow,
  at: Date,
): Promise<void> {
  const who = { party: 'system', actorId: null, via: 'clock' } as const;
  const what = { action: 'verify', fromState: state, toState: state, startsAt, endsAt };
  await insertStep(transaction, {
    id: newId(),
    bookingId,
    at,
    ...who,
    ...what,
    detail: null,
    unverified: false,
  });
}
