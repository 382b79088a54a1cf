import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { calendarsOfRequests, openBookingsOf, openEntries } from './open-entries.sql.ts';

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

/** Has bookings followed soon whose events are among these objects, which have changed or are going. */
export async function followSoon(transaction: Transaction, objectIds: readonly string[]): Promise<void> {
  if (objectIds.length === 0) return;
  const concerned = await transaction.query(openBookingsOf, { objectIds });
  if (concerned.length > 0) transaction.enqueue('look-for-due', { kind: 'follow-booking' });
}

/** Those of these calendars in which a request waits for the artist's answer. */
async function calendarsAwaitingAnswer(
  { query }: Database,
  calendarIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (calendarIds.length === 0) return new Set();
  return new Set((await query(calendarsOfRequests, { calendarIds })).map(({ calendarId }) => calendarId));
}
