import type { Finding } from '@atelier/providers/port/account-finder';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { mayConnect } from './account-rights.ts';

/** What kind of account somebody has, told by a mail address or by where their calendar is; stores nothing. */
export async function findAccount(
  { gateways }: Pick<Context, 'gateways'>,
  actor: Actor,
  typed: string,
): Promise<Outcome<Finding>> {
  if (!mayConnect(actor)) return refusedFor('forbidden', 'accounts-of-people');
  return done(await gateways.finder.find(typed));
}
