import type pg from 'pg';
import { type Database, type Queryable, queryOf } from './database.ts';
import type { Announcement } from './feed/announcement.ts';
import { appendChanges } from './feed/append-changes.ts';
import type { Prisma } from './generated/client.ts';
import type { JobName, JobPayload } from './jobs/job-kinds.ts';
import type { JobOptions, JobQueue, NewJob } from './jobs/job-queue.ts';
import { errorCode, plainError } from './postgres/error-code.ts';
import { joinWhenAsked } from './prisma/joining.ts';

export interface Transaction extends Queryable {
  /** For what neither Prisma nor a statement can say: COPY. */
  readonly client: pg.PoolClient;
  /** Told to every open browser after the commit, in commit order; not at all after a rollback. */
  announce(announcement: Announcement): void;
  /** Done by a worker after the commit; not at all after a rollback. */
  enqueue<N extends JobName>(name: N, payload: JobPayload<N>, options?: JobOptions): void;
}

/**
 * Runs `work` in one transaction (read committed).
 *
 * Announcements are written by the last statement before the commit, so that the lock they take is held for one
 * commit only.
 *
 * `work` may be run again after a deadlock, so it does nothing outside its transaction that it cannot do twice.
 */
export async function transact<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(database, work);
    } catch (error) {
      if (tries === MOST_TRIES || !isLostRace(error)) throw error;
    }
  }
}

const MOST_TRIES = 5;

/** PostgreSQL ended the transaction so that another one could go on: it is as if it had never begun. */
function isLostRace(error: unknown): boolean {
  const code = errorCode(error);
  return code === '40P01' || code === '40001';
}

async function attempt<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  const part = joinWhenAsked(database.prisma, client);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await perform({ client, prisma: part.prisma, jobs: database.jobs }, work);
    await part.leave();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await part.leave().catch(() => undefined);
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw plainError(error);
  } finally {
    client.release(broken);
  }
}

interface Performing {
  readonly client: pg.PoolClient;
  readonly prisma: Prisma.TransactionClient;
  readonly jobs: JobQueue;
}

async function perform<T>(
  { client, prisma, jobs }: Performing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const announcements: Announcement[] = [];
  const query = queryOf(client);
  const newJobs: NewJob[] = [];
  const result = await work({
    client,
    prisma,
    query,
    announce: (announcement) => announcements.push(announcement),
    enqueue: (name, payload, options) => newJobs.push({ name, payload, ...options }),
  });
  if (newJobs.length > 0) await jobs.add(client, newJobs);
  if (announcements.length > 0) await appendChanges(query, announcements);
  return result;
}
