import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** What a submit was answered, kept so that asking again is answered alike (B5). */
export interface StoredAnswer {
  readonly requestHash: Bytes;
  /** HTTP status. */
  readonly status: number;
  readonly answer: object;
}

export async function findAnswer(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  key: string,
): Promise<StoredAnswer | null> {
  const [row] = await query<StoredAnswer>(
    'SELECT request_hash AS "requestHash", status, answer FROM idempotency WHERE key = $1',
    [key],
  );
  return row ?? null;
}

/** Submits with one key take turns until the transaction ends. */
export async function takeKey(transaction: Transaction, key: string): Promise<StoredAnswer | null> {
  await transaction.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [KEY_LOCKS, key]);
  return findAnswer(transaction, key);
}

const KEY_LOCKS = 7_302;

export async function keepAnswer(
  transaction: Transaction,
  key: string,
  { requestHash, status, answer }: StoredAnswer,
  now: Date,
): Promise<void> {
  await transaction.query(
    'INSERT INTO idempotency (key, request_hash, status, answer, created_at) VALUES ($1, $2, $3, $4, $5)',
    [key, requestHash, status, JSON.stringify(answer), now],
  );
}

const KEPT_DAYS = 7;

export async function pruneAnswers(database: Database, now: Date): Promise<void> {
  await database.query(
    'DELETE FROM idempotency WHERE created_at < $1::timestamptz - make_interval(days => $2)',
    [now, KEPT_DAYS],
  );
}
