import { statement } from '../statement.ts';

export const guessesToLock = statement({
  text: `SELECT tries, last_try_at AS "lastTryAt", wait_until AS "waitUntil" FROM sign_in_guess
     WHERE account = $account FOR UPDATE`,
  params: { account: 'text' },
  row: {
    tries: 'int4',
    lastTryAt: 'timestamptz',
    /** Until then nothing is tried. */
    waitUntil: 'timestamptz',
  },
});
