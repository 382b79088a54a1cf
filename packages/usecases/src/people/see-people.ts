import { listPeople, type OwnedRow, type PersonRow } from '@atelier/database/people/person-store';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export interface SeenPerson extends Omit<PersonRow, 'hasPassword'>, OwnedRow {
  /** `invited`: has not chosen a password yet. */
  readonly state: 'active' | 'invited' | 'disabled';
}

export async function seePeople(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly SeenPerson[]>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const people = await listPeople(database);
  return done(
    people.map(({ hasPassword, ...person }) => ({ ...person, state: stateOf(person, hasPassword) })),
  );
}

function stateOf({ disabledAt }: Pick<PersonRow, 'disabledAt'>, hasPassword: boolean): SeenPerson['state'] {
  if (disabledAt !== null) return 'disabled';
  return hasPassword ? 'active' : 'invited';
}
