import type { Database, Queryable } from '../database.ts';
import { waitForTurn } from '../postgres/turn.sql.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { answerOf, putAnswer } from './idempotency-store.sql.ts';

/** What a submit was answered, kept so that asking again is answered alike (B5). */
export type StoredAnswer = RowOf<typeof answerOf>;

export async function findAnswer({ query }: Queryable, key: string): Promise<StoredAnswer | null> {
  const [row] = await query(answerOf, { key });
  return row ?? null;
}

/** Submits with one key take turns until the transaction ends. */
export async function takeKey(transaction: Transaction, key: string): Promise<StoredAnswer | null> {
  await transaction.query(waitForTurn, { room: KEY_LOCKS, key });
  return findAnswer(transaction, key);
}

const KEY_LOCKS = 7_302;

export async function keepAnswer(
  { query }: Transaction,
  key: string,
  stored: StoredAnswer,
  now: Date,
): Promise<void> {
  await query(putAnswer, { key, ...stored, now });
}

const KEPT_MS = 7 * 86_400_000;

export async function pruneAnswers({ prisma }: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await prisma.idempotency.deleteMany({ where: { createdAt: { lt: before } } });
}
