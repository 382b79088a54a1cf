import { enqueueDue, type ItemJobName } from '@atelier/database/jobs/enqueue-due';
import { ITEM_JOBS, type JobContext } from './item-jobs.ts';

/** Makes the jobs that a kind wants for what is due. */
export async function lookForDue(context: JobContext, kind: string): Promise<void> {
  if (!isItemJob(kind)) throw new Error(`There is nothing to look for under the name “${kind}”.`);
  await enqueueDue(context, kind, ITEM_JOBS[kind]);
}

function isItemJob(kind: string): kind is ItemJobName {
  return Object.hasOwn(ITEM_JOBS, kind);
}
