import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { createTestDatabase } from '../testing/migrated-database.ts';
import { transact } from '../transaction.ts';
import { jobMetrics } from './job-metrics.ts';
import { type JobHandlers, startJobWorker } from './job-worker.ts';
import { processAll } from './testing/process-all.ts';
import { unqueued } from './unqueued.ts';

let database: Database;
let now: Date;
const [A, B] = [randomUUID(), randomUUID()];

beforeEach(async () => {
  const test = await createTestDatabase();
  ({ database } = test);
  now = new Date('2026-03-10T09:00:00Z');
  return () => test[Symbol.asyncDispose]();
});

const clock = () => now;
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const add = (id: string, at: Date | null = null) =>
  transact(database, async (transaction) => transaction.enqueue('follow-booking', { id }, { at }));
const states = async () =>
  (
    await database.query<{ state: string }>(
      "SELECT state::text FROM pgboss.job WHERE name = 'follow-booking' ORDER BY created_on",
    )
  ).map(({ state }) => state);

/** Does jobs of one kind, and keeps what they were about. */
function follower(work: JobHandlers['follow-booking'] = async () => undefined) {
  const done: string[] = [];
  const handlers: Partial<JobHandlers> = {
    'follow-booking': async (payload, attempt) => {
      await work(payload, attempt);
      done.push(payload.id);
    },
  };
  return { done, process: () => processAll(database, { handlers, clock }) };
}

describe('a job', () => {
  it('is there with its transaction, and not at all where that is rolled back', async () => {
    const failing = transact(database, async (transaction) => {
      transaction.enqueue('follow-booking', { id: A });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow();
    await add(B);
    const { done, process } = follower();
    await process();
    expect(done).toEqual([B]);
  });

  it('is written on the connection of its transaction, for there may be no other', async () => {
    await using narrow = openDatabase(database.url, 1);
    await transact(narrow, async (transaction) => transaction.enqueue('follow-booking', { id: A }));
    expect(await states()).toEqual(['created']);
  });

  it('waits for its time', async () => {
    const { done, process } = follower();
    await process();
    await add(A, new Date(now.getTime() + 60_000));
    await process();
    expect(done).toEqual([]);
    later(1);
    await process();
    expect(done).toEqual([A]);
  });

  it('is there once for one item, and again when that is done', async () => {
    const { done, process } = follower();
    await add(A);
    await add(A);
    await process();
    expect(done).toEqual([A]);
    await add(A);
    await process();
    expect(done).toEqual([A, A]);
  });

  it('S10: that fails is tried again, later and later, is given up, and begins anew when somebody says so', async () => {
    let well = false;
    const tried: Date[] = [];
    const { done, process } = follower(async ({ id }) => {
      if (id === A) tried.push(now);
      if (id === A && !well) throw new Error('poison');
    });
    await process();
    await add(A);
    await add(B);
    for (let minute = 0; minute < 180; minute += 1) {
      await process();
      later(1);
    }
    expect(done).toEqual([B]);
    expect(tried).toHaveLength(8);
    const waits = tried.slice(1).map((at, n) => at.getTime() - (tried[n]?.getTime() ?? 0));
    expect(waits.at(-1)).toBeGreaterThan(4 * (waits.at(0) ?? 0));
    const [letter] = await database.jobs.deadLetters();
    expect(letter).toMatchObject({ job: 'follow-booking', item: A, attempts: 8, failure: 'poison' });
    expect(await unqueued(database, 'follow-booking', [A, B])).toEqual([B]);
    expect(await jobMetrics(database)).toMatchObject({ deadLetters: 1 });
    well = true;
    expect(await database.jobs.retry(letter?.id ?? '')).toBe(true);
    expect(await database.jobs.retry(letter?.id ?? '')).toBe(false);
    await process();
    expect(done).toEqual([B, A]);
    expect(await database.jobs.deadLetters()).toEqual([]);
  });

  it('that holds nonsense is given up like one that fails', async () => {
    const { process } = follower();
    await add('nonsense');
    for (let n = 0; n < 9; n += 1) {
      await process();
      later(120);
    }
    expect(await database.jobs.deadLetters()).toMatchObject([{ item: 'nonsense' }]);
  });
});

describe('a worker', () => {
  const idle = async () => undefined;
  const start = (follow: JobHandlers['follow-booking'], failed = vi.fn()) =>
    startJobWorker({
      url: database.url,
      failed,
      report: () => undefined,
      handlers: {
        'deliver-mail': idle,
        'expire-request': idle,
        'expire-inquiry': idle,
        'follow-booking': follow,
        'reverify-booking': idle,
        'remind-client': idle,
        'send-push': idle,
        'send-outgoing': idle,
        'file-sent': idle,
        'remind-events': idle,
        'alert-admins': idle,
        'roll-horizon': idle,
        'reread-calendar': idle,
        'tend-hints': idle,
        'release-holds': idle,
        'back-up': idle,
        tidy: idle,
        'look-for-due': idle,
      },
    });

  it('S4: ends what is under way before it stops', async () => {
    const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const worker = await start(() => {
      begun.resolve();
      return held.promise;
    });
    await add(A);
    await begun.promise;
    let stopped = false;
    const stopping = worker.stop(10_000).then(() => {
      stopped = true;
    });
    await delay(50);
    expect(stopped).toBe(false);
    held.resolve();
    await stopping;
    expect(await states()).toEqual(['completed']);
  });

  it('S4: hands back what does not end within its patience', async () => {
    const begun = Promise.withResolvers<void>();
    const worker = await start(() => {
      begun.resolve();
      return new Promise(() => undefined);
    });
    await add(A);
    await begun.promise;
    await worker.stop(1_000);
    expect(await states()).toEqual(['retry']);
  });

  it('S10: takes a database that is away for the fault of no job, and goes on when it is back', async () => {
    const failed = vi.fn();
    let tries = 0;
    const worker = await start(async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    }, failed);
    await add(A);
    await vi.waitFor(async () => expect(await states()).toEqual(['completed']), { timeout: 10_000 });
    expect([tries, failed.mock.calls]).toEqual([3, []]);
    await worker.stop(1_000);
  });
});
