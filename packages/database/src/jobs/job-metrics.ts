import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { DEAD_LETTERS } from './job-schema.ts';
import { dueJobs } from './jobs.sql.ts';

export interface JobMetrics {
  /** Of every kind that has any: how many are due, and for how many seconds the oldest of them has been. */
  readonly queues: readonly RowOf<typeof dueJobs>[];
  readonly deadLetters: number;
}

export async function jobMetrics({ query }: Pick<Queryable, 'query'>): Promise<JobMetrics> {
  const rows = await query(dueJobs);
  return {
    queues: rows.filter(({ job }) => job !== DEAD_LETTERS),
    deadLetters: rows.find(({ job }) => job === DEAD_LETTERS)?.due ?? 0,
  };
}
