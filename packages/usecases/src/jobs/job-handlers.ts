import type { ItemJobName } from '@atelier/database/jobs/enqueue-due';
import type { Attempt, JobHandlers } from '@atelier/database/jobs/job-worker';
import { releaseHolds } from '../booking/hold/release-holds.ts';
import { remindEvents } from '../notify/remind-events.ts';
import { backUp } from './back-up.ts';
import { ITEM_JOBS, type JobContext } from './item-jobs.ts';
import { lookForDue } from './look-for-due.ts';
import { tidy } from './tidy.ts';

/** What is done for the jobs of each kind. */
export function jobHandlers(context: JobContext): JobHandlers {
  return {
    ...itemHandlers(context),
    'remind-events': () => remindEvents(context),
    'release-holds': () => releaseHolds(context),
    tidy: () => tidy(context),
    'back-up': () => backUp(context),
    'look-for-due': ({ kind }) => lookForDue(context, kind),
  };
}

type ItemHandlers = Pick<JobHandlers, ItemJobName>;

function itemHandlers(context: JobContext): ItemHandlers {
  const entries = Object.entries(ITEM_JOBS).map(([name, job]) => [
    name,
    ({ id }: { readonly id: string }, attempt: Attempt) => job.work(context, id, attempt),
  ]);
  return Object.fromEntries(entries) as ItemHandlers;
}
