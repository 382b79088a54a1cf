import { findUserById } from '@atelier/database/people/user-store';
import type { Context } from '../../context.ts';
import { type Outcome, refused } from '../../outcome.ts';
import { readLine } from '../../typed-text.ts';

export function readName(name: string): Outcome<string> {
  return readLine(name, { name: 'The name', most: 120, needed: true });
}

/** Whether an artist can be this person, who then signs in as them. */
export async function ownPerson(
  { database }: Pick<Context, 'database'>,
  userId: string | null | undefined,
): Promise<Outcome<never> | null> {
  if (userId === undefined || userId === null || (await findUserById(database, userId))) return null;
  return refused('not-found', 'There is no such person at the studio.', 'Add the person first.');
}
