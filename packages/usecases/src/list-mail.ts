import { listMails, type MailRow } from '@atelier/database/mail-store';
import { type Actor, isAdmin } from './actor.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';

const SHOWN = 200;

/** Mail that was sent, that waits, and that no server took; for admins. */
export async function listMail(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly MailRow[]>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only admins see the mail that goes out.');
  return done(await listMails(database, SHOWN));
}
