import { latestTick, readChanges } from '@atelier/database/feed/change-feed';
import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { expect, test } from 'vitest';
import { appointment, fill, openSyncWorld } from '../testing/sync-world.ts';

test('S1 after one round the local calendar equals the remote one, and so does a fresh full sync', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 60);
  await world.sync(work);
  world.sandbox.put('ann', 'work', 'a3.ics', appointment('uid-3', 20, 'moved'));
  world.sandbox.put('ann', 'work', 'new.ics', appointment('new'));
  world.sandbox.remove('ann', 'work', 'a7.ics');

  const [report] = await world.sync(work);

  expect(report?.pulled).toEqual({ added: 1, updated: 1, removed: 1, unchanged: 58 });
  expect(await world.mirror(work)).toEqual(world.remote('work'));
  const [full] = await world.sync(work, true);
  expect(full?.pulled).toEqual({ added: 0, updated: 0, removed: 0, unchanged: 60 });
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});

test('S1 case 1 2: a quiet account costs one request and one change at most three', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  await world.calendar('home');
  fill(world, 'work', 30);
  await world.engine.runDue([], () => undefined);
  world.sandbox.clearRequests();
  world.at = new Date(world.at.getTime() + 600_000);
  await world.engine.runDue([], () => undefined);
  expect(world.sandbox.requests.map(({ method }) => method)).toEqual(['PROPFIND']);

  world.sandbox.put('ann', 'work', 'a1.ics', appointment('uid-1', 2, 'changed'));
  world.sandbox.clearRequests();
  await world.sync(work);
  expect(world.sandbox.requests.length).toBeLessThanOrEqual(3);
});

test('S5 replaying a sync writes nothing, announces nothing and keeps every id', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 25);
  await world.sync(work);
  const ids = () => world.database.query('SELECT id, updated_at FROM calendar_object ORDER BY href');
  const before = await ids();
  const tick = await latestTick(world.database);
  await world.sync(work);
  await world.sync(work, true);
  expect(await ids()).toEqual(before);
  expect((await readChanges(world.database, tick)).changes).toEqual([]);
  expect(world.sandbox.blindWrites).toEqual([]);
});

test('S4 case 3: a run cut off between pages resumes without fetching again what it has', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 1_500);
  // Without the look ahead at this month, which would bring them all.
  world.sandbox.faults.add({
    match: onBody('calendar-query'),
    effect: { kind: 'status', status: 501 },
    occurs: 'always',
  });
  world.sandbox.faults.add({ match: onBody('sync-collection'), effect: { kind: 'reset', at: 'inside' } });
  const [broken] = await world.sync(work);
  expect(broken?.error?.kind).toBe('unreachable');
  const kept = (await world.mirror(work)).size;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(1_500);

  world.sandbox.clearRequests();
  const [resumed] = await world.sync(work);
  expect(resumed?.pulled.added).toBe(1_500 - kept);
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});

test('S7 case 11: deletions arrive in one sync, in whatever form the server tells them', async () => {
  for (const form of ['404', 'propstat-404', 'propstat-418', '418', '410'] as const) {
    await using world = await openSyncWorld();
    const work = await world.calendar('work');
    fill(world, 'work', 5);
    await world.sync(work);
    const effect = form === '404' ? null : ({ kind: 'deletion-form', form } as const);
    if (effect) world.sandbox.faults.add({ effect, occurs: 'always' });
    world.sandbox.remove('ann', 'work', 'a2.ics');
    const [report] = await world.sync(work);
    expect(report?.pulled.removed, form).toBe(1);
    expect(await world.mirror(work), form).toEqual(world.remote('work'));
  }
});

test('S3 case 44: an event whose address changed keeps its identity', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 5);
  await world.sync(work);
  const idOf = async (uid: string) =>
    (await world.database.query<{ id: string }>('SELECT id FROM calendar_object WHERE uid = $1', [uid])).map(
      ({ id }) => id,
    );
  const [before] = await idOf('uid-2');
  world.sandbox.remove('ann', 'work', 'a2.ics');
  world.sandbox.put('ann', 'work', 'elsewhere.ics', appointment('uid-2', 3, 'same event'));
  await world.sync(work);
  expect(await idOf('uid-2')).toEqual([before]);
});

test('T1 case 42: the same UID twice in one collection: both are kept', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  world.sandbox.put('ann', 'work', 'one.ics', appointment('twin', 3, 'one'));
  world.sandbox.put('ann', 'work', 'two.ics', appointment('twin', 4, 'two'));
  const [report] = await world.sync(work);
  expect(report?.pulled.added).toBe(2);
  expect(await world.mirror(work)).toEqual(world.remote('work'));
});

test('S10 an object that cannot be read is set aside with its reason, and the rest goes on', async () => {
  await using world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', 10);
  world.sandbox.put('ann', 'work', 'poison.ics', 'this is no calendar at all');
  const [report] = await world.sync(work);
  expect(report).toMatchObject({ quarantined: 1, pulled: { added: 11 } });
  const rows = await world.database.query<{ quarantined: string }>(
    'SELECT quarantined FROM calendar_object WHERE quarantined IS NOT NULL',
  );
  expect(rows[0]?.quarantined).toBe('read-no-calendar');

  world.sandbox.put('ann', 'work', 'poison.ics', appointment('healed'));
  const [healed] = await world.sync(work);
  expect(healed).toMatchObject({ quarantined: 0, pulled: { updated: 1 } });
});
