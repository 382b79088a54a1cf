import type { Database } from '../database.ts';
import { DEAD_LETTERS, JOB_SCHEMA } from './job-queue.ts';

export interface JobMetrics {
  /** Of every kind that has any: how many are due, and for how many seconds the oldest of them has been. */
  readonly queues: readonly { readonly job: string; readonly due: number; readonly lagSeconds: number }[];
  readonly deadLetters: number;
}

export async function jobMetrics({ query }: Pick<Database, 'query'>): Promise<JobMetrics> {
  const rows = await query<{ job: string; due: number; lagSeconds: number }>(
    `SELECT name AS job, count(*)::int AS due,
       extract(epoch FROM ${JOB_SCHEMA}.job_now() - min(start_after))::float AS "lagSeconds"
     FROM ${JOB_SCHEMA}.job WHERE state < 'active' AND start_after <= ${JOB_SCHEMA}.job_now() GROUP BY name ORDER BY name`,
  );
  return {
    queues: rows.filter(({ job }) => job !== DEAD_LETTERS),
    deadLetters: rows.find(({ job }) => job === DEAD_LETTERS)?.due ?? 0,
  };
}
