import type { Bytes } from '../bytes.ts';
import type { Database, Queryable } from '../database.ts';
import { waitForTurn } from '../postgres/turn.sql.ts';
import { asKnown, toJson } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';

/** What a submit was answered, kept so that asking again is answered alike (B5). */
export interface StoredAnswer {
  readonly requestHash: Bytes;
  /** HTTP status. */
  readonly status: number;
  readonly answer: object;
}

export async function findAnswer({ prisma }: Queryable, key: string): Promise<StoredAnswer | null> {
  const row = await prisma.idempotency.findUnique({ where: { key } });
  if (!row) return null;
  const { requestHash, status, answer } = row;
  return { requestHash: Buffer.from(requestHash), status, answer: asKnown(answer) };
}

/** Submits with one key take turns until the transaction ends. */
export async function takeKey(transaction: Transaction, key: string): Promise<StoredAnswer | null> {
  await transaction.query(waitForTurn, { room: KEY_LOCKS, key });
  return findAnswer(transaction, key);
}

const KEY_LOCKS = 7_302;

export async function keepAnswer(
  { prisma }: Transaction,
  key: string,
  { requestHash, status, answer }: StoredAnswer,
  now: Date,
): Promise<void> {
  await prisma.idempotency.create({
    data: { key, requestHash, status, answer: toJson(answer), createdAt: now },
  });
}

const KEPT_MS = 7 * 86_400_000;

export async function pruneAnswers({ prisma }: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await prisma.idempotency.deleteMany({ where: { createdAt: { lt: before } } });
}
