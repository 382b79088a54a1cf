import type { Database } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { markLooked, unsureIn } from './unsure-objects.sql.ts';

/** A resource that could not be read, or not exactly as it was meant, and that nobody has looked at. */
export type UnsureObject = RowOf<typeof unsureIn>;

export async function unsureObjects(
  { query }: Database,
  calendarIds: readonly string[],
  limit: number,
): Promise<readonly UnsureObject[]> {
  return query(unsureIn, { calendarIds, limit });
}

/** A person lets them be as they are. */
export async function lookedAt(
  transaction: Transaction,
  calendarId: string,
  ids: readonly string[],
): Promise<void> {
  await transaction.query(markLooked, { ids });
  transaction.announce({ topic: 'calendars', calendarId });
}
