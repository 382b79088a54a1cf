import { approveHeld } from '@atelier/database/calendar/calendar-store';
import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { describe, expect, test } from 'vitest';
import { localActor } from '../testing/local-actor.ts';
import { appointment, fill, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

async function filled(count: number): Promise<SyncWorld & { work: string }> {
  const world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', count);
  await world.sync(work);
  return Object.assign(world, { work });
}

const again = (world: SyncWorld) => world.sandbox.addCalendar('ann', { uri: 'work', name: 'work' });
const always = (world: SyncWorld, kind: 'token-future-accepted' | 'token-unknown-is-initial') =>
  world.sandbox.faults.add({ effect: { kind }, occurs: 'always' });
const requestsOf = async (world: SyncWorld & { work: string }) => {
  world.sandbox.clearRequests();
  await world.sync(world.work);
  return world.sandbox.requests.map(({ body }) => body);
};

describe('S1 S4 a calendar that is deleted and made again at the same address', () => {
  test.each(['token-future-accepted', 'token-unknown-is-initial', null] as const)(
    'seen gone in between, on a server with %s',
    async (kind) => {
      await using world = await filled(4);
      if (kind) always(world, kind);
      world.sandbox.removeCalendar('ann', 'work');
      await world.sync(world.work);
      again(world);
      world.sandbox.put('ann', 'work', 'a0.ics', appointment('uid-0', 20, 'Changed'));
      world.sandbox.put('ann', 'work', 'n.ics', appointment('new'));
      const [report] = await world.sync(world.work);
      expect(report).toMatchObject({ pulled: { added: 1, updated: 1, removed: 3 }, held: 0 });
      expect(await world.mirror(world.work)).toEqual(world.remote('work'));
    },
  );

  test.each(['token-future-accepted', 'token-unknown-is-initial'] as const)(
    'between two looks, on a server with %s',
    async (kind) => {
      await using world = await filled(4);
      always(world, kind);
      again(world);
      world.sandbox.put('ann', 'work', 'a0.ics', appointment('uid-0', 20, 'Changed'));
      world.sandbox.put('ann', 'work', 'n.ics', appointment('new'));
      await world.sync(world.work);
      expect(await world.mirror(world.work)).toEqual(world.remote('work'));
      expect(await requestsOf(world)).toEqual(['propfind']);
    },
  );

  test('even where a failure comes between its going and its return', async () => {
    await using world = await filled(4);
    always(world, 'token-future-accepted');
    world.sandbox.removeCalendar('ann', 'work');
    await world.sync(world.work);
    again(world);
    fill(world, 'work', 3);
    world.sandbox.put('ann', 'work', 'n.ics', appointment('new'));
    world.sandbox.faults.add({ match: onBody('sync-collection'), effect: { kind: 'status', status: 502 } });
    await world.sync(world.work);
    await world.sync(world.work);
    expect(await world.mirror(world.work)).toEqual(world.remote('work'));
  });
});

test('S4 S12 a server that was restored from a backup and takes our token for its own', async () => {
  await using world = await filled(6);
  always(world, 'token-future-accepted');
  again(world);
  fill(world, 'work', 4);
  world.sandbox.put('ann', 'work', 'late.ics', appointment('late'));
  const [report] = await world.sync(world.work);
  expect(report).toMatchObject({ pulled: { added: 1, removed: 2 } });
  expect(await world.mirror(world.work)).toEqual(world.remote('work'));
});

test('S4 S7 a deletion is seen although the server answers an unknown token with what is left', async () => {
  await using world = await filled(10);
  // As after a restore: the rows of the tokens are lost, the events are not.
  world.sandbox.faults.add({
    match: onBody('sync-collection'),
    effect: { kind: 'token-reset' },
    occurs: 'always',
  });
  world.sandbox.faults.add({
    match: onBody('sync-collection'),
    effect: { kind: 'token-unknown-is-initial' },
  });
  await world.database.query(
    `UPDATE calendar SET cursor = jsonb_set(cursor, '{token}', '"data:,7"') WHERE id = $1`,
    [world.work],
  );
  world.sandbox.remove('ann', 'work', 'a3.ics');
  const [report] = await world.sync(world.work);
  expect(report?.pulled.removed).toBe(1);
});

describe('S8 a calendar that comes back empty', () => {
  test.each([2, 6, 20])(
    'with %i events known: nothing is deleted until a person has decided',
    async (count) => {
      await using world = await filled(count);
      again(world);
      always(world, 'token-future-accepted');
      const [report] = await world.sync(world.work);
      expect(report).toMatchObject({ held: count, pulled: { removed: 0 } });
      expect(report?.error?.message).toContain('empty');
      expect((await world.mirror(world.work)).size).toBe(count);
      // It is looked at again by itself, and stays held as long as it is so.
      world.at = new Date(world.at.getTime() + 3_600_000);
      await world.engine.runDue([], () => undefined);
      expect((await world.mirror(world.work)).size).toBe(count);
      await approveHeld(world.database, world.work, world.at);
      expect((await world.sync(world.work))[0]).toMatchObject({ held: 0, pulled: { removed: count } });
    },
  );

  test('and is filled again: the hold ends by itself', async () => {
    await using world = await filled(6);
    again(world);
    await world.sync(world.work);
    fill(world, 'work', 6);
    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ held: 0, pulled: { removed: 0 } });
    expect(await world.mirror(world.work)).toEqual(world.remote('work'));
  });

  test('what was made here and has not arrived there does not count as known', async () => {
    await using world = await filled(3);
    await localActor(world).add(world.work, appointment('mine'));
    world.sandbox.faults.add({
      match: ({ method }) => method === 'PUT',
      effect: { kind: 'status', status: 423 },
      occurs: 'always',
    });
    again(world);
    expect((await world.sync(world.work))[0]).toMatchObject({ held: 3, pulled: { removed: 0 } });
  });
});

