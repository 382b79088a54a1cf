import { type AccountTies, accountTies } from '@atelier/database/account/account-ties';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';
import { connectionOf } from './account-rights.ts';

/** What hangs on an account, told before it is taken away. */
export async function seeAccountTies(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  connectionId: string,
): Promise<Outcome<AccountTies>> {
  const known = await connectionOf(database, actor, connectionId);
  return known.ok ? done(await accountTies(database, connectionId)) : known;
}
