import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../../actor.ts';
import { calendarOverview } from '../../calendars/calendar-overview.ts';
import { setCalendar } from '../../calendars/set-calendar.ts';
import { writableCalendar } from '../../calendars/writable-calendar.ts';
import { listEvents } from '../../events/list-events.ts';
import { listObjects } from '../../events/list-objects.ts';
import { nextEvents } from '../../events/next-events.ts';
import { showEvent } from '../../events/show-event.ts';
import { knownNames } from '../../people/known-names.ts';
import { expectOk, openTestStudio, type TestStudio } from '../testing/studio.ts';
import { seeBookings } from '../view/see-bookings.ts';
import { setArtist } from './set-artist.ts';

const max: Actor = { userId: 'max', name: 'Max', email: 'max@studio.test', role: 'ARTIST' };
const DAY = { from: new Date('2026-03-12T00:00:00Z'), to: new Date('2026-03-13T00:00:00Z') };

let studio: TestStudio;
let privateId: string;
let otherId: string;
beforeEach(async () => {
  studio = await openTestStudio();
  const { world } = studio;
  [privateId, otherId] = [await world.calendar('private'), await world.calendar('other')];
  for (const [name, event] of [
    ['private', 'Dentist'],
    ['other', 'Not theirs'],
  ] as const)
    world.sandbox.put('ann', name, 'one.ics', eventOf(name, event));
  world.sandbox.put('ann', 'private', 'secret.ics', eventOf('secret', 'Secret', 'CLASS:PRIVATE'));
  for (const id of [privateId, otherId]) await world.sync(id);
  await world.database.prisma.user.create({
    data: { id: 'max', name: 'Max', email: 'max@studio.test', role: 'ARTIST' },
  });
  expectOk(await setArtist(studio.context, OPERATOR, 'lea', { blocking: [privateId] }));
  return () => studio[Symbol.asyncDispose]();
});

function eventOf(uid: string, summary: string, ...more: readonly string[]): string {
  const lines = ['DTSTAMP:20260301T000000Z', 'DTSTART:20260312T120000Z', 'DTEND:20260312T130000Z'];
  const event = ['BEGIN:VEVENT', `UID:${uid}`, ...lines, `SUMMARY:${summary}`, ...more, 'END:VEVENT'];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...event, 'END:VCALENDAR', ''].join('\r\n');
}
const signIn = (userId: string | null) =>
  setArtist(studio.context, OPERATOR, 'lea', { userId }).then(expectOk);
const calendars = async () => (await calendarOverview(studio.context, max)).map(({ id }) => id).toSorted();

describe('an artist who signs in', () => {
  it('I8 case 64: sees the calendars that receive and block their bookings, and no other, for as long as they are theirs', async () => {
    expect(await calendars()).toEqual([]);
    await signIn('max');
    expect(await calendars()).toEqual([studio.calendarId, privateId].toSorted());
    expectOk(await setArtist(studio.context, OPERATOR, 'lea', { blocking: [] }));
    expect(await calendars()).toEqual([studio.calendarId]);
    await signIn(null);
    expect(await calendars()).toEqual([]);
  });

  it('I8: finds their appointments in agenda and dashboard, and of what is private to its owner only that it is there', async () => {
    expectOk(await studio.book('10:00'));
    await signIn('max');
    const events = expectOk(await listEvents(studio.context, max, DAY));
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events)).toContain('Dentist');
    expect(JSON.stringify(events)).toContain('Nora');
    expect(JSON.stringify(events)).not.toContain('Secret');
    expect(JSON.stringify(events)).not.toContain('Not theirs');
    expect(await nextEvents(studio.context, max, 7)).toHaveLength(3);
    for (const { objectId } of events) {
      const shown = expectOk(await showEvent(studio.context, max, { objectId, recurrenceId: null }));
      expect(JSON.stringify(shown)).not.toContain('Secret');
    }
    expect(await seeBookings(studio.context, max, {})).toHaveLength(1);
  });

  it('I8: hears the names of their own clients and of no others, and everybody the artists', async () => {
    expectOk(await studio.book('10:00'));
    expect(await knownNames(studio.context, max)).toEqual(['Léa']);
    expect(await knownNames(studio.context, OPERATOR)).toEqual(['Léa', 'Nora']);
    await signIn('max');
    expect(await knownNames(studio.context, max)).toEqual(['Léa', 'Nora']);
  });

  it('I8: reads there and changes nothing: no event, no setting, no text as it is stored', async () => {
    await signIn('max');
    for (const id of [studio.calendarId, privateId]) {
      expect(await writableCalendar(studio.context, max, id)).toMatchObject({
        refusal: { kind: 'forbidden' },
      });
      expect(await setCalendar(studio.context, max, { id, name: 'Mine' })).toMatchObject({ ok: false });
      expect(await listObjects(studio.context, max, id)).toMatchObject({ ok: false });
    }
    expect(await setArtist(studio.context, max, 'lea', { calendarId: privateId })).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
    expect(await setArtist(studio.context, max, 'lea', { blocking: [otherId] })).toMatchObject({
      ok: false,
      refusal: { kind: 'not-found' },
    });
  });
});
