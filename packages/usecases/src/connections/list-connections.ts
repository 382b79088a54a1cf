import { type ConnectionOverview, connectionOverview } from '@atelier/database/account/connection-list';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export async function listConnections(
  context: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly ConnectionOverview[]>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return done(await connectionOverview(context.database));
}
