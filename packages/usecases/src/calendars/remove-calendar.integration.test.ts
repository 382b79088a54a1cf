import { expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../actor.ts';
import { setArtist } from '../booking/settings/set-artist.ts';
import { expectOk, openTestStudio } from '../booking/testing/studio.ts';
import { addCalendar } from './add-calendar.ts';
import { removeCalendar } from './remove-calendar.ts';

it('B10: a calendar of Atelier’s own goes at once when empty, with its events only when somebody says so, and never from under bookings', async () => {
  await using studio = await openTestStudio();
  const { context } = studio;
  const { database } = studio.world;
  const [{ email } = { email: '' }] = await database.query<{ email: string }>(
    'SELECT email FROM "user" LIMIT 1',
  );
  const wish = { name: 'Walk-ins', owner: email, zone: 'Europe/Zurich', kind: 'personal' } as const;
  const { id } = expectOk(await addCalendar(context, OPERATOR, wish));
  const stranger: Actor = { userId: 'kim', name: 'Kim', email: 'kim@studio.test', role: 'ARTIST' };
  expect(await removeCalendar(context, stranger, { id })).toMatchObject({ refusal: { kind: 'not-found' } });
  expect(expectOk(await removeCalendar(context, OPERATOR, { id }))).toEqual({ id, events: 0 });

  const { id: receiving } = expectOk(await addCalendar(context, OPERATOR, wish));
  const before = { calendarId: studio.calendarId };
  expectOk(await setArtist(context, OPERATOR, 'lea', { calendarId: receiving }));
  expectOk(await studio.book('10:00'));
  const asked = { id: receiving, withEvents: true };
  expect(await removeCalendar(context, OPERATOR, asked)).toMatchObject({ refusal: { kind: 'conflict' } });
  expectOk(await setArtist(context, OPERATOR, 'lea', before));
  expect(await removeCalendar(context, OPERATOR, asked)).toMatchObject({ refusal: { kind: 'conflict' } });
  await database.query("UPDATE booking SET state = 'COMPLETED'");
  expect(await removeCalendar(context, OPERATOR, { id: receiving })).toMatchObject({
    refusal: { kind: 'conflict', message: expect.stringContaining('an event') },
  });
  expect(expectOk(await removeCalendar(context, OPERATOR, asked))).toEqual({ id: receiving, events: 1 });
  expect(await database.query('SELECT 1 FROM booking')).toHaveLength(1);
  expect(await removeCalendar(context, OPERATOR, { id: studio.calendarId })).toMatchObject({
    refusal: { kind: 'conflict' },
  });
});
