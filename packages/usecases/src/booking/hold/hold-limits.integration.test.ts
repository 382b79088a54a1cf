import { randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { checkTime } from '../availability/check-time.ts';
import { nextSlot } from '../availability/next-slot.ts';
import { addArtist } from '../settings/add-artist.ts';
import { saveService } from '../settings/save-service.ts';
import { setArtist } from '../settings/set-artist.ts';
import { setHours } from '../settings/set-hours.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { holdForVisitor } from './hold-for-visitor.ts';
import { holdSlot, releaseHeld } from './hold-slot.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

const wish = (time: string, artist = 'lea') => ({
  artist,
  serviceId: studio.serviceId,
  start: studio.at(time),
});

async function addMax(): Promise<void> {
  const { context, calendarId } = studio;
  const max = { name: 'Max', slug: 'max', timeZone: 'Europe/Zurich', calendarId };
  expectOk(await addArtist(context, OPERATOR, max));
  expectOk(await setArtist(context, OPERATOR, 'max', { slotInterval: 30 }));
  expectOk(await setHours(context, OPERATOR, 'max', { weekly: { th: [['09:00', '18:00']] } }));
  expectOk(
    await saveService(context, OPERATOR, { artist: 'max', name: 'Small', minutes: 60, bufferAfter: 15 }),
  );
}

it('B10 case 50: one address keeps five times at once, also when it asks for twenty in one moment', async () => {
  const context = { ...studio.context, originHash: randomBytes(32) };
  const times = ['09:00', '10:30', '12:00', '13:30', '15:00', '16:30'];
  const asked = [...times, ...times, ...times].map((time) => holdSlot(context, wish(time)));
  const held = (await Promise.all(asked)).flatMap((answer) =>
    answer.ok && answer.value.kind === 'held' ? [answer.value] : [],
  );
  expect(held).toHaveLength(5);
  const free = times.find((time) => !held.some(({ start }) => start.getTime() === studio.at(time).getTime()));
  expect(await holdSlot(context, wish(free ?? ''))).toMatchObject({
    ok: false,
    refusal: { kind: 'too-many' },
  });
  const other = { ...studio.context, originHash: randomBytes(32) };
  const elsewhere = expectOk(await holdSlot(other, wish(free ?? '')));
  expect(elsewhere.kind).toBe('held');

  const [first, second] = held;
  const moved = await holdSlot(context, {
    ...wish('09:00'),
    start: first?.start ?? new Date(),
    token: first?.token,
  });
  expect(expectOk(moved)).toMatchObject({ kind: 'held', token: first?.token });
  await releaseHeld(studio.context, second?.token ?? '');
  expect(
    expectOk(await holdSlot(context, { ...wish('09:00'), start: second?.start ?? new Date() })).kind,
  ).toBe('held');
});

it('B1 case 41: any artist keeps whoever is free, in turn, before anybody hears no', async () => {
  await addMax();
  const held = [];
  for (let n = 0; n < 3; n += 1)
    held.push(expectOk(await holdForVisitor(studio.context, wish('10:00', 'any'))));
  expect(held.map((one) => (one.kind === 'held' ? one.artist : one.reason)).sort()).toEqual([
    'HELD',
    'lea',
    'max',
  ]);
  const late = held[2];
  expect(late?.kind === 'taken' && late.nearest.length).toBe(3);
});

it('B1 case 49: two tabs that move one hold at once share it and break nothing', async () => {
  await addMax();
  const first = expectOk(await holdSlot(studio.context, wish('10:00')));
  if (first.kind !== 'held') throw new Error('not held');
  const { token } = first;
  const moves = ['11:30', '13:00', '14:30', '16:00'].flatMap((time) => [
    holdSlot(studio.context, { ...wish(time), token }),
    holdSlot(studio.context, { ...wish(time, 'any'), token }),
  ]);
  const answers = (await Promise.all(moves)).map(expectOk);
  expect(answers.every((one) => one.kind === 'held' && one.token === token)).toBe(true);
  expect(await studio.world.database.query('SELECT 1 FROM hold')).toHaveLength(1);
  expect(await studio.world.database.query('SELECT 1 FROM claim')).toHaveLength(1);
});

it('B8: the live check says why not, and whether the calendars were asked', async () => {
  expect(expectOk(await checkTime(studio.context, wish('10:00')))).toMatchObject({
    available: true,
    reason: null,
    verified: true,
    end: studio.at('11:00'),
  });
  const held = expectOk(await holdSlot(studio.context, wish('10:00')));
  const token = held.kind === 'held' ? held.token : '';
  expect(expectOk(await checkTime(studio.context, wish('10:00')))).toMatchObject({
    available: false,
    reason: 'HELD',
  });
  expect(expectOk(await checkTime(studio.context, { ...wish('10:00'), hold: token })).available).toBe(true);
  expect(expectOk(await checkTime(studio.context, wish('08:00'))).reason).toBe('CLOSED');
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { active: false }));
  expect(expectOk(await checkTime(studio.context, wish('10:00')))).toMatchObject({
    available: false,
    reason: 'INACTIVE',
  });
});

it('B7: the next free time is found weeks ahead, and none beyond the horizon', async () => {
  const { context, serviceId } = studio;
  const asked = { artist: 'lea', serviceId };
  const next = async (after: Date) => expectOk(await nextSlot(context, { ...asked, after }))?.start;
  expect(await next(studio.at('10:00'))).toEqual(studio.at('10:30'));
  const day = { date: '2026-05-28', ranges: [['14:00', '15:00']] };
  expectOk(await setHours(context, OPERATOR, 'lea', { weekly: {}, overrides: [day] }));
  expect(await next(studio.at('10:00'))).toEqual(new Date('2026-05-28T14:00:00+02:00'));
  expect(await next(new Date('2026-05-28T14:00:00+02:00'))).toBeUndefined();
  expect(await next(new Date(8.64e15))).toBeUndefined();
});
