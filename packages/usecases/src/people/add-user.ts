import { insertPerson, setPasswordHash } from '@atelier/database/people/person-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin, type Role } from '../actor.ts';
import { makePrivateCalendar } from '../calendars/private-calendar.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { readNewPassword, readPersonEmail, readPersonName } from './read-person.ts';

export interface AddUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/** Adds a person of the studio. */
export async function addUser(
  context: Context,
  actor: Actor,
  input: AddUser,
): Promise<Outcome<{ readonly id: string }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const [email, name] = [readPersonEmail(input.email), readPersonName(input.name)];
  const password = readNewPassword(input.password);
  if (!email.ok) return email;
  if (!name.ok) return name;
  if (!password.ok) return password;
  const person = {
    id: context.newId(),
    email: email.value,
    name: name.value,
    role: input.role,
    language: null,
  };
  const hash = await context.passwords.hash(password.value);
  return transact(context.database, async (transaction) => {
    const now = context.clock();
    if (!(await insertPerson(transaction, person, now))) return refusedFor('conflict', 'email-taken');
    await setPasswordHash(transaction, person.id, hash, now);
    await makePrivateCalendar(transaction, context, person);
    transaction.announce({ topic: 'people' });
    return done({ id: person.id });
  });
}
