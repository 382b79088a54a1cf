import {
  deletePerson,
  endSessions,
  handOver,
  lockPerson,
  type OwnedRow,
  ownedBy,
} from '@atelier/database/people/person-store';
import type { Actor } from '../actor.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { changePerson, lockingOut, type PeopleContext } from './change-person.ts';

export interface RemovePerson {
  readonly id: string;
  /** Who takes over what is theirs; null: nothing is. */
  readonly to: string | null;
}

/**
 * Somebody is gone, at once. Their calendars, connections and the artist they sign in as go to whoever was named; with
 * nobody named nothing may be theirs. Bookings stay where they are.
 */
export function removePerson(
  context: PeopleContext,
  actor: Actor,
  { id, to }: RemovePerson,
): Promise<Outcome<{ readonly id: string; readonly handedOver: OwnedRow }>> {
  return changePerson(context, actor, id, async (change) => {
    const locked = lockingOut(actor, change);
    if (locked) return locked;
    const { transaction } = change;
    const owned = await ownedBy(transaction, id);
    if (to === null && isSomething(owned)) return refusedFor('conflict', 'still-owns');
    if (to !== null) {
      const heir = to === id ? null : await lockPerson(transaction, to);
      if (heir === null || heir.disabledAt !== null) return refusedFor('invalid', 'no-heir');
      await handOver(transaction, id, to);
      transaction.announce({ topic: 'calendars', calendarId: null });
      transaction.announce({ topic: 'events', calendarId: null });
      transaction.announce({ topic: 'bookings', artistId: null });
    }
    await endSessions(transaction, id);
    await deletePerson(transaction, id);
    return done({ id, handedOver: owned });
  });
}

function isSomething({ calendars, connections, artists }: OwnedRow): boolean {
  return calendars + connections + artists.length > 0;
}
