import { randomUUID } from 'node:crypto';
import { readObject } from '@atelier/calendar/read/read-object';
import type { Database } from '@atelier/database/database';
import { putObjects, removeObjects } from '@atelier/database/object/object-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import { transact } from '@atelier/database/transaction';
import { type EventText, eventFile } from '@atelier/testkit/event-builder';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../actor.ts';
import { type SearchEvents, searchEvents } from './search-events.ts';

const ZONE = 'Europe/Zurich';
const NOW = new Date('2026-03-02T12:00:00Z');
const HORIZON = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
const lea: Actor = { userId: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST' };
const noa: Actor = { userId: 'noa', name: 'Noa', email: 'noa@studio.test', role: 'ARTIST' };
const desk: Actor = { userId: 'desk', name: 'Desk', email: 'desk@studio.test', role: 'STAFF' };

let opened: TestDatabase;
let database: Database;
let calendar: string;
let group: string;

beforeAll(async () => {
  opened = await createTestDatabase();
  database = opened.database;
  for (const { userId: id, name, email, role } of [lea, noa, desk])
    await database.prisma.user.create({ data: { id, name, email, role } });
});
beforeEach(async () => {
  await database.prisma.calendar.deleteMany();
  const common = { timeZone: ZONE, horizonFrom: HORIZON.from, horizonTo: HORIZON.to };
  calendar = await addCalendar(database, { ownerId: 'lea', name: 'Tattoos', ...common });
  group = await addCalendar(database, { ownerId: 'lea', name: 'Studio', kind: 'GROUP', ...common });
});
afterAll(() => opened[Symbol.asyncDispose]());

const NORA = 'ATTENDEE;CN=Nora:mailto:n@x.test';
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE);

/** Stores events, an hour on a day of March where no other is said. */
async function store(into: string, ...texts: (Partial<EventText> & { readonly day?: string })[]) {
  const objects = texts.map(({ day = '2026-03-10', ...event }) => {
    const id = randomUUID();
    const source = eventFile({ uid: id, start: at(`${day}T10:00`), end: at(`${day}T11:00`), ...event });
    const read = readObject(source, { zone: ZONE, from: HORIZON.from.getTime(), to: HORIZON.to.getTime() });
    if (!read.ok) throw new Error(read.reason);
    return { ...read.object, id, href: `/${id}.ics`, etag: null, source, quarantined: null };
  });
  await transact(database, (transaction) => putObjects(transaction, into, objects));
  return objects;
}

const search = (actor: Actor, words: readonly string[], more: Partial<SearchEvents> = {}) =>
  searchEvents({ database, clock: () => NOW }, actor, { words, limit: 20, ...more });
const titles = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).events.map(({ title }) => title);

describe('a word is found', () => {
  it.each(['lea', 'LÉA', 'éa', 'Lea', 'lea kontur', 'genève', 'nora', 'narbe'])(
    'as %s, in the title, the place, the notes or among the people',
    async (text) => {
      await store(
        calendar,
        {
          summary: 'Léa Kontur',
          location: 'Atelier Genève',
          description: 'Eine alte Narbe',
          lines: [NORA],
        },
        { summary: 'Something else' },
      );
      expect(await titles(lea, text.split(' '))).toEqual(['Léa Kontur']);
    },
  );

  it('only where every word is there, and signs of patterns stand for themselves', async () => {
    await store(calendar, { summary: '100 % flash_day' }, { summary: '100 flashXday' });
    expect(await titles(lea, ['100', '%'])).toEqual(['100 % flash_day']);
    expect(await titles(lea, ['flash_day'])).toEqual(['100 % flash_day']);
    expect(await titles(lea, ['flash', 'nobody'])).toEqual([]);
    expect(await titles(lea, [])).toEqual([]);
  });

  it('by place and by people apart, in one calendar and between dates', async () => {
    await store(calendar, { summary: 'A', location: 'Nora Street' }, { summary: 'B', lines: [NORA] });
    await store(group, { summary: 'C', lines: [NORA], day: '2026-04-10' });
    expect(await titles(lea, ['nora'])).toEqual(expect.arrayContaining(['A', 'B', 'C']));
    expect(await titles(lea, [], { people: ['nora'] })).toEqual(['B', 'C']);
    expect(await titles(lea, [], { places: ['nora'] })).toEqual(['A']);
    expect(await titles(lea, [], { people: ['nora'], calendarIds: [group] })).toEqual(['C']);
    const april = new Date('2026-04-01T00:00:00Z');
    expect(await titles(lea, [], { people: ['nora'], from: april })).toEqual(['C']);
    expect(await titles(lea, [], { people: ['nora'], to: april })).toEqual(['B']);
  });

  it('with a piece of the notes in which it stands', async () => {
    await store(calendar, {
      summary: 'A',
      description: `${'x '.repeat(40)}eine Narbe am Arm ${'y '.repeat(90)}`,
    });
    const [{ notes } = { notes: null }] = (await search(lea, ['narbe'])).events;
    expect(notes).toMatch(/^….*eine Narbe am Arm.*…$/);
    const [other] = (await search(lea, ['a'])).events;
    expect(other?.notes).toContain('Narbe');
  });
});

