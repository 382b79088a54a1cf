import { deleteConnection, findConnection } from '@atelier/database/account/connection-store';
import { removeUnusedCredential } from '@atelier/database/account/credential-store';
import { findUserById } from '@atelier/database/people/user-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../actor.ts';
import { makePrivateCalendar } from '../calendars/private-calendar.ts';
import type { Context } from '../context.ts';
import { giveBackChannels } from '../hints/tend-channels.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { connectionOf } from './account-rights.ts';
import { giveRightsBack, type RightsAfter } from './sign-in/give-back.ts';

/** Forgets an account and its copies here, and gives rights back. No event is changed at the provider. */
export async function removeConnection(
  context: Context,
  actor: Actor,
  connectionId: string,
): Promise<Outcome<{ readonly removed: string; readonly rights: RightsAfter }>> {
  const known = await connectionOf(context.database, actor, connectionId);
  if (!known.ok) return known;
  await giveBackChannels(context, known.value);
  const removed = await transact(context.database, async (transaction) => {
    const connection = await findConnection(transaction, connectionId);
    if (!connection) return null;
    await deleteConnection(transaction, connectionId);
    const forgotten = await removeUnusedCredential(transaction, connection.credentialId);
    // Where the private calendar went with it, an empty one of Atelier's own takes its place.
    const owner = await findUserById(transaction, connection.ownerId);
    if (owner) await makePrivateCalendar(transaction, context, owner);
    transaction.announce({ topic: 'calendars', calendarId: null });
    transaction.announce({ topic: 'events', calendarId: null });
    return { connection, forgotten };
  });
  if (!removed) return refusedFor('not-found', 'no-connection');
  const rights = removed.forgotten ? await giveRightsBack(context, removed.connection) : null;
  return done({ removed: connectionId, rights });
}
