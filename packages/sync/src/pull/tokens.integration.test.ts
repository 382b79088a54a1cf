import { onBody, onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
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

const idsByUid = async ({ database }: SyncWorld) =>
  new Map(
    (await database.query<{ uid: string; id: string }>('SELECT uid, id FROM calendar_object')).map(
      ({ uid, id }) => [uid, id] as const,
    ),
  );
const titled = (title: string) => (source: string) =>
  source.replace(/^SUMMARY:.*(?=\r$)/m, `SUMMARY:${title}`);

describe('S4 S2 case 4: a token that is refused costs no id and no edit that has not been sent', () => {
  test.each([
    [403, true],
    [409, false],
    [410, false],
    [412, false],
    [400, false],
    [415, false],
    [500, false],
  ])('with %i', async (status, precondition) => {
    await using world = await filled(6);
    const { work, sandbox } = world;
    const before = await idsByUid(world);
    const ann = localActor(world);
    await ann.edit(work, 'uid-1', titled('Edited here'));
    await ann.add(work, appointment('new-here'));
    await ann.remove(work, 'uid-5');
    sandbox.put('ann', 'work', 'a3.ics', appointment('uid-3', 20, 'Edited there'));
    sandbox.put('ann', 'work', 'b.ics', appointment('new-there'));
    sandbox.remove('ann', 'work', 'a2.ics');
    sandbox.faults.add({ effect: { kind: 'token-refused', status, precondition }, occurs: 'always' });
    sandbox.faults.add({
      match: onMethod('PUT', 'DELETE'),
      effect: { kind: 'status', status: 423 },
      occurs: 'always',
    });

    const [report] = await world.sync(work);

    expect(report).toMatchObject({ pulled: { added: 1, updated: 1, removed: 1 }, conflicts: 0 });
    const after = await idsByUid(world);
    expect([...after.keys()].sort()).toEqual(['new-here', 'new-there', 'uid-0', 'uid-1', 'uid-3', 'uid-4']);
    for (const uid of ['uid-0', 'uid-1', 'uid-3', 'uid-4']) expect(after.get(uid)).toBe(before.get(uid));
    expect(await world.database.query('SELECT 1 FROM outbox')).toHaveLength(3);

    sandbox.faults.clear();
    world.at = new Date(world.at.getTime() + 3_600_000);
    await world.sync(work);
    expect(sandbox.objects('ann', 'work').get('a1.ics')?.body).toContain('SUMMARY:Edited here');
    expect(await world.mirror(work)).toEqual(world.remote('work'));
    expect([...world.remote('work').keys()]).not.toContain('a5.ics');
    expect((await idsByUid(world)).get('uid-1')).toBe(before.get('uid-1'));
  });
});

describe('S1 S5 case 7: a server that hands out the first token again each time', () => {
  test('is asked once while nothing changes, and nothing is read or written twice when something does', async () => {
    await using world = await filled(30);
    const { work, sandbox } = world;
    sandbox.faults.add({
      match: onBody('sync-collection'),
      effect: { kind: 'token-reset' },
      occurs: 'always',
    });
    for (const day of [3, 4, 5]) {
      const before = await world.database.query(
        'SELECT id, updated_at FROM calendar_object WHERE uid <> $1',
        ['uid-1'],
      );
      sandbox.put('ann', 'work', 'a1.ics', appointment('uid-1', day, `day ${day}`));
      sandbox.clearRequests();
      expect(await world.sync(work)).toMatchObject([{ pulled: { added: 0, updated: 1, removed: 0 } }]);
      const unasked = await world.database.query(
        'SELECT id, updated_at FROM calendar_object WHERE uid <> $1',
        ['uid-1'],
      );
      expect(unasked).toEqual(before);
      expect(sandbox.requests.filter(({ body }) => body === 'calendar-multiget')).toHaveLength(1);
      sandbox.clearRequests();
      await world.sync(work);
      expect(sandbox.requests.map(({ body }) => body)).toEqual(['propfind']);
    }
    expect(await world.mirror(work)).toEqual(world.remote('work'));
  });

  test('S12 case 6: even where it shows that token everywhere: the next audit finds the change', async () => {
    await using world = await openSyncWorld();
    const work = await world.calendar('work');
    world.sandbox.faults.add({ effect: { kind: 'token-reset' }, occurs: 'always' });
    fill(world, 'work', 30);
    await world.sync(work);
    world.sandbox.put('ann', 'work', 'a1.ics', appointment('uid-1', 9, 'changed'));
    world.at = new Date(world.at.getTime() + 25 * 3_600_000);
    await world.engine.runDue([], () => undefined);
    expect(await world.mirror(work)).toEqual(world.remote('work'));
  });
});

test('S7 S9: a server that no longer tells changes by token is asked by etags at once', async () => {
  await using world = await filled(3);
  const { work, sandbox } = world;
  sandbox.faults.add({ effect: { kind: 'without', features: ['sync-collection'] }, occurs: 'always' });
  sandbox.remove('ann', 'work', 'a1.ics');
  const [report] = await world.sync(work);
  expect(report).toMatchObject({ pulled: { added: 0, updated: 0, removed: 1 } });
  expect(report?.error).toBeUndefined();
});
