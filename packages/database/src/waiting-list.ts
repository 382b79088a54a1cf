import type { Database } from './database.ts';
import type { Transaction } from './transaction.ts';

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
}

export async function listWrites(
  database: Database,
  calendarIds: readonly string[],
  limit: number,
): Promise<readonly WaitingRow[]> {
  return database.query<WaitingRow>(
    `SELECT id, calendar_id AS "calendarId", object_id AS "objectId", operation, summary, state, attempts,
            next_try_at AS "nextTryAt", failure_message AS "failureMessage", failure_hint AS "failureHint",
            created_at AS "createdAt"
     FROM outbox WHERE calendar_id = ANY ($1::uuid[]) ORDER BY state DESC, created_at, id LIMIT $2`,
    [calendarIds, limit],
  );
}

export async function calendarOfWrite(database: Database, id: string): Promise<string | null> {
  const [row] = await database.query<{ id: string }>('SELECT calendar_id AS id FROM outbox WHERE id = $1', [
    id,
  ]);
  return row?.id ?? null;
}

/** Due at once, whatever had stopped it. */
export async function retryWrite(transaction: Transaction, id: string, now: Date): Promise<void> {
  await transaction.query(
    "UPDATE outbox SET next_try_at = $2, state = 'WAITING', attempts = 0 WHERE id = $1",
    [id, now],
  );
}
