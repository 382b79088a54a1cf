import { beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import { approveRemovals } from '../../calendars/approve-removals.ts';
import { workDue } from '../../jobs/testing/work-due.ts';
import { setArtist } from '../settings/set-artist.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { followBookings } from './follow-bookings.ts';

let studio: TestStudio;

beforeEach(async () => {
  studio = await openTestStudio();
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { autoConfirm: true }));
  for (const time of ['10:00', '14:00']) expectOk(await studio.book(time));
  await studio.world.sync(studio.calendarId);
  return () => studio[Symbol.asyncDispose]();
});

const names = () => [...studio.world.sandbox.objects('ann', 'lea').keys()];
const states = async () =>
  (
    await studio.world.database.query<{ state: string }>('SELECT state::text FROM booking ORDER BY starts_at')
  ).map(({ state }) => state);
const mails = async () => (await studio.world.database.query('SELECT 1 FROM mail')).length;

it.each([
  ['comes back empty', () => studio.world.sandbox.addCalendar('ann', { uri: 'lea', name: 'lea' })],
  [
    'loses them one by one',
    () => {
      for (let n = 0; n < 5; n += 1) studio.world.sandbox.put('ann', 'lea', `o${n}.ics`, other(n));
      for (const name of names().filter((one) => !one.startsWith('o')))
        studio.world.sandbox.remove('ann', 'lea', name);
    },
  ],
])('S8 a calendar that %s cancels nobody until a person has said so', async (_, happen) => {
  const before = await mails();
  happen();
  const [report] = await studio.world.sync(studio.calendarId);
  expect(report).toMatchObject({ held: 2, pulled: { removed: 0 } });
  await workDue(followBookings, studio.context);
  expect(await states()).toEqual(['CONFIRMED', 'CONFIRMED']);
  expect(await mails()).toBe(before);

  expectOk(await approveRemovals(studio.context, OPERATOR, studio.calendarId));
  await studio.world.sync(studio.calendarId);
  await workDue(followBookings, studio.context);
  expect(await states()).toEqual(['CANCELLED', 'CANCELLED']);
});

it('S8 B9 one that the artist deletes is cancelled at once, as ever', async () => {
  studio.world.sandbox.remove('ann', 'lea', names()[0] ?? '');
  const [report] = await studio.world.sync(studio.calendarId);
  expect(report).toMatchObject({ held: 0, pulled: { removed: 1 } });
  await workDue(followBookings, studio.context);
  expect((await states()).toSorted()).toEqual(['CANCELLED', 'CONFIRMED']);
});

function other(n: number): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Phone//EN',
    'BEGIN:VEVENT',
    `UID:other-${n}`,
    'DTSTAMP:20260301T000000Z',
    `DTSTART:2026031${n}T180000Z`,
    'SUMMARY:Other',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
