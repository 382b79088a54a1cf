import { lapsedRequests } from '@atelier/database/booking/booking-store';
import { deleteLapsedHolds } from '@atelier/database/booking/hold-store';
import { pruneAnswers } from '@atelier/database/booking/idempotency-store';
import { transact } from '@atelier/database/transaction';
import { type StepContext, takeStep } from './step-booking.ts';

const AT_ONCE = 50;

/** Gives back the times of requests that nobody answered, and of holds that nobody came back to. */
export async function expireRequests(context: StepContext): Promise<{ readonly expired: number }> {
  const now = context.clock();
  await transact(context.database, (transaction) => deleteLapsedHolds(transaction, now));
  await pruneAnswers(context.database, now);
  let expired = 0;
  for (const { id: bookingId } of await lapsedRequests(context.database, now, AT_ONCE)) {
    const step = { action: 'expire', by: 'system' } as const;
    const taken = await takeStep(context, { bookingId, step, via: 'clock', actorId: null });
    if (taken.ok && taken.value.outcome === 'changed') expired += 1;
  }
  return { expired };
}
