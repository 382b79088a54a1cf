import { lockAdmins, lockPerson, type PersonRow } from '@atelier/database/people/person-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { type Outcome, refusedFor } from '../outcome.ts';

export type PeopleContext = Pick<Context, 'database' | 'secrets' | 'passwords' | 'clock' | 'newId' | 'given'>;

interface Change {
  readonly transaction: Transaction;
  readonly person: PersonRow;
  /** Whether without this person nobody could set anything right any more. */
  readonly isLastAdmin: boolean;
}

/** Locks whom it concerns, lets `change` decide, and tells their own open page of it, and every admin's. */
export async function changePerson<T>(
  { database }: Pick<PeopleContext, 'database'>,
  actor: Actor,
  id: string,
  change: (change: Change) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  return transact(database, async (transaction) => {
    const admins = await lockAdmins(transaction);
    const person = await lockPerson(transaction, id);
    if (person === null) return refusedFor('not-found', 'no-person');
    const isLastAdmin = admins.length === 1 && admins[0] === id;
    const changed = await change({ transaction, person, isLastAdmin });
    if (changed.ok) {
      transaction.announce({ topic: 'people' });
      transaction.announce({ topic: 'self', userId: id });
    }
    return changed;
  });
}

/** Who would lock themselves out, or everybody. */
export function lockingOut(actor: Actor, { person, isLastAdmin }: Change): Outcome<never> | null {
  if (isLastAdmin) return refusedFor('conflict', 'last-admin');
  return person.id === actor.userId ? refusedFor('conflict', 'not-yourself') : null;
}
