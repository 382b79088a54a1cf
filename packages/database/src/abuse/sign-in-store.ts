import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { guessesToLock } from './sign-in-store.sql.ts';

export type Guesses = RowOf<typeof guessesToLock>;

/** What was tried so far; of two who ask at once, the second waits until the first has written. */
export async function lockGuesses(
  { prisma, query }: Transaction,
  account: string,
  now: Date,
): Promise<Guesses> {
  const none = { tries: 0, lastTryAt: now, waitUntil: now };
  await prisma.signInGuess.createMany({ data: { account, ...none }, skipDuplicates: true });
  const [row] = await query(guessesToLock, { account });
  return row ?? none;
}

export async function writeGuesses(
  { prisma }: Transaction,
  account: string,
  guesses: Guesses,
): Promise<void> {
  const { tries, lastTryAt, waitUntil } = guesses;
  await prisma.signInGuess.updateMany({ where: { account }, data: { tries, lastTryAt, waitUntil } });
}

export async function forgetGuesses({ prisma }: Queryable, account: string): Promise<void> {
  await prisma.signInGuess.deleteMany({ where: { account } });
}

/** What is this old counts no more. */
export async function pruneGuesses({ prisma }: Queryable, before: Date): Promise<void> {
  await prisma.signInGuess.deleteMany({ where: { lastTryAt: { lt: before } } });
}
