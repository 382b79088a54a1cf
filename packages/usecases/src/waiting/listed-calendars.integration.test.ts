import { fill } from '@atelier/sync/testing/sync-world';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import { expectOk, openTestStudio, type TestStudio } from '../booking/testing/studio.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import { setCalendar } from '../calendars/set-calendar.ts';
import { seeWaiting } from './see-waiting.ts';

const person = (userId: string, role: Actor['role']): Actor => ({
  userId,
  name: userId,
  email: `${userId}@studio.test`,
  role,
});
const ann = person('ann', 'ARTIST');
const others = [person('desk', 'STAFF'), person('max', 'ARTIST')];

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  for (const { userId, email, role } of others)
    await studio.world.database.prisma.user.create({ data: { id: userId, name: userId, email, role } });
});
afterEach(() => studio[Symbol.asyncDispose]());

const waits = (actor: Actor) => seeWaiting(studio.context, actor);
const looked = async () => {
  studio.world.at = new Date(studio.world.at.getTime() + 3_600_000);
  await studio.world.sync(studio.calendarId);
};
const objects = async (name: string) =>
  (await calendarOverview(studio.context, ann)).find((one) => one.name === name)?.objects;

async function appeared(): Promise<string> {
  studio.world.sandbox.addCalendar('ann', { uri: 'walk-ins', name: 'Walk-ins' });
  fill(studio.world, 'walk-ins', 3);
  await looked();
  const [item] = await waits(ann);
  return item?.id ?? '';
}

it('P9: calendars that were there when the account was connected are not offered once more', async () => {
  await looked();
  expect(await waits(ann)).toEqual([]);
});

it('P9: a calendar that appears at the provider is offered to whoever looks after it, and not read before', async () => {
  const id = await appeared();
  const offered = { kind: 'newCalendar', id, thing: { name: 'Walk-ins', account: 'Sandbox' } };
  expect(await waits(ann)).toMatchObject([offered]);
  expect(await waits(person('boss', 'ADMIN'))).toMatchObject([offered]);
  for (const other of others) expect(await waits(other)).toEqual([]);
  await looked();
  expect(await objects('Walk-ins')).toBe(0);
  expect(await waits(ann)).toHaveLength(1);
});

it('P9: it is kept in step, or left out; either way it is offered no more', async () => {
  const id = await appeared();
  expectOk(await setCalendar(studio.context, ann, { id, enabled: false }));
  await looked();
  expect(await waits(ann)).toEqual([]);
  expectOk(await setCalendar(studio.context, ann, { id, enabled: true }));
  await studio.world.sync(id);
  expect([await waits(ann), await objects('Walk-ins')]).toEqual([[], 3]);
});

it('P9: a calendar that its account lists no more is said, its events are kept, and it goes on when it is back', async () => {
  const { world, calendarId } = studio;
  fill(world, 'lea', 3);
  await looked();
  world.sandbox.removeCalendar('ann', 'lea');
  await looked();
  expect(await waits(ann)).toMatchObject([{ kind: 'goneCalendar', id: calendarId, thing: { name: 'lea' } }]);
  expect(await objects('lea')).toBe(3);
  world.sandbox.addCalendar('ann', { uri: 'lea', name: 'lea' });
  fill(world, 'lea', 3);
  await looked();
  expect(await waits(ann)).toEqual([]);
});

it('P9: whoever waits for it no longer has nothing deleted', async () => {
  const { world, calendarId } = studio;
  fill(world, 'lea', 3);
  await looked();
  world.sandbox.removeCalendar('ann', 'lea');
  await looked();
  expectOk(await setCalendar(studio.context, ann, { id: calendarId, enabled: false }));
  expect([await waits(ann), await objects('lea')]).toEqual([[], 3]);
});
