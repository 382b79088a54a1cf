import type { ItemJob } from '@atelier/database/jobs/item-job';

/**
 * Does at once what is due by the clock of the context, without a queue. For tests.
 * @returns how many items were due. @throws the first failure, when all have had their turn.
 */
export async function workDue<Context>(job: ItemJob<Context>, context: Context): Promise<number> {
  const ids = await job.due(context);
  const results = [];
  for (const id of ids) results.push(...(await Promise.allSettled([job.work(context, id, { last: false })])));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return ids.length;
}
