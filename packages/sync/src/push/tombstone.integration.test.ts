import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, expect, test } from 'vitest';
import { localActor } from '../testing/local-actor.ts';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let work: string;

beforeEach(async () => {
  world = await openSyncWorld();
  work = await world.calendar('work');
  world.sandbox.put('ann', 'work', 'one.ics', appointment('one'));
  await world.sync(work);
  return () => world[Symbol.asyncDispose]();
});

test('S2 S7: the text of what was deleted at the provider is kept, so that it can be brought back', async () => {
  world.sandbox.remove('ann', 'work', 'one.ics');
  await world.sync(work);
  expect((await world.mirror(work)).size).toBe(0);
  expect(await world.database.query('SELECT uid, source, local FROM tombstone')).toEqual([
    { uid: 'one', source: appointment('one'), local: false },
  ]);
});

test('S2 S7: a deletion that has not reached the provider outlives another name for the same version', async () => {
  await localActor(world).remove(work, 'one');
  world.sandbox.faults.add({ match: onMethod('DELETE'), effect: { kind: 'status', status: 500 } });
  world.sandbox.faults.add({ effect: { kind: 'etag-form', form: 'numeric' }, occurs: 'always' });
  await world.sync(work, true);
  expect([(await world.mirror(work)).size, world.remote('work').size]).toEqual([0, 0]);
  expect(await world.database.query('SELECT kind FROM conflict')).toEqual([]);
});