it('what is to come stands first, the nearest first, then what is over; a series once, with its next date', async () => {
  await store(
    calendar,
    { summary: 'Ink far', day: '2026-05-01' },
    { summary: 'Ink last', day: '2026-02-27' },
    { summary: 'Ink next', day: '2026-03-03' },
    { summary: 'Ink long ago', day: '2025-06-01' },
    { summary: 'Ink weekly', day: '2025-03-06', rrule: 'FREQ=WEEKLY' },
  );
  const { events } = await search(lea, ['ink']);
  expect(events.map(({ title }) => title)).toEqual([
    'Ink next',
    'Ink weekly',
    'Ink far',
    'Ink last',
    'Ink long ago',
  ]);
  expect(events[1]?.startsAt.toISOString()).toBe('2026-03-05T09:00:00.000Z');
  expect(await titles(lea, ['ink'], { limit: 1 })).toEqual(['Ink next', 'Ink last']);
});

it('what is edited is found by its new words alone, what is deleted not at all', async () => {
  const [object] = await store(calendar, { summary: 'Dragon' });
  if (!object) throw new Error('nothing was stored');
  const [component] = object.components;
  if (!component) throw new Error('nothing was read');
  const edited = { ...object, components: [{ ...component, summary: 'Phoenix' }] };
  await transact(database, (transaction) => putObjects(transaction, group, [edited]));
  expect([await titles(lea, ['dragon']), await titles(lea, ['phoenix'])]).toEqual([[], ['Phoenix']]);
  expect(await titles(lea, ['phoenix'], { calendarIds: [calendar] })).toEqual([]);
  await transact(database, (transaction) => removeObjects(transaction, [object.id]));
  expect(await titles(lea, ['phoenix'])).toEqual([]);
});

describe('I8 nobody finds what they may not read', () => {
  it.each(['PRIVATE', 'CONFIDENTIAL', 'X-UNKNOWN'])(
    'an event marked %s is found by its owner alone',
    async (mark) => {
      await store(group, { summary: 'Secret', lines: [`CLASS:${mark}`] }, { summary: 'Secretary' });
      expect(await titles(lea, ['secret'])).toEqual(expect.arrayContaining(['Secret', 'Secretary']));
      for (const who of [desk, noa]) expect(await titles(who, ['secret'])).toEqual(['Secretary']);
    },
  );

  it('nor anything of a calendar that they do not see, or that is switched off', async () => {
    await store(calendar, { summary: 'Hers' });
    expect([await titles(noa, ['hers']), await titles(desk, ['hers'])]).toEqual([[], ['Hers']]);
    expect(await titles(noa, ['hers'], { calendarIds: [calendar] })).toEqual([]);
    await database.prisma.source.updateMany({ where: { id: calendar }, data: { enabled: false } });
    expect(await titles(lea, ['hers'])).toEqual([]);
  });

  it('nor what is shared with them as busy times alone', async () => {
    await store(calendar, { summary: 'Hers' });
    const share = { calendarId: calendar, userId: 'noa' };
    await database.prisma.calendarShare.create({ data: { ...share, level: 'BUSY' } });
    expect(await titles(noa, ['hers'])).toEqual([]);
    await database.prisma.calendarShare.updateMany({ where: share, data: { level: 'READ' } });
    expect(await titles(noa, ['hers'])).toEqual(['Hers']);
  });
});

it('a word that very many hold is found near today, and it is said that there are more', async () => {
  const many = Array.from({ length: 1_600 }, (_, n) => ({
    summary: `Session ${n}`,
    day: n < 5 ? '2026-03-04' : '2024-01-05',
  }));
  await store(calendar, ...many);
  const near = await search(lea, ['session']);
  expect([near.events.filter(({ startsAt }) => startsAt > NOW).length, near.more]).toEqual([5, true]);
  const old = await search(lea, ['session'], { to: new Date('2025-01-01T00:00:00Z') });
  expect([old.events.length, old.more]).toEqual([20, true]);
  expect((await search(lea, ['session', '777'])).more).toBe(false);
});
