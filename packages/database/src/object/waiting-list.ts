import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** A waiting write as people see it. */
export interface WaitingRow {
  readonly id: string;
  readonly calendarId: string;
  readonly objectId: string | null;
  readonly operation: 'PUT' | 'DELETE';
  readonly summary: string;
  readonly state: 'WAITING' | 'PARKED';
  readonly attempts: number;
  readonly nextTryAt: Date;
  readonly failureMessage: string | null;
  readonly failureHint: string | null;
  readonly createdAt: Date;
  readonly private: boolean;
}

const PRIVATE = `(outbox.private OR EXISTS (
  SELECT 1 FROM calendar_object object WHERE object.id IN (outbox.object_id, outbox.moved_to) AND object.private)) AS private`;

export async function listWrites(
  database: Database,
  calendarIds: readonly string[],
  limit: number,
): Promise<readonly WaitingRow[]> {
  return database.query<WaitingRow>(
    `SELECT id, calendar_id AS "calendarId", object_id AS "objectId", operation, summary, state, attempts,
            next_try_at AS "nextTryAt", failure_message AS "failureMessage", failure_hint AS "failureHint",
            created_at AS "createdAt", ${PRIVATE}
     FROM outbox WHERE calendar_id = ANY ($1::uuid[]) ORDER BY state DESC, created_at, id LIMIT $2`,
    [calendarIds, limit],
  );
}

/** Where a write belongs, and whether it is everybody's business. */
export async function placeOfWrite(
  database: Database | Transaction,
  id: string,
): Promise<Pick<WaitingRow, 'calendarId' | 'private'> | null> {
  const [row] = await database.query<Pick<WaitingRow, 'calendarId' | 'private'>>(
    `SELECT calendar_id AS "calendarId", ${PRIVATE} FROM outbox WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

/** Due at once, whatever had stopped it. */
export async function retryWrite(transaction: Transaction, id: string, now: Date): Promise<void> {
  await transaction.query(
    "UPDATE outbox SET next_try_at = $2, state = 'WAITING', attempts = 0 WHERE id = $1",
    [id, now],
  );
}
