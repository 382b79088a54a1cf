import { retryMail as retryStored } from '@atelier/database/mail/mail-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** Sends a mail once more that was given up, with as many tries as a new one. */
export async function retryMail(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<Outcome<null>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only admins send mail again.');
  const again = await transact(database, (transaction) => retryStored(transaction, id, clock()));
  if (again) return done(null);
  return refused('not-found', 'There is no such mail that was given up.', 'It may be under way already.');
}
