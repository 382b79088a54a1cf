import { both, onCalendar, onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { describe, expect, test } from 'vitest';
import { fill, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

async function filled(count: number): Promise<SyncWorld & { work: string }> {
  const world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', count);
  await world.sync(work);
  return Object.assign(world, { work });
}

async function stateOf({ database, work }: SyncWorld & { work: string }) {
  const { state } = await database.prisma.calendar.findUniqueOrThrow({
    where: { id: work },
    select: { state: true },
  });
  return state;
}

const later = (world: SyncWorld) => {
  world.at = new Date(world.at.getTime() + 86_400_000);
};

describe('S8 case 38: what is not there any more is first of all doubted', () => {
  test('a home that is not found deletes nothing, and heals by itself', async () => {
    await using world = await filled(8);
    world.sandbox.faults.add({
      match: ({ method, target }) => method === 'PROPFIND' && target.kind === 'home',
      effect: { kind: 'status', status: 404 },
      occurs: 'always',
    });
    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ pulled: { removed: 0 }, error: { kind: 'not-found' } });
    expect((await world.mirror(world.work)).size).toBe(8);
    world.sandbox.faults.clear();
    later(world);
    const [healed] = await world.sync(world.work);
    expect(healed?.error).toBeUndefined();
    expect(await stateOf(world)).toBe('OK');
    expect(await world.mirror(world.work)).toEqual(world.remote('work'));
  });

  test.each([
    [{ kind: 'truncate' }, 'malformed'],
    [{ kind: 'non-xml' }, 'malformed'],
    [{ kind: 'html' }, 'wrong-service'],
  ] as const)('a full list that is %j deletes nothing', async (effect, kind) => {
    await using world = await filled(8);
    world.sandbox.remove('ann', 'work', 'a1.ics');
    world.sandbox.faults.add({
      match: both(onMethod('PROPFIND', 'REPORT'), onCalendar('work')),
      effect,
      occurs: 'always',
    });
    const [report] = await world.sync(world.work, true);
    expect(report).toMatchObject({ pulled: { removed: 0 }, error: { kind } });
    expect((await world.mirror(world.work)).size).toBe(8);
  });

  test('a calendar that is made anew and empty at the same address is held', async () => {
    await using world = await filled(30);
    world.sandbox.addCalendar('ann', { uri: 'work', name: 'work' });
    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ held: 30, pulled: { removed: 0 } });
    expect(await stateOf(world)).toBe('HELD');
    expect((await world.mirror(world.work)).size).toBe(30);
  });
});

describe('S8 S9 case 39: three ways to be gone are three things', () => {
  test('the calendar is gone: its events stay and it says so', async () => {
    await using world = await filled(8);
    world.sandbox.removeCalendar('ann', 'work');
    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ pulled: { removed: 0 }, error: { kind: 'not-found' } });
    expect(await stateOf(world)).toBe('GONE');
    expect((await world.mirror(world.work)).size).toBe(8);
  });

  test('the right to read it is gone: its events stay and it says that', async () => {
    await using world = await filled(8);
    world.sandbox.remove('ann', 'work', 'a1.ics');
    world.sandbox.faults.add({
      match: onCalendar('work'),
      effect: { kind: 'status', status: 403, error: '<d:need-privileges/>' },
      occurs: 'always',
    });
    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ pulled: { removed: 0 }, error: { kind: 'forbidden' } });
    expect(await stateOf(world)).toBe('FAILING');
    expect((await world.mirror(world.work)).size).toBe(8);
  });

  test('events of it are gone: they go, and nothing is wrong', async () => {
    await using world = await filled(8);
    for (const name of ['a1.ics', 'a2.ics']) world.sandbox.remove('ann', 'work', name);
    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ pulled: { removed: 2 }, held: 0 });
    expect(await stateOf(world)).toBe('OK');
    expect((await world.mirror(world.work)).size).toBe(6);
  });
});
