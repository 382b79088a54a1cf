import { endSessions, patchPerson } from '@atelier/database/people/person-store';
import type { Actor, Role } from '../actor.ts';
import { done, type Outcome } from '../outcome.ts';
import { changePerson, lockingOut, type PeopleContext } from './change-person.ts';

/** What somebody may from now on; they sign in anew. */
export function setRole(
  context: PeopleContext,
  actor: Actor,
  { id, role }: { readonly id: string; readonly role: Role },
): Promise<Outcome<{ readonly id: string; readonly role: Role }>> {
  return changePerson(context, actor, id, async (change) => {
    const { transaction, person } = change;
    if (person.role === role) return done({ id, role });
    const locked = lockingOut(actor, change);
    if (locked) return locked;
    await patchPerson(transaction, id, { role }, context.clock());
    await endSessions(transaction, id);
    return done({ id, role });
  });
}
