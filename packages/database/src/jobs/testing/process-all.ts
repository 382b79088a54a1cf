import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database } from '../../database.ts';
import { JOB_NAMES, type JobName } from '../job-kinds.ts';
import { sqlOf } from '../job-queue.ts';
import { JOB_SCHEMA } from '../job-schema.ts';
import { attemptJob, type JobHandlers, lookForAll } from '../job-worker.ts';

export interface TestJobs {
  /** Of other kinds nothing is done. */
  readonly handlers: Partial<JobHandlers>;
  readonly clock: () => Date;
  readonly failed?: (error: unknown, about: { readonly job: JobName }) => void;
  /** Begins nothing more when it is told. */
  readonly signal?: AbortSignal;
}

/**
 * Looks for all that is due, and does it, and what comes of it, until nothing is left that is due by the test's clock:
 * what a worker does, without waiting. The queue then takes its time from that clock too. For tests.
 */
export async function processAll(database: Database, jobs: TestJobs): Promise<void> {
  await setTime(database, jobs.clock());
  const boss = new PgBoss({ db: sqlOf(database.pool), schema: JOB_SCHEMA, migrate: false });
  await lookForAll(boss);
  let done: number;
  do {
    done = 0;
    for (const name of JOB_NAMES) if (name in jobs.handlers) done += await process(boss, name, jobs);
  } while (done > 0);
}

const BATCH = 200;

/** @returns how many jobs were done, or tried. */
async function process(boss: PgBoss, name: JobName, jobs: TestJobs): Promise<number> {
  const { signal = new AbortController().signal, failed = () => undefined, handlers } = jobs;
  if (signal.aborted) return 0;
  const due: JobWithMetadata[] = await boss.fetch(name, { batchSize: BATCH, includeMetadata: true });
  for (const job of due) {
    const { status, output } = await attemptJob(name, job, { handlers, failed }, signal);
    if (status === 'completed') await boss.complete(name, job.id);
    else await boss.fail(name, job.id, output);
  }
  return due.length;
}

async function setTime({ query }: Database, now: Date): Promise<void> {
  const at = now.toISOString();
  await query(
    `DO $one$ BEGIN
       PERFORM pg_advisory_xact_lock(1);
       CREATE OR REPLACE FUNCTION ${JOB_SCHEMA}.job_now() RETURNS timestamptz LANGUAGE sql STABLE AS
       $$ SELECT '${at}'::timestamptz $$;
     END $one$`,
  );
  // What was to be done at once, and was written by another clock.
  await query(
    `UPDATE ${JOB_SCHEMA}.job SET start_after = $1 WHERE state = 'created' AND start_after = created_on`,
    [now],
  );
}
