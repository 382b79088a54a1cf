import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface Guesses {
  readonly tries: number;
  readonly lastTryAt: Date;
  /** Until then nothing is tried. */
  readonly waitUntil: Date;
}

/** What was tried so far; of two who ask at once, the second waits until the first has written. */
export async function lockGuesses(transaction: Transaction, account: string, now: Date): Promise<Guesses> {
  await transaction.query(
    `INSERT INTO sign_in_guess (account, tries, last_try_at, wait_until) VALUES ($1, 0, $2, $2)
     ON CONFLICT (account) DO NOTHING`,
    [account, now],
  );
  const [row] = await transaction.query<Guesses>(
    `SELECT tries, last_try_at AS "lastTryAt", wait_until AS "waitUntil" FROM sign_in_guess WHERE account = $1
     FOR UPDATE`,
    [account],
  );
  return row ?? { tries: 0, lastTryAt: now, waitUntil: now };
}

export async function writeGuesses(
  transaction: Transaction,
  account: string,
  { tries, lastTryAt, waitUntil }: Guesses,
): Promise<void> {
  await transaction.query(
    'UPDATE sign_in_guess SET tries = $2, last_try_at = $3, wait_until = $4 WHERE account = $1',
    [account, tries, lastTryAt, waitUntil],
  );
}

export async function forgetGuesses(database: Pick<Database, 'query'>, account: string): Promise<void> {
  await database.query('DELETE FROM sign_in_guess WHERE account = $1', [account]);
}

/** What is this old counts no more. */
export async function pruneGuesses(database: Pick<Database, 'query'>, before: Date): Promise<void> {
  await database.query('DELETE FROM sign_in_guess WHERE last_try_at < $1', [before]);
}
