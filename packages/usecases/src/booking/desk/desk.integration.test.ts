import { addCalendar } from '@atelier/database/testing/add-calendar';
import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { extendHeld, holdSlot } from '../hold/hold-slot.ts';
import { addArtist } from '../settings/add-artist.ts';
import { setArtist } from '../settings/set-artist.ts';
import { setHours } from '../settings/set-hours.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { freeArtists } from './free-artists.ts';
import { standingHolds } from './standing-holds.ts';
import { whyClosed } from './why-closed.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await openTestStudio();
  return () => studio[Symbol.asyncDispose]();
});

async function addMax(): Promise<void> {
  const { context } = studio;
  const { ownerId } = await context.database.prisma.calendar.findFirstOrThrow();
  const calendarId = await addCalendar(context.database, { name: 'Max', ownerId, timeZone: 'Europe/Zurich' });
  const max = { name: 'Max', slug: 'max', timeZone: 'Europe/Zurich', calendarId };
  expectOk(await addArtist(context, OPERATOR, max));
  expectOk(await setHours(context, OPERATOR, 'max', { weekly: { th: [['09:00', '18:00']] } }));
}

async function free(time: string, minutes: number) {
  const asked = { start: studio.at(time), minutes };
  const found = await freeArtists(studio.context, OPERATOR, asked);
  return found.map(({ artist, state, reason }) => `${artist} ${state} ${reason ?? ''}`.trim());
}

it('B2: who is free for so long: any length at any minute, hours and what is taken count, and grid and notice do not', async () => {
  await addMax();
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { noticeMinutes: 10_000 }));
  expect(await free('14:10', 180)).toEqual(['lea free', 'max free']);
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { noticeMinutes: 0 }));
  expectOk(await studio.book('14:00'));
  expect(await free('14:10', 180)).toEqual(['max free', 'lea taken BUSY']);
  // The quarter of an hour behind the appointment is kept free.
  expect(await free('15:05', 60)).toEqual(['max free', 'lea taken BUFFER']);
  expect(await free('15:15', 120)).toEqual(['lea free', 'max free']);
  expect(await free('16:00', 180)).toEqual(['lea taken CLOSED', 'max taken CLOSED']);
});

it('B8: whose calendar has not been heard of lately is not called free', async () => {
  await addMax();
  studio.world.at = new Date(studio.world.at.getTime() + 31 * 60_000);
  expect(await free('14:00', 60)).toEqual(['max free', 'lea unsure']);
});

it('I4: why a time is closed, service by service', async () => {
  const why = async (time: string) => {
    const [service] = expectOk(
      await whyClosed(studio.context, OPERATOR, { artist: 'lea', start: studio.at(time) }),
    );
    return service;
  };
  expect(await why('10:00')).toMatchObject({ name: 'Small', minutes: 60, why: null });
  expect((await why('07:00'))?.why).toMatchObject({
    reason: 'CLOSED',
    open: [{ start: studio.at('09:00').getTime(), end: studio.at('18:00').getTime() }],
  });
  expectOk(await studio.book('10:00'));
  expect((await why('10:30'))?.why).toMatchObject({
    reason: 'BUSY',
    by: { start: studio.at('10:00').getTime() },
  });
  expect((await why('11:00'))?.why).toMatchObject({ reason: 'BUFFER', buffer: 15 });
});

it('B12: what is held is known until it lapses, with the time that it has left', async () => {
  const slot = { artist: 'lea', serviceId: studio.serviceId, start: studio.at('10:00') };
  const held = expectOk(await holdSlot(studio.context, slot));
  if (held.kind !== 'held') throw new Error('not held');
  const span = { from: studio.at('00:00'), to: studio.at('23:59') };
  const seen = () => standingHolds(studio.context, OPERATOR, span);
  const [first] = await seen();
  expect(first).toMatchObject({
    artist: 'lea',
    start: slot.start,
    end: studio.at('11:00'),
    expiresAt: held.expiresAt,
  });
  studio.world.at = new Date(studio.world.at.getTime() + 60_000);
  expectOk(await extendHeld(studio.context, held.token));
  expect((await seen())[0]?.expiresAt).toEqual(new Date(held.expiresAt.getTime() + 60_000));
  const [told] = await studio.context.database.prisma.change.findMany({ orderBy: { tick: 'desc' }, take: 1 });
  expect(told).toMatchObject({ topic: 'slots' });
  studio.world.at = new Date(studio.world.at.getTime() + 6 * 60_000);
  expect(await seen()).toEqual([]);
  const other = { userId: 'nobody', role: 'ARTIST', name: 'Nobody' } as never;
  expect(await standingHolds(studio.context, other, span)).toEqual([]);
});
