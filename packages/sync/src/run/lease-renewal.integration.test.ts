import { claimSources, LEASE_MS } from '@atelier/database/source/source-lease';
import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { afterEach, expect, test, vi } from 'vitest';
import { fill, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

afterEach(() => vi.useRealTimers());

const leaseEnd = async ({ database }: SyncWorld) =>
  (await database.query<{ at: Date }>('SELECT lease_until AS at FROM source'))[0]?.at.getTime() ?? 0;

test('S4 a run that takes longer than a lease keeps it, and nobody else takes it over', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 10);
  const other = '00000000-0000-4000-8000-000000000001';
  let taken: readonly unknown[] = ['nobody asked'];
  const act = async () => {
    const before = await leaseEnd(world);
    world.at = new Date(world.at.getTime() + LEASE_MS - 1_000);
    vi.advanceTimersByTime(LEASE_MS / 3);
    for (let tries = 0; tries < 500 && (await leaseEnd(world)) === before; tries += 1);
    world.at = new Date(world.at.getTime() + 2_000);
    taken = await claimSources(world.database, [work], { now: world.at, token: other });
  };
  world.sandbox.faults.add({
    match: onBody('sync-collection'),
    effect: { kind: 'meanwhile', when: 'before', act },
  });
  const [report] = await world.sync(work);
  expect(taken).toEqual([]);
  expect(report?.error).toBeUndefined();
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});
