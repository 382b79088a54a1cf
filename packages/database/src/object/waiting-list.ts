import type { Database, Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { placeOfOne, writesOf } from './waiting-list.sql.ts';

/** A waiting write as people see it. */
export type WaitingRow = RowOf<typeof writesOf>;

export async function listWrites(
  database: Database,
  calendarIds: readonly string[],
  limit: number,
): Promise<readonly WaitingRow[]> {
  return database.query(writesOf, { calendarIds, limit });
}

/** Where a write belongs, and whether it is everybody's business. */
export async function placeOfWrite(
  { query }: Queryable,
  id: string,
): Promise<Pick<WaitingRow, 'calendarId' | 'private'> | null> {
  const [row] = await query(placeOfOne, { id });
  return row ?? null;
}

/** Due at once, whatever had stopped it. */
export async function retryWrite({ prisma }: Transaction, id: string, now: Date): Promise<void> {
  await prisma.outbox.updateMany({ where: { id }, data: { nextTryAt: now, state: 'WAITING', attempts: 0 } });
}
