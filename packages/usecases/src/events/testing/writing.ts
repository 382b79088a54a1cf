import { randomUUID } from 'node:crypto';
import type { EventFields } from '@atelier/calendar/edit/text/event-fields';
import { addCalendar as addRow } from '@atelier/database/testing/add-calendar';
import { addConnection } from '@atelier/database/testing/add-connection';
import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Outcome } from '../../outcome.ts';
import { givenStudio } from '../../studio/testing/given.ts';

export const NOW = new Date('2026-03-10T09:00:00Z');

export const person = (userId: string, role: Actor['role']): Actor => ({
  userId,
  name: userId,
  email: `${userId}@studio.test`,
  role,
});

export interface Writing {
  readonly test: TestDatabase;
  readonly context: Context;
  /** A calendar of the first person's, with a provider that nobody asks. */
  readonly work: string;
  readonly calendarAt: (connectionId: string | null, href: string | null, more?: object) => Promise<string>;
}

/** A database in which these people edit events. */
export async function openWriting(people: readonly Actor[]): Promise<Writing> {
  const test = await createTestDatabase();
  const unused = new Proxy({}, { get: () => () => Promise.reject(new Error('not in these tests')) });
  const context: Context = {
    database: test.database,
    clock: () => NOW,
    newId: randomUUID,
    given: givenStudio(),
    gateways: unused as Context['gateways'],
    signIns: unused as Context['signIns'],
    engine: unused as Context['engine'],
    mailboxes: unused as Context['mailboxes'],
    news: unused as Context['news'],
    secrets: unused as Context['secrets'],
    passwords: unused as Context['passwords'],
  };
  for (const { userId, role, email } of people) {
    await test.database.prisma.user.create({ data: { id: userId, name: userId, email, role } });
  }
  const ownerId = people[0]?.userId ?? '';
  const connectionId = randomUUID();
  await addConnection(test.database, {
    id: connectionId,
    ownerId,
    name: 'Léa’s',
    address: 'https://dav.test/',
    username: 'lea',
    secret: '',
    homes: [],
  });
  const calendarAt: Writing['calendarAt'] = (connection, href, more = {}) =>
    addRow(test.database, {
      ownerId,
      connectionId: connection,
      href,
      name: 'Work',
      timeZone: 'Europe/Zurich',
      state: 'OK',
      ...more,
    });
  return { test, context, work: await calendarAt(connectionId, '/dav/work/'), calendarAt };
}

export const at = (day: number, hour: number) => ({
  local: `2026-03-${String(day).padStart(2, '0')}T${hour}:00:00`,
  zone: 'Europe/Zurich',
});

export const fields = (more: Partial<EventFields> = {}): EventFields => ({
  summary: 'Sleeve',
  start: at(12, 10),
  end: at(12, 12),
  location: null,
  description: null,
  url: null,
  rrule: null,
  status: null,
  transparent: false,
  classification: 'public',
  ...more,
});

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.kind}: ${outcome.refusal.message}`);
  return outcome.value;
}
