import { type ConnectionOverview, connectionOverview } from '@atelier/database/account/connection-list';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';

export interface SeenConnection extends ConnectionOverview {
  readonly mine: boolean;
}

/** Admins see those of everybody, others their own. */
export async function listConnections(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly SeenConnection[]>> {
  const accounts = (await connectionOverview(database)).map((account) => {
    return { ...account, mine: account.ownerId === actor.userId };
  });
  return done(accounts.filter(({ mine }) => mine || isAdmin(actor)));
}
