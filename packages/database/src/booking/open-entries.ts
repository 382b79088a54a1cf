import type { Database } from '../database.ts';
import type { BookingState } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';
import { openEntries } from './open-entries.sql.ts';

/** What is asked about bookings by whoever keeps calendars in step. */
export function openBookings(database: Database) {
  return {
    openEntriesAmong: (objectIds: readonly string[]) => openEntriesAmong(database, objectIds),
    calendarsAwaitingAnswer: (calendarIds: readonly string[]) =>
      calendarsAwaitingAnswer(database, calendarIds),
  };
}

/** Those of these objects that are the event of an open booking: their deletion would cancel or decline it. */
async function openEntriesAmong(
  { query }: Database,
  objectIds: readonly string[],
): Promise<readonly string[]> {
  if (objectIds.length === 0) return [];
  return (await query(openEntries, { objectIds })).map(({ id }) => id);
}

const OPEN: BookingState[] = ['REQUESTED', 'CONFIRMED'];

/** Has bookings followed soon whose events are among these objects, which have changed or are going. */
export async function followSoon(transaction: Transaction, objectIds: readonly string[]): Promise<void> {
  if (objectIds.length === 0) return;
  const where = { objectId: { in: [...objectIds] }, state: { in: OPEN } };
  const concerned = await transaction.prisma.booking.findFirst({ where, select: { id: true } });
  if (concerned) transaction.enqueue('look-for-due', { kind: 'follow-booking' });
}

/** Those of these calendars in which a request waits for the artist's answer. */
async function calendarsAwaitingAnswer(
  { prisma }: Database,
  calendarIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (calendarIds.length === 0) return new Set();
  const rows = await prisma.booking.findMany({
    where: { calendarId: { in: [...calendarIds] }, state: 'REQUESTED' },
    distinct: ['calendarId'],
    select: { calendarId: true },
  });
  return new Set(rows.flatMap(({ calendarId }) => calendarId ?? []));
}
