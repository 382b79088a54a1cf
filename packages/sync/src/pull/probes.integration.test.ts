import { markWatched } from '@atelier/database/source/source-pace';
import { beforeEach, describe, expect, it } from 'vitest';
import { localActor } from '../testing/local-actor.ts';
import { appointment, fill, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let studio: string;

beforeEach(async () => {
  world = await openSyncWorld();
  studio = await world.calendar('studio');
  fill(world, 'studio', 3);
  await world.sync(studio);
  return () => world[Symbol.asyncDispose]();
});

const pass = (seconds: number) => {
  world.at = new Date(world.at.getTime() + seconds * 1_000);
};

async function waits() {
  const [row] = await world.database.query<{
    failures: number;
    accountFailures: number;
    next: Date;
    retry: Date | null;
    state: string;
  }>(
    `SELECT s.failures, k.failures AS "accountFailures", s.next_sync_at AS next, k.retry_at AS retry, c.state
     FROM calendar c JOIN source s ON s.id = c.id JOIN connection k ON k.id = c.connection_id WHERE c.id = $1`,
    [studio],
  );
  if (!row) throw new Error('it is gone');
  const seconds = (at: Date | null) => (at === null ? null : (at.getTime() - world.at.getTime()) / 1_000);
  return { ...row, next: seconds(row.next) ?? 0, retry: seconds(row.retry) };
}

/** As the worker does it, when its time has come. */
async function runScheduled(): Promise<void> {
  const { next, retry } = await waits();
  pass(Math.max(next, retry ?? 0, 0));
  await world.engine.runDue([], () => undefined);
}

const DOWN = { kind: 'status', status: 503 } as const;
const STUMBLES = { kind: 'status', status: 500 } as const;

describe.each([
  [
    'the account',
    () => world.sandbox.faults.add({ effect: { kind: 'reset', at: 'before' }, occurs: 'always' }),
  ],
  ['a server in maintenance', () => world.sandbox.faults.add({ effect: DOWN, occurs: 'always' })],
  [
    'the calendar alone',
    () => {
      world.sandbox.put('ann', 'studio', 'new.ics', appointment('new'));
      world.sandbox.faults.add({
        match: ({ method }) => method === 'REPORT',
        effect: { kind: 'status', status: 502 },
        occurs: 'always',
      });
    },
  ],
])('S9 a probe does not drive the scheduler: %s fails', (_, breakIt) => {
  it.each(['visitor', 'person'] as const)('however often a %s asks', async (trigger) => {
    breakIt();
    for (let n = 0; n < 9; n += 1) {
      pass(2);
      const [report] = await world.engine.runNow([studio], { full: false, trigger });
      expect(report?.error).toBeDefined();
    }
    const after = await waits();
    expect(after).toMatchObject({ failures: 0, accountFailures: 0 });
    expect(after.next).toBeLessThanOrEqual(37.5);
    expect(after.retry ?? 0).toBeLessThanOrEqual(37.5);
  });

  it('scheduled runs alone wait longer each time, and a run that was asked for ends it', async () => {
    breakIt();
    for (let n = 0; n < 6; n += 1) await runScheduled();
    const before = await waits();
    expect(Math.max(before.next, before.retry ?? 0)).toBeGreaterThan(600);
    await world.engine.runNow([studio], { full: false, trigger: 'visitor' });
    const asked = await waits();
    expect(asked.failures + asked.accountFailures).toBe(before.failures + before.accountFailures);
    expect(Math.max(asked.next, asked.retry ?? 0)).toBeLessThanOrEqual(37.5);
    world.sandbox.faults.clear();
    await world.engine.runNow([studio], { full: false, trigger: 'visitor' });
    expect(await waits()).toMatchObject({ failures: 0, accountFailures: 0, retry: null, state: 'OK' });
  });
});

describe('S9 the wait is no longer than the calendar’s own interval', () => {
  beforeEach(() => {
    world.sandbox.faults.add({ effect: { kind: 'reset', at: 'before' }, occurs: 'always' });
  });

  const failOften = async () => {
    for (let n = 0; n < 9; n += 1) await runScheduled();
  };
  const longest = async () => {
    const { next, retry } = await waits();
    return Math.max(next, retry ?? 0);
  };

  it('while somebody looks', async () => {
    await failOften();
    expect(await longest()).toBeGreaterThan(3_000);
    await markWatched(world.database, [studio], world.at);
    expect(await longest()).toBeLessThanOrEqual(300);
  });

  it('while a write waits, from when it is made on', async () => {
    await failOften();
    await localActor(world).add(studio, appointment('mine'));
    expect(await longest()).toBeLessThanOrEqual(300);
    await failOften();
    expect(await longest()).toBeLessThanOrEqual(300);
  });

  it('while a client waits for an answer', async () => {
    const calendarsAwaitingAnswer = async (ids: readonly string[]) => new Set(ids);
    Object.assign(world.services.bookings, { calendarsAwaitingAnswer });
    await failOften();
    expect(await longest()).toBeLessThanOrEqual(300);
  });
});

it('S9 what the server itself said stays, whoever asks', async () => {
  const effect = { kind: 'status', status: 503, retryAfter: 1_800 } as const;
  world.sandbox.faults.add({ effect, occurs: 'always' });
  await world.engine.runNow([studio], { full: false, trigger: 'visitor' });
  expect((await waits()).retry).toBe(1_800);
  await localActor(world).add(studio, appointment('mine'));
  expect((await waits()).retry).toBe(1_800);
  world.sandbox.clearRequests();
  const [report] = await world.engine.runNow([studio], { full: false, trigger: 'visitor' });
  expect(report?.error?.kind).toBe('throttled');
  expect(world.sandbox.requests).toHaveLength(0);
});

it('S9 a write that is tried because somebody asked is not held back longer for it', async () => {
  await localActor(world).add(studio, appointment('mine'));
  world.sandbox.faults.add({ match: ({ method }) => method === 'PUT', effect: STUMBLES, occurs: 'always' });
  for (let n = 0; n < 9; n += 1) {
    pass(2);
    await world.engine.runNow([studio], { full: false, trigger: 'visitor' });
  }
  const [write] = await world.database.query<{ attempts: number; state: string; next: Date }>(
    'SELECT attempts, state, next_try_at AS next FROM outbox',
  );
  expect(write).toMatchObject({ attempts: 0, state: 'WAITING' });
  expect(((write?.next.getTime() ?? 0) - world.at.getTime()) / 1_000).toBeLessThanOrEqual(37.5);
});

it('S15 the log says who asked', async () => {
  world.sandbox.put('ann', 'studio', 'b.ics', appointment('b'));
  await world.engine.runNow([studio], { full: false, trigger: 'visitor' });
  await world.engine.runNow([studio], { full: false });
  world.sandbox.put('ann', 'studio', 'c.ics', appointment('c'));
  pass(3_600);
  await world.engine.runDue([], () => undefined);
  const rows = await world.database.query<{ trigger: string }>(
    'SELECT trigger FROM sync_log ORDER BY started_at, id',
  );
  expect(
    rows
      .map(({ trigger }) => trigger)
      .slice(-3)
      .toSorted(),
  ).toEqual(['person', 'schedule', 'visitor']);
});
