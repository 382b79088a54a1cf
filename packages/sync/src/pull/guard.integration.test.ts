import { approveHeld } from '@atelier/database/calendar/calendar-store';
import { onBody, onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { describe, expect, test } from 'vitest';
import { fill, openSyncWorld, type SyncWorld } from '../testing/sync-world.ts';

async function filled(count: number): Promise<SyncWorld & { work: string }> {
  const world = await openSyncWorld();
  const work = await world.calendar('work');
  fill(world, 'work', count);
  await world.sync(work);
  return Object.assign(world, { work });
}

const stateOf = async ({ database }: SyncWorld, id: string) => {
  const { source, ...calendar } = await database.prisma.calendar.findUniqueOrThrow({
    where: { id },
    select: { state: true, heldHrefs: true, source: { select: { lastCompleteAt: true } } },
  });
  return { ...calendar, ...source };
};

describe('S8 mass-deletion guard', () => {
  test('S8 case 38: an answer that removes more than a fifth is held: nothing is deleted until a person approves', async () => {
    await using world = await filled(60);
    const before = await stateOf(world, world.work);
    for (let n = 0; n < 30; n += 1) world.sandbox.remove('ann', 'work', `a${n}.ics`);
    world.at = new Date(world.at.getTime() + 60_000);

    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ held: 30, pulled: { removed: 0 } });
    expect((await world.mirror(world.work)).size).toBe(60);
    expect(await stateOf(world, world.work)).toMatchObject({
      state: 'HELD',
      lastCompleteAt: before.lastCompleteAt,
    });

    await approveHeld(world.database, world.work, world.at);
    const [approved] = await world.sync(world.work);
    expect(approved).toMatchObject({ held: 0, pulled: { removed: 30 } });
    expect(await world.mirror(world.work)).toEqual(world.remote('work'));
  });

  test('S8 case 38: what was held comes back by itself: the hold ends by itself', async () => {
    await using world = await filled(60);
    const gone = [...world.sandbox.objects('ann', 'work')].slice(0, 30);
    for (const [name] of gone) world.sandbox.remove('ann', 'work', name);
    await world.sync(world.work);
    for (const [name, { body }] of gone) world.sandbox.put('ann', 'work', name, body);
    const [report] = await world.sync(world.work);
    expect(report?.held).toBe(0);
    expect(await stateOf(world, world.work)).toMatchObject({ state: 'OK', heldHrefs: [] });
    expect(await world.mirror(world.work)).toEqual(world.remote('work'));
  });

  test('S8 case 38: an empty list where there was something deletes nothing', async () => {
    await using world = await filled(25);
    world.sandbox.faults.add({ effect: { kind: 'emptied' }, occurs: 'always' });
    const [report] = await world.sync(world.work, true);
    expect(report?.pulled.removed).toBe(0);
    expect((await world.mirror(world.work)).size).toBe(25);
  });

  test('S8 case 38: a list that is empty once and full at the second look deletes nothing', async () => {
    await using world = await filled(10);
    world.sandbox.faults.add({ match: onBody('sync-collection'), effect: { kind: 'emptied' } });
    await world.sync(world.work, true);
    expect((await world.mirror(world.work)).size).toBe(10);
  });

  test('S8 clearing a handful of events is no alarm', async () => {
    await using world = await filled(3);
    for (let n = 0; n < 3; n += 1) world.sandbox.remove('ann', 'work', `a${n}.ics`);
    const [report] = await world.sync(world.work);
    expect(report).toMatchObject({ held: 0, pulled: { removed: 3 } });
  });
});

test('S8 case 39: a calendar that the account no longer lists keeps its events and says so', async () => {
  await using world = await filled(10);
  world.sandbox.removeCalendar('ann', 'work');
  const [report] = await world.sync(world.work);
  expect(report?.error?.kind).toBe('not-found');
  expect((await world.mirror(world.work)).size).toBe(10);
  expect((await stateOf(world, world.work)).state).toBe('GONE');
});

describe('S9 failure is never "no change"', () => {
  const answers = [
    ['credentials', { kind: 'status', status: 401 }],
    ['forbidden', { kind: 'status', status: 403 }],
    ['throttled', { kind: 'status', status: 429, retryAfter: 120 }],
    ['server-error', { kind: 'status', status: 500 }],
    ['server-error', { kind: 'status', status: 502 }],
    ['wrong-service', { kind: 'html' }],
    ['malformed', { kind: 'truncate' }],
    ['unreachable', { kind: 'reset', at: 'before' }],
  ] as const;
  test.each(answers)('S9 case 5: %s (%o) is reported and nothing is lost', async (kind, effect) => {
    await using world = await filled(5);
    const { lastCompleteAt } = await stateOf(world, world.work);
    world.sandbox.faults.add({ match: onMethod('PROPFIND', 'REPORT'), effect, occurs: 'always' });
    world.at = new Date(world.at.getTime() + 60_000);
    const [report] = await world.sync(world.work);
    expect(report?.error?.kind).toBe(kind);
    expect(report?.error?.message).toMatch(/\w+ \w+ \w+/);
    expect((await world.mirror(world.work)).size).toBe(5);
    // S15: "last synced" is the last COMPLETE pull.
    expect((await stateOf(world, world.work)).lastCompleteAt).toEqual(lastCompleteAt);
  });

  test('S9 a refused password stops the account at once: one request, then none', async () => {
    await using world = await filled(2);
    world.sandbox.addUser('ann', 'another');
    world.sandbox.clearRequests();
    const [report] = await world.sync(world.work);
    expect(report?.error?.kind).toBe('credentials');
    const asked = world.sandbox.requests.length;
    world.at = new Date(world.at.getTime() + 86_400_000);
    expect(await world.engine.runDue([], () => undefined)).toBeNull();
    await world.sync(world.work);
    expect(world.sandbox.requests.length).toBe(asked);
    expect(asked).toBe(1);
  });

  test('S9 case 21: a server that asks to be left alone is left alone for as long as it said', async () => {
    await using world = await filled(2);
    world.sandbox.faults.add({ effect: { kind: 'status', status: 503, retryAfter: 900 } });
    world.at = new Date(world.at.getTime() + 600_000);
    await world.engine.runDue([], () => undefined);
    world.at = new Date(world.at.getTime() + 890_000);
    expect(await world.engine.runDue([], () => undefined)).toBeNull();
    world.at = new Date(world.at.getTime() + 20_000);
    expect(await world.engine.runDue([], () => undefined)).toBe(world.connectionId);
  });
});
