import {
  type BookingRow,
  insertStep,
  patchBooking,
  unverifiedBookings,
} from '@atelier/database/booking/booking-store';
import { blockingMirrors } from '@atelier/database/booking/slot-source';
import { type Transaction, transact } from '@atelier/database/transaction';
import { codedRefusal } from '@atelier/words/refusal-words';
import { lockForStep } from './lock-step.ts';
import { mailTrouble } from './mail/mail-trouble.ts';
import { mirrorState } from './mirror-state.ts';
import type { StepContext } from './step-booking.ts';
import { standsThere } from './step-obstacles.ts';

/** Far more than a studio has: those of a calendar that stays away must not hide the others. */
const MOST = 2_000;

/**
 * Looks again at what was accepted while a calendar could not be asked, as soon as all of the artist's calendars have
 * been read since (B8): it is certain then, or a person has to look, and is told what stands there.
 * @returns how many were settled, one way or the other.
 */
export async function reverifyBookings(context: StepContext): Promise<number> {
  const { database, clock } = context;
  const now = clock();
  const open = await unverifiedBookings(database, now, MOST);
  if (open.length === 0) return 0;
  const mirrors = await blockingMirrors(database.query, [...new Set(open.map(({ artistId }) => artistId))]);
  const known = open.filter((booking) => {
    const { verified, checkedAt } = mirrorState(mirrors, booking.artistId, now);
    return verified && checkedAt !== null && checkedAt > booking.updatedAt;
  });
  for (const { id } of known) await transact(database, (transaction) => lookAgain(transaction, context, id));
  return known.length;
}

async function lookAgain(transaction: Transaction, context: StepContext, bookingId: string): Promise<void> {
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