test('S8 events that get other addresses are renamed, not gone', async () => {
  await using world = await filled(30);
  const before = world.sandbox.objects('ann', 'work');
  for (const [name, { body }] of before) {
    world.sandbox.remove('ann', 'work', name);
    world.sandbox.put('ann', 'work', `new-${name}`, body);
  }
  const [report] = await world.sync(world.work, true);
  expect(report).toMatchObject({ held: 0, pulled: { added: 0, removed: 0 } });
  expect(await world.mirror(world.work)).toEqual(world.remote('work'));
});

test('S4 an ordinary round costs no request more: quiet, after a change there, and after one here', async () => {
  await using world = await filled(30);
  expect(await requestsOf(world)).toEqual(['propfind']);
  world.sandbox.put('ann', 'work', 'a1.ics', appointment('uid-1', 20, 'Changed'));
  expect(await requestsOf(world)).toEqual(['propfind', 'sync-collection', 'calendar-multiget']);
  expect(await requestsOf(world)).toEqual(['propfind']);
  await localActor(world).edit(world.work, 'uid-2', (text) => text.replace('SUMMARY:uid-2', 'SUMMARY:mine'));
  await world.sync(world.work);
  expect(await requestsOf(world)).toEqual(['propfind']);
});

test('S2 S15 a calendar that is in the trash gets no write, though it would take it: it waits, and says so', async () => {
  await using world = await filled(3);
  const ann = localActor(world);
  await ann.add(world.work, appointment('mine'));
  await ann.remove(world.work, 'uid-1');
  world.sandbox.faults.add({
    effect: { kind: 'trashed', calendar: 'work' },
    occurs: 'always',
  });
  world.sandbox.clearRequests();
  const [report] = await world.sync(world.work);
  expect(report).toMatchObject({
    pushed: { created: 0, updated: 0, removed: 0 },
    error: { kind: 'not-found' },
  });
  expect(world.sandbox.requests.map(({ method }) => method)).toEqual(['PROPFIND']);
  const waiting = await world.database.query<{ message: string }>(
    'SELECT failure_message AS message FROM outbox',
  );
  expect(waiting).toHaveLength(2);
  for (const { message } of waiting) expect(message).toContain('does not list this calendar');
  // The worker does not knock at it all the time.
  expect(await world.engine.runDue([], () => undefined)).toBeNull();

  world.sandbox.faults.clear();
  world.at = new Date(world.at.getTime() + 60_000);
  await world.engine.runDue([], () => undefined);
  expect(await world.mirror(world.work)).toEqual(world.remote('work'));
  expect([...world.remote('work').keys()]).toHaveLength(3);
  expect(await world.database.query('SELECT 1 FROM outbox')).toHaveLength(0);
});
