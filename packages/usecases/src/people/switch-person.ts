import { dropPersonLink } from '@atelier/database/people/person-link-store';
import { endSessions, patchPerson } from '@atelier/database/people/person-store';
import type { Actor } from '../actor.ts';
import { done, type Outcome } from '../outcome.ts';
import { changePerson, lockingOut, type PeopleContext } from './change-person.ts';

/** Somebody signs in no more, at once; everything that is theirs stays theirs, and goes on. */
export function disablePerson(
  context: PeopleContext,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  return changePerson(context, actor, id, async (change) => {
    const locked = lockingOut(actor, change);
    if (locked) return locked;
    const { transaction, person } = change;
    const disabledAt = person.disabledAt ?? context.clock();
    await patchPerson(transaction, id, { disabledAt }, context.clock());
    await dropPersonLink(transaction, id);
    await endSessions(transaction, id);
    return done({ id });
  });
}

/** They sign in again as before. */
export function enablePerson(
  context: PeopleContext,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly id: string }>> {
  return changePerson(context, actor, id, async ({ transaction }) => {
    await patchPerson(transaction, id, { disabledAt: null }, context.clock());
    return done({ id });
  });
}
