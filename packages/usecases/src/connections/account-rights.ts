import { type ConnectionRow, findConnection } from '@atelier/database/account/connection-store';
import type { Queryable } from '@atelier/database/database';
import { type Actor, isAdmin, isPerson } from '../actor.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** Whoever works in the studio connects accounts of their own; whoever looks after it those of others, too. */
export function mayConnect(actor: Actor): boolean {
  return isAdmin(actor) || isPerson(actor);
}

/** Whether somebody may give an account a new sign-in, and take it away again. */
export function looksAfter(actor: Actor, { ownerId }: Pick<ConnectionRow, 'ownerId'>): boolean {
  return isAdmin(actor) || (isPerson(actor) && ownerId === actor.userId);
}

/** Somebody else's account is none at all to whoever may not look after it. */
export async function connectionOf(
  database: Queryable,
  actor: Actor,
  id: string,
): Promise<Outcome<ConnectionRow>> {
  const connection = await findConnection(database, id);
  return connection && looksAfter(actor, connection)
    ? done(connection)
    : refusedFor('not-found', 'no-connection');
}
