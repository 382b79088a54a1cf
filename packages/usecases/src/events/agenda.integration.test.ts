import { randomUUID } from 'node:crypto';
import { readObject } from '@atelier/calendar/read/read-object';
import type { Database } from '@atelier/database/database';
import { putObjects } from '@atelier/database/object/object-store';
import { addCalendar } from '@atelier/database/testing/add-calendar';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { transact } from '@atelier/database/transaction';
import { eventFile } from '@atelier/testkit/event-builder';
import { expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { listEvents } from './list-events.ts';
import { nextEvents } from './next-events.ts';
import { showEvent } from './show-event.ts';

const ZONE = 'Europe/Zurich';
const FROM = new Date('2026-02-01T00:00:00Z');
const TO = new Date('2026-06-01T00:00:00Z');
const artist: Actor = { userId: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST' };
const staff: Actor = { userId: 'desk', name: 'Desk', email: 'desk@studio.test', role: 'STAFF' };

const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE);

/** A calendar of the artist's with these texts in it. */
async function agendaOf(database: Database, ...texts: string[]): Promise<string> {
  await database.prisma.user.create({
    data: { id: 'lea', name: 'Léa', email: 'lea@studio.test', role: 'ARTIST' },
  });
  const tattoos = { ownerId: 'lea', name: 'Tattoos', timeZone: ZONE, horizonFrom: FROM, horizonTo: TO };
  const id = await addCalendar(database, tattoos);
  const objects = texts.map((source, n) => {
    const read = readObject(source, { zone: ZONE, from: FROM.getTime(), to: TO.getTime() });
    if (!read.ok) throw new Error(read.reason);
    return { ...read.object, id: randomUUID(), href: `/${n}.ics`, etag: null, source, quarantined: null };
  });
  await transact(database, (transaction) => putObjects(transaction, id, objects));
  return id;
}

const titles = async (database: Database, actor: Actor, from: string, to: string) => {
  const found = await listEvents({ database }, actor, { from: new Date(from), to: new Date(to) });
  if (!found.ok) throw new Error(found.refusal.message);
  return found.value;
};

test('T3 beyond the horizon the agenda shows what it would show inside it', async () => {
  await using created = await createTestDatabase();
  const weekly = eventFile({
    uid: 'w',
    summary: 'Flash',
    start: at('2025-01-07T10:00'),
    end: at('2025-01-07T11:00'),
    rrule: 'FREQ=WEEKLY',
  });
  const single = eventFile({
    uid: 's',
    summary: 'Long ago',
    start: at('2025-03-04T15:00'),
    end: at('2025-03-04T16:00'),
  });
  await agendaOf(created.database, weekly, single);
  const inside = await titles(created.database, artist, '2026-03-01T00:00Z', '2026-03-31T00:00Z');
  const before = await titles(created.database, artist, '2025-03-01T00:00Z', '2025-03-31T00:00Z');
  const after = await titles(created.database, artist, '2030-03-01T00:00Z', '2030-03-31T00:00Z');
  expect(inside.map(({ startsAt }) => startsAt.toISOString().slice(8, 16))).toEqual([
    '03T09:00',
    '10T09:00',
    '17T09:00',
    '24T09:00',
  ]);
  expect(before.map(({ title }) => title)).toEqual(['Flash', 'Long ago', 'Flash', 'Flash', 'Flash']);
  expect(after).toHaveLength(4);
});

test('events that their author marked private are busy to others and open to the owner', async () => {
  await using created = await createTestDatabase();
  const secret = eventFile({
    uid: 'p',
    summary: 'Therapy',
    start: at('2026-03-03T10:00'),
    end: at('2026-03-03T11:00'),
    lines: ['CLASS:PRIVATE', 'CATEGORIES:Psyche'],
  });
  await agendaOf(created.database, secret);
  const [mine] = await titles(created.database, artist, '2026-03-01T00:00Z', '2026-03-31T00:00Z');
  const [theirs] = await titles(created.database, staff, '2026-03-01T00:00Z', '2026-03-31T00:00Z');
  expect([mine?.title, theirs?.title, theirs?.busy]).toEqual(['Therapy', null, true]);
  const asked = { objectId: theirs?.objectId ?? '', recurrenceId: null };
  expect(JSON.stringify(await showEvent(created, staff, asked))).not.toMatch(/Therapy|Psyche/);
  expect(await showEvent(created, artist, asked)).toMatchObject({
    value: { beside: { categories: ['Psyche'] } },
  });
});

test('an artist sees nothing of the calendars of another', async () => {
  await using created = await createTestDatabase();
  await agendaOf(
    created.database,
    eventFile({ uid: 'x', summary: 'Mine', start: at('2026-03-03T10:00'), end: at('2026-03-03T11:00') }),
  );
  const other: Actor = { ...artist, userId: 'max' };
  expect(await titles(created.database, other, '2026-03-01T00:00Z', '2026-03-31T00:00Z')).toEqual([]);
});

test('what is next: running and all-day today first, seven at most, cancelled never', async () => {
  await using created = await createTestDatabase();
  const { database } = created;
  const day = Temporal.PlainDate.from('2026-03-10');
  const hour = (uid: string, start: string, more = {}) =>
    eventFile({ uid, summary: uid, start: at(start), end: at(start).add({ hours: 1 }), ...more });
  await agendaOf(
    database,
    hour('past', '2026-03-10T08:00'),
    hour('running', '2026-03-10T09:30'),
    eventFile({ uid: 'all-day', summary: 'all-day', start: day, end: day.add({ days: 1 }) }),
    hour('cancelled', '2026-03-10T11:00', { status: 'CANCELLED' }),
    hour('series', '2026-03-10T12:00', { rrule: 'FREQ=DAILY;COUNT=20' }),
  );
  const clock = () => new Date('2026-03-10T09:00:00Z');
  const next = await nextEvents({ database, clock }, artist, 7);
  expect(next.map(({ title }) => title)).toEqual(['all-day', 'running', ...Array(5).fill('series')]);
});

test('a window that ends before it begins, or has no end, is refused', async () => {
  await using created = await createTestDatabase();
  const refused = await listEvents(created, artist, { from: TO, to: FROM });
  const endless = await listEvents(created, artist, { from: FROM, to: new Date('9999-01-01') });
  expect([refused.ok, endless.ok]).toEqual([false, false]);
});
