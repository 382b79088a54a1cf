import { findBooking, lapsedRequests } from '@atelier/database/booking/booking-store';
import type { ItemJob } from '@atelier/database/jobs/item-job';
import { type StepContext, takeStep } from '../step/step-booking.ts';

/** Gives back the times of requests that nobody answered. */
export const expireRequests: ItemJob<StepContext> = {
  due: ({ database, clock }) => lapsedRequests(database, clock()),
  async work(context, bookingId) {
    if (!(await isLapsed(context, bookingId))) return;
    const step = { action: 'expire', by: 'system' } as const;
    const taken = await takeStep(context, { bookingId, step, via: 'clock', actorId: null });
    if (taken.ok) return;
    // What the artist has just done in their calendar is followed first; what still waits then is due again.
    if (taken.refusal.code === 'calendar-changed') return;
    // Refused for an answer of the last moment is no trouble.
    if (await isLapsed(context, bookingId)) throw new Error(taken.refusal.message);
  },
};

async function isLapsed({ database, clock }: StepContext, bookingId: string): Promise<boolean> {
  const booking = await findBooking(database, bookingId);
  return booking?.state === 'REQUESTED' && booking.expiresAt !== null && booking.expiresAt <= clock();
}
