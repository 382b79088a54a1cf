import { dropMails, type HeldMails, heldMails, releaseMails } from '@atelier/database/mail/held-mails';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

const NOT_ADMIN = refusedFor('forbidden', 'admins-only');

/** How much waits for a word, and since when. */
export async function seeHeldMail(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<HeldMails>> {
  return isAdmin(actor) ? done(await heldMails(database)) : NOT_ADMIN;
}

/**
 * Sends what was held, as far as it is still true when its turn comes.
 * @param ids null: all of it. @returns how many.
 */
export async function sendHeldMail(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  actor: Actor,
  ids: readonly string[] | null,
): Promise<Outcome<number>> {
  if (!isAdmin(actor)) return NOT_ADMIN;
  return done(await transact(database, (transaction) => releaseMails(transaction, ids, clock())));
}

/** Lets what was held be; it stays to be read. @param ids null: all of it. @returns how many. */
export async function dropHeldMail(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  ids: readonly string[] | null,
): Promise<Outcome<number>> {
  if (!isAdmin(actor)) return NOT_ADMIN;
  return done(await transact(database, (transaction) => dropMails(transaction, ids)));
}
