import type { Database } from '../database.ts';
import { transact } from '../transaction.ts';
import type { ItemJob } from './item-job.ts';
import type { JobName, JobPayload } from './job-kinds.ts';
import { unqueued } from './unqueued.ts';

/** Kinds of jobs that are about an item each. */
export type ItemJobName = {
  [N in JobName]: JobPayload<N> extends { readonly id: string } ? N : never;
}[JobName];

/**
 * Makes a job for each item that is due and has none. What was given up is not looked at again before somebody says so:
 * the rest goes on.
 */
export async function enqueueDue<Context extends { readonly database: Database }>(
  context: Context,
  name: ItemJobName,
  job: ItemJob<Context>,
): Promise<void> {
  const ids = await unqueued(context.database, name, await job.due(context));
  if (ids.length === 0) return;
  await transact(context.database, async (transaction) => {
    for (const id of ids) transaction.enqueue(name, { id });
  });
}
