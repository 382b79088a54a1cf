import { listTombstones, pruneTombstones } from '@atelier/database/object/tombstone-store';
import { expect, it } from 'vitest';
import { localActor } from '../testing/local-actor.ts';
import { appointment, fill, NOW, openSyncWorld } from '../testing/sync-world.ts';

const DAY = 86_400_000;

it('S2 case 40: what was deleted here or there can be brought back for 30 days, text and all', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 3);
  await world.sync(work);
  await localActor(world).remove(work, 'uid-1');
  world.sandbox.remove('ann', 'work', 'a2.ics');
  await world.sync(work);
  expect(await world.mirror(work)).toEqual(world.remote('work'));
  const graves = async () =>
    (await listTombstones(world.database, [work], 10)).map(({ uid, local, source }) => ({
      uid,
      local,
      source,
    }));
  const both = [
    { uid: 'uid-1', local: true, source: appointment('uid-1', 2) },
    { uid: 'uid-2', local: false, source: appointment('uid-2', 3) },
  ];
  const byUid = (a: { uid: string }, b: { uid: string }) => a.uid.localeCompare(b.uid);

  world.at = new Date(NOW.getTime() + 29 * DAY);
  await pruneTombstones(world.database, world.at);
  expect((await graves()).sort(byUid)).toEqual(both);
  world.at = new Date(NOW.getTime() + 31 * DAY);
  await pruneTombstones(world.database, world.at);
  expect(await graves()).toEqual([]);
});
