import {
  forgetGuesses,
  type Guesses,
  lockGuesses,
  writeGuesses,
} from '@atelier/database/abuse/sign-in-store';
import { findUserByEmail } from '@atelier/database/people/user-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Guard } from '../../abuse/guard.ts';
import { nextTry } from '../../abuse/next-try.ts';
import type { Context } from '../../context.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { guessText } from './guess-text.ts';

export type TryContext = Pick<Context, 'database' | 'secrets' | 'clock' | 'newId' | 'given'> & {
  /** Null where limits are off. */
  readonly guard: Guard | null;
};

export interface PasswordTry {
  readonly email: string;
  /** What a browser shows that has signed in as this person before; it is counted apart. */
  readonly device: string | null;
}

/** Failed tries of one day after which the person hears of it. */
const TOLD_AFTER = 10;

/**
 * Counts a password that is about to be tried, by whose it is: from however many addresses it is guessed at, the wait
 * grows. It is counted before it is looked at, so that of many at once no more are let through, and forgotten when it
 * was right. An address nobody has is treated alike. A browser that this person has used is counted by itself, so that
 * whoever guesses elsewhere does not lock them out.
 * @returns seconds to wait; null: it may be tried.
 */
export async function beginTry(context: TryContext, attempt: PasswordTry): Promise<number | null> {
  const { guard, database, clock } = context;
  if (guard === null) return null;
  const counter = counterOf(guard, attempt);
  return transact(database, async (transaction) => {
    const now = clock();
    const next = nextTry(await lockGuesses(transaction, counter, now), now);
    if (!next.allowed) return next.seconds;
    await writeGuesses(transaction, counter, next.guesses);
    if (next.guesses.tries === TOLD_AFTER) await tell(transaction, context, attempt, next.guesses);
    return null;
  });
}

/** The password was right. */
export async function endTry({ guard, database }: TryContext, attempt: PasswordTry): Promise<void> {
  if (guard !== null) await forgetGuesses(database, counterOf(guard, attempt));
}

function counterOf(guard: Guard, { email, device }: PasswordTry): string {
  const account = guard.accountHash(email);
  const known = device === null ? null : guard.knownDevice(email, device);
  return known === null ? account : `${account}:${known}`;
}

async function tell(
  transaction: Transaction,
  context: TryContext,
  { email }: PasswordTry,
  { tries, lastTryAt }: Guesses,
): Promise<void> {
  const person = await findUserByEmail(context.database, email);
  if (person === null) return;
  const { url, language } = await readStudio(transaction, context);
  const text = guessText(person.language ?? language, { name: person.name, tries, url });
  const once = `guesses:${person.id}:${lastTryAt.toISOString().slice(0, 10)}`;
  await queueMail(transaction, context, { once, recipient: person.email, ...text });
}
