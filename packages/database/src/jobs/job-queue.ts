import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db, PgBoss } from 'pg-boss';
import type { JobName, JobPayload } from './job-kinds.ts';
import { DEAD_LETTERS, JOB_SCHEMA } from './job-schema.ts';

/** Whatever runs SQL: a pool, or the connection of a transaction. */
export interface SqlRunner {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface JobOptions {
  /** Not before; left out: at once. */
  readonly at?: Date | null;
  /** Of one key there is one job at most that waits or is under way; left out: of one payload. */
  readonly key?: string;
}

/** A job that is written with the transaction that it belongs to. */
export interface NewJob<N extends JobName = JobName> extends JobOptions {
  readonly name: N;
  readonly payload: JobPayload<N>;
}

/** A job that was given up. */
export interface DeadLetter {
  readonly id: string;
  readonly job: string;
  /** What it was about; null where it was about nothing in particular. */
  readonly item: string | null;
  readonly attempts: number;
  readonly failure: string;
  /** When the job was written. */
  readonly since: Date;
  readonly givenUpAt: Date;
}

/** The queue as everybody sees it who writes jobs or looks after them; a worker has more of it. */
export interface JobQueue {
  /** @param runner the connection of the transaction that they are a part of. */
  add(runner: SqlRunner, jobs: readonly NewJob[]): Promise<void>;
  /** The oldest first. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** The job begins anew. @returns false when there is no such dead letter. */
  retry(deadLetterId: string): Promise<boolean>;
}

/** @param pool reads what is known about the kinds of jobs; nothing is begun by itself. */
export function openJobQueue(pool: SqlRunner): JobQueue {
  // Whoever holds a connection must not wait for a second one, or all would wait for each other: also what pg-boss asks
  // on its way to add a job is asked on the connection of the transaction.
  const current = new AsyncLocalStorage<SqlRunner>();
  const db: Db = { executeSql: (text, values) => (current.getStore() ?? pool).query(text, values) };
  let opened: Promise<PgBoss> | null = null;
  // Many processes never write a job, and pg-boss is long to load.
  const open = () => {
    opened ??= import('pg-boss').then(({ PgBoss }) => new PgBoss({ db, schema: JOB_SCHEMA, migrate: false }));
    return opened;
  };
  return {
    async add(runner, jobs) {
      const boss = await open();
      await current.run(runner, async () => {
        for (const [name, group] of Map.groupBy(jobs, (job) => job.name))
          await boss.insert(name, group.map(toInsert));
      });
    },
    async deadLetters() {
      const boss = await open();
      const letters = await boss.findJobs<{ id?: string }>(DEAD_LETTERS, { queued: true });
      return letters.map(toDeadLetter).sort((a, b) => a.givenUpAt.getTime() - b.givenUpAt.getTime());
    },
    async retry(id) {
      const boss = await open();
      const found = await boss.findJobs(DEAD_LETTERS, { id, queued: true });
      if (found.length > 0) await boss.redrive(DEAD_LETTERS, { ids: [id] });
      return found.length > 0;
    },
  };
}

export function sqlOf(runner: SqlRunner): Db {
  return { executeSql: (text, values) => runner.query(text, values) };
}

function toInsert({ payload, key, at }: NewJob) {
  return { data: payload, singletonKey: key ?? keyOf(payload), ...(at && { startAfter: at }) };
}

/** Of jobs that say the same there is one at most that waits or is under way. */
export function keyOf(payload: object): string {
  return Object.values(payload).join(' ');
}

type Letter = Awaited<ReturnType<typeof PgBoss.prototype.findJobs<{ id?: string }>>>[number];

function toDeadLetter(letter: Letter): DeadLetter {
  return {
    id: letter.id,
    job: letter.sourceName ?? letter.name,
    item: letter.data.id ?? null,
    attempts: (letter.sourceRetryCount ?? 0) + 1,
    failure: failureIn(letter.sourceOutput),
    since: letter.sourceCreatedOn ?? letter.createdOn,
    givenUpAt: letter.createdOn,
  };
}

/** Of a handler that threw, or in words of pg-boss where a process died over the job. */
function failureIn(output: object | null): string {
  if (output && 'message' in output) return String(output.message);
  return output && 'value' in output ? JSON.stringify(output.value) : JSON.stringify(output);
}
