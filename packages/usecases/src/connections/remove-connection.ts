import { accountTies } from '@atelier/database/account/account-ties';
import {
  type ConnectionRow,
  deleteConnection,
  findConnection,
} from '@atelier/database/account/connection-store';
import { removeUnusedCredential } from '@atelier/database/account/credential-store';
import type { Queryable } from '@atelier/database/database';
import { findUserById } from '@atelier/database/people/user-store';
import { transact } from '@atelier/database/transaction';
import type { Actor } from '../actor.ts';
import { makePrivateCalendar } from '../calendars/private-calendar.ts';
import type { Context } from '../context.ts';
import { giveBackChannels } from '../hints/tend-channels.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { connectionOf } from './account-rights.ts';
import { giveRightsBack, type RightsAfter } from './sign-in/give-back.ts';

export interface RemoveConnection {
  readonly connectionId: string;
  /** Even if bookings are received there; otherwise it stays then. */
  readonly anyway?: boolean | undefined;
}

/** Forgets an account and its copies here, and gives rights back. No event is changed at the provider. */
export async function removeConnection(
  context: Context,
  actor: Actor,
  { connectionId, anyway = false }: RemoveConnection,
): Promise<Outcome<{ readonly removed: string; readonly rights: RightsAfter }>> {
  const known = await connectionOf(context.database, actor, connectionId);
  if (!known.ok) return known;
  const free = anyway ? done(null) : await withoutBookings(context.database, known.value);
  if (!free.ok) return free;
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

/** Bookings would lose their events, and their artist could not be booked any more. */
export async function withoutBookings(
  database: Queryable,
  { id, name }: Pick<ConnectionRow, 'id' | 'name'>,
): Promise<Outcome<null>> {
  const [artist] = (await accountTies(database, id)).receiving;
  return artist === undefined
    ? done(null)
    : refusedFor('conflict', 'account-holds-bookings', { name, artist });
}
