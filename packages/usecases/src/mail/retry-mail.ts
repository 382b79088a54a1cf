import { retryMail as retryStored } from '@atelier/database/mail/mail-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** Sends a mail once more that was given up, with as many tries as a new one. */
export async function retryMail(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<Outcome<null>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const again = await transact(database, (transaction) => retryStored(transaction, id, clock()));
  if (again) return done(null);
  return refusedFor('not-found', 'no-failed-mail');
}
