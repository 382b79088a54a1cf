import { lapsedRequests } from '@atelier/database/booking/booking-store';
import { deleteLapsedHolds } from '@atelier/database/booking/hold-store';
import { pruneAnswers } from '@atelier/database/booking/idempotency-store';
import { eachDue, type Telling } from '@atelier/database/jobs/each-due';
import { eachPart } from '@atelier/database/jobs/each-part';
import { transact } from '@atelier/database/transaction';
import { type StepContext, takeStep } from '../step/step-booking.ts';

const JOB = 'expire-requests';

/** Gives back the times of requests that nobody answered, and of holds that nobody came back to. */
export async function expireRequests(context: StepContext & Telling): Promise<{ readonly expired: number }> {
  const { database, clock } = context;
  let expired = 0;
  const now = clock();
  await eachPart(
    () => transact(database, (transaction) => deleteLapsedHolds(transaction, now)),
    () => pruneAnswers(database, now),
    () =>
      eachDue(context, {
        job: JOB,
        due: (which) => lapsedRequests(database, { ...which, now }),
        async work({ id }) {
          const [done, refusal] = await expire(context, id);
          if (done) expired += 1;
          return refusal;
        },
      }),
  );
  return { expired };
}

/** Refused for an answer of the last moment is no trouble: then it waits no more. */
async function expire(
  context: StepContext,
  bookingId: string,
): Promise<[done: boolean, refusal: string | null]> {
  const step = { action: 'expire', by: 'system' } as const;
  const taken = await takeStep(context, { bookingId, step, via: 'clock', actorId: null });
  if (taken.ok) return [taken.value.outcome === 'changed', null];
  const which = { job: JOB, ids: [bookingId], limit: 1, now: context.clock() };
  const waits = (await lapsedRequests(context.database, which)).length > 0;
  return [false, waits ? taken.refusal.message : null];
}
