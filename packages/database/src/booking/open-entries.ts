import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** What is asked about bookings by whoever keeps calendars in step. */
export function openBookings(database: Database) {
  return {
    openEntriesAmong: (objectIds: readonly string[]) => openEntriesAmong(database, objectIds),
    calendarsAwaitingAnswer: (calendarIds: readonly string[]) =>
      calendarsAwaitingAnswer(database, calendarIds),
  };
}

/** Bookings that a deletion in the artist's calendar would cancel or decline. */
const OPEN = `('REQUESTED', 'CONFIRMED')`;

/**
 * Those of these objects that are the event of an open booking. One that lives on in another calendar under its UID
 * was moved there, and its booking with it.
 */
async function openEntriesAmong(
  database: Database,
  objectIds: readonly string[],
): Promise<readonly string[]> {
  if (objectIds.length === 0) return [];
  const rows = await database.query<{ id: string }>(
    `SELECT b.object_id AS id FROM booking b
     WHERE b.object_id = ANY ($1::uuid[]) AND b.state IN ${OPEN}
       AND NOT EXISTS (SELECT 1 FROM calendar_object x WHERE x.uid = b.uid AND x.id <> b.object_id)`,
    [objectIds],
  );
  return rows.map(({ id }) => id);
}

/** Has bookings followed soon whose events are among these objects, which have changed or are going. */
export async function followSoon(transaction: Transaction, objectIds: readonly string[]): Promise<void> {
  if (objectIds.length === 0) return;
  const concerned = await transaction.query(
    `SELECT 1 FROM booking WHERE object_id = ANY ($1::uuid[]) AND state IN ${OPEN} LIMIT 1`,
    [objectIds],
  );
  if (concerned.length > 0) transaction.enqueue('look-for-due', { kind: 'follow-booking' });
}

/** Those of these calendars in which a request waits for the artist's answer. */
async function calendarsAwaitingAnswer(
  database: Database,
  calendarIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (calendarIds.length === 0) return new Set();
  const rows = await database.query<{ id: string }>(
    `SELECT DISTINCT calendar_id AS id FROM booking
     WHERE calendar_id = ANY ($1::uuid[]) AND state = 'REQUESTED'`,
    [calendarIds],
  );
  return new Set(rows.map(({ id }) => id));
}
