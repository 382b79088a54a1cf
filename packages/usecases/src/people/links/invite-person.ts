import { insertPerson } from '@atelier/database/people/person-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin, type Role } from '../../actor.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import type { PeopleContext } from '../change-person.ts';
import { readPersonEmail, readPersonName } from '../read-person.ts';
import { type MadeLink, makeLink } from './person-link.ts';

export interface InvitePerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language?: 'en' | 'fr' | undefined;
}

export interface Invited extends MadeLink {
  readonly id: string;
}

/** Somebody new, who chooses a password by a link of their own. */
export async function invitePerson(
  context: PeopleContext,
  actor: Actor,
  { email, name, role, language = undefined }: InvitePerson,
): Promise<Outcome<Invited>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const [address, called] = [readPersonEmail(email), readPersonName(name)];
  if (!address.ok) return address;
  if (!called.ok) return called;
  return transact(context.database, async (transaction) => {
    const person = {
      id: context.newId(),
      email: address.value,
      name: called.value,
      role,
      language: language ?? null,
    };
    if (!(await insertPerson(transaction, person, context.clock())))
      return refusedFor('conflict', 'email-taken');
    const link = await makeLink(transaction, context, person, 'INVITE');
    transaction.announce({ topic: 'people' });
    return done({ id: person.id, ...link });
  });
}
