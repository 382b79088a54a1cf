import { deleteConnection, findConnection } from '@atelier/database/account/connection-store';
import { removeUnusedCredential } from '@atelier/database/account/credential-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** Forgets an account and its copies here. Nothing is changed at the provider. */
export async function removeConnection(
  context: Context,
  actor: Actor,
  connectionId: string,
): Promise<Outcome<{ readonly removed: string }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return transact(context.database, async (transaction) => {
    const connection = await findConnection(transaction, connectionId);
    if (!connection) return refusedFor('not-found', 'no-connection');
    await deleteConnection(transaction, connectionId);
    await removeUnusedCredential(transaction, connection.credentialId);
    transaction.announce({ topic: 'calendars', calendarId: null });
    transaction.announce({ topic: 'events', calendarId: null });
    return done({ removed: connectionId });
  });
}
