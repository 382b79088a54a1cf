import { setTimeout as delay } from 'node:timers/promises';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { databaseTrouble } from '../postgres/database-trouble.ts';
import { JOB_NAMES, type JobName, type JobPayload, jobKind, payloadOf } from './job-kinds.ts';
import { JOB_SCHEMA } from './job-schema.ts';

export interface Attempt {
  /** What fails now is given up. */
  readonly last: boolean;
}

/** What is done for one job. It may be done twice, where a process dies in the middle, and says so by throwing. */
export type JobHandlers = {
  readonly [N in JobName]: (payload: JobPayload<N>, attempt: Attempt) => Promise<void>;
};

export interface JobWorkerOptions {
  readonly url: string;
  readonly handlers: JobHandlers;
  /** Hears of what a handler threw. */
  readonly failed: (error: unknown, about: { readonly job: JobName; readonly payload: object }) => void;
  /** Hears of trouble with the queue itself. */
  readonly report: (error: unknown) => void;
}

export interface JobWorker {
  /** Begins nothing more, and ends what is under way; what has not ended after `patienceMs` is handed back. */
  stop(patienceMs: number): Promise<void>;
}

/** Beside the one that listens. */
const CONNECTIONS = 4;

/** Does the jobs of all kinds as they become due, until it is told to stop. */
export async function startJobWorker(options: JobWorkerOptions): Promise<JobWorker> {
  const boss = new PgBoss({
    connectionString: options.url,
    application_name: 'atelier-jobs',
    schema: JOB_SCHEMA,
    max: CONNECTIONS,
    migrate: false,
    useListenNotify: true,
  });
  boss.on('error', options.report);
  await boss.start();
  await lookForAll(boss);
  const stopping = new AbortController();
  for (const name of JOB_NAMES) await serve(boss, name, options, stopping.signal);
  return {
    async stop(patienceMs) {
      stopping.abort();
      await boss.stop({ timeout: patienceMs });
    },
  };
}

/** What has become due while no worker was there does not wait for the next full hour. */
export async function lookForAll(boss: PgBoss): Promise<void> {
  const kinds = JOB_NAMES.filter((name) => jobKind(name).look !== undefined);
  const looks = kinds.map((kind) => ({ data: { kind }, singletonKey: kind }));
  await boss.insert('look-for-due', looks);
}

async function serve(
  boss: PgBoss,
  name: JobName,
  options: JobWorkerOptions,
  stopping: AbortSignal,
): Promise<void> {
  const { atATime, pollingSeconds } = jobKind(name);
  await boss.work(
    name,
    {
      batchSize: atATime,
      burstWhenBatchFull: true,
      perJobResults: true,
      includeMetadata: true,
      pollingIntervalSeconds: pollingSeconds,
      notifyPollingIntervalSeconds: pollingSeconds,
    },
    (jobs: JobWithMetadata[]) => Promise.all(jobs.map((job) => attemptJob(name, job, options, stopping))),
  );
}

/** One that fails is alone in it: it waits, longer and longer, and is set apart as a dead letter in the end (S10). */
export async function attemptJob(
  name: JobName,
  { id, data, retryCount, retryLimit }: JobWithMetadata,
  { handlers, failed }: Pick<JobWorkerOptions, 'failed'> & { readonly handlers: Partial<JobHandlers> },
  stopping: AbortSignal,
): Promise<JobResult> {
  const attempt = { last: retryCount >= retryLimit };
  try {
    await whileDatabaseIsThere(() => perform(handlers, name, data, attempt), stopping);
    return { id, status: 'completed' };
  } catch (error) {
    failed(error, { job: name, payload: data });
    return { id, status: 'failed', output: { message: messageOf(error) } };
  }
}

async function perform<N extends JobName>(
  handlers: Partial<JobHandlers>,
  name: N,
  data: unknown,
  attempt: Attempt,
): Promise<void> {
  await handlers[name]?.(payloadOf(name, data), attempt);
}

const AGAIN_MS = 1_000;

/** A database that is away is the fault of no job, and counts as no attempt. */
async function whileDatabaseIsThere(work: () => Promise<void>, stopping: AbortSignal): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (databaseTrouble(error) === null || stopping.aborted) throw error;
      await delay(AGAIN_MS);
    }
  }
}

const LONGEST_MESSAGE = 300;

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_MESSAGE);
}
