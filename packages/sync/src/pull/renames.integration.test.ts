import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { beforeEach, describe, expect, test } from 'vitest';
import { localActor } from '../testing/local-actor.ts';
import { appointment, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

let world: SyncWorld;
let work: string;

beforeEach(async () => {
  world = await openSyncWorld();
  work = await world.calendar('work');
  world.sandbox.put('ann', 'work', 'old.ics', appointment('renamed'));
  return () => world[Symbol.asyncDispose]();
});

/** Several pages of them. */
const OTHERS = Array.from({ length: 340 }, (_, n) => ({
  name: `a${n}.ics`,
  uid: `uid-${n}`,
  day: 1 + (n % 28),
}));
const idOfRenamed = () => world.database.query("SELECT id FROM calendar_object WHERE uid = 'renamed'");

describe('S3 case 44: an event that gets another address is the same one', () => {
  test('also in a full comparison, which misses its old address pages later', async () => {
    for (const { name, uid, day } of OTHERS) world.sandbox.put('ann', 'work', name, appointment(uid, day));
    await world.sync(work);
    const before = await idOfRenamed();
    // Listed in the order in which they are put.
    for (const name of world.remote('work').keys()) world.sandbox.remove('ann', 'work', name);
    world.sandbox.put('ann', 'work', 'new.ics', appointment('renamed'));
    for (const { name, uid, day } of OTHERS)
      world.sandbox.put('ann', 'work', name, appointment(uid, day, 'changed'));
    const [report] = await world.sync(work, true);
    expect(report?.pulled).toMatchObject({ added: 0, removed: 0 });
    expect(await idOfRenamed()).toEqual(before);
    expect(await world.mirror(work)).toEqual(world.remote('work'));
  });

  test('S2: and an edit that waits to be written goes there', async () => {
    await world.sync(work);
    await localActor(world).edit(work, 'renamed', (source) =>
      source.replace('SUMMARY:renamed', 'SUMMARY:edited'),
    );
    world.sandbox.remove('ann', 'work', 'old.ics');
    world.sandbox.put('ann', 'work', 'new.ics', appointment('renamed'));
    world.sandbox.faults.add({ match: onMethod('PUT'), effect: { kind: 'status', status: 500 } });
    await world.sync(work);
    expect(world.sandbox.objects('ann', 'work').get('new.ics')?.body).toContain('SUMMARY:edited');
    expect(await world.mirror(work)).toEqual(world.remote('work'));
    expect(await world.database.query('SELECT kind FROM conflict')).toEqual([]);
  });
});
