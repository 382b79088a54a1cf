import { claimSources, LEASE_MS } from '@atelier/database/source/source-lease';
import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { expect, test } from 'vitest';
import { fill, openSyncWorld } from '../testing/sync-world.ts';
import { createSyncEngine } from './engine.ts';
import { startScheduler } from './scheduler.ts';

test('S3 case 23: two engines on one calendar: one runs it, the other waits, nothing is applied twice', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 300);
  const other = createSyncEngine(world.services);
  const [[one], [two]] = await Promise.all([
    world.engine.runNow([work], { full: false }),
    other.runNow([work], { full: false }),
  ]);
  expect([one?.pulled.added, two?.pulled.added].sort()).toEqual([0, 300]);
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});

test('S4 the calendars of a dead worker go on within a minute', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 3);
  const dead = '00000000-0000-4000-8000-000000000001';
  await claimSources(world.database, [work], { now: world.at, token: dead });
  expect(await world.engine.runDue([], () => undefined)).toBeNull();
  expect(LEASE_MS).toBeLessThanOrEqual(60_000);
  world.at = new Date(world.at.getTime() + LEASE_MS + 1);
  expect(await world.engine.runDue([], () => undefined)).toBe(world.connectionId);
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});

test('S4 S11: who waits for no longer gives back what they had, and leaves nothing waiting behind', async () => {
  await using world = await openSyncWorld();
  const [work, home] = [await world.calendar('work'), await world.calendar('home')];
  const elsewhere = '00000000-0000-4000-8000-000000000001';
  await claimSources(world.database, [work], { now: world.at, token: elsewhere });
  const patience = new AbortController();
  const asked = world.engine.runNow([work, home], { full: false, until: patience.signal });
  patience.abort();
  await expect(asked).rejects.toBe(patience.signal.reason);
  const held = await world.database.query(
    'SELECT id, lease_owner AS token FROM source WHERE lease_owner IS NOT NULL',
  );
  expect(held).toEqual([{ id: work, token: elsewhere }]);
  expect(world.sandbox.requests).toEqual([]);
});

test('S4 case 23: a runner that lost its lease writes nothing more', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 40);
  world.sandbox.faults.add({
    match: onBody('calendar-query'),
    effect: {
      kind: 'meanwhile',
      when: 'before',
      act: () => world.database.query('UPDATE source SET lease_owner = NULL, lease_until = NULL'),
    },
  });
  const [report] = await world.sync(work);
  expect(report?.error?.kind).toBe('taken-over');
  expect((await world.mirror(work)).size).toBe(0);
});

test('S11 case 21: a server that hangs delays no other account', async () => {
  await using slow = await openSyncWorld({ headersMs: 60_000 });
  const stuck = await slow.calendar('stuck');
  slow.sandbox.faults.add({ effect: { kind: 'stall', at: 'request' }, occurs: 'always' });
  await using quick = await openSyncWorld();
  const work = await quick.calendar('work');
  fill(quick, 'work', 5);
  // Each world has its own database; the scheduler sees both as one queue, the stuck one first.
  const served = Promise.withResolvers<void>();
  const scheduler = startScheduler({
    places: 2,
    everyMs: 20,
    report: served.reject,
    engine: {
      async runDue(except, claimed) {
        if (!except.includes(slow.connectionId)) return slow.engine.runDue(except, claimed);
        const found = await quick.engine.runDue(except, claimed);
        if (found) served.resolve();
        return found;
      },
    },
  });
  await served.promise;
  expect((await quick.mirror(work)).size).toBe(5);
  expect((await slow.mirror(stuck)).size).toBe(0);
  await slow.sandbox.stop(); // ends the stalled request
  await scheduler.stop();
});
