import { insertUser, listUsers, type UserRow } from '@atelier/database/user-store';
import { type Actor, isAdmin, type Role } from './actor.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { breaksLine, plainLine } from './plain-text.ts';

export interface AddUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

export const SHORTEST_PASSWORD = 10;
const LONGEST_NAME = 200;
const LONGEST_PASSWORD = 128;

/** Adds a person of the studio. */
export async function addUser(
  context: Context,
  actor: Actor,
  input: AddUser,
): Promise<Outcome<{ readonly id: string }>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only an admin adds people.');
  const email = input.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)
    return refused('invalid', `“${email}” is not an e-mail address.`);
  const name = plainLine(input.name);
  if (name === '' || name.length > LONGEST_NAME || breaksLine(name))
    return refused('invalid', `A name is one line of 1 to ${LONGEST_NAME} characters.`);
  if (input.password.length < SHORTEST_PASSWORD || input.password.length > LONGEST_PASSWORD) {
    return refused(
      'invalid',
      `The password must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
    );
  }
  const id = context.newId();
  const passwordHash = await context.passwords.hash(input.password);
  const added = await insertUser(context.database, {
    id,
    email,
    name,
    role: input.role,
    passwordHash,
  });
  return added ? done({ id }) : refused('conflict', 'Somebody with this e-mail address is here already.');
}

export async function peopleOf(
  context: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly UserRow[]>> {
  if (!isAdmin(actor)) return refused('forbidden', 'Only an admin sees the list of people.');
  return done(await listUsers(context.database));
}
