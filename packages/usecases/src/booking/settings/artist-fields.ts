import { findUserById } from '@atelier/database/people/user-store';
import type { Context } from '../../context.ts';
import { type Outcome, refusedFor } from '../../outcome.ts';
import { readLine } from '../../typed-text.ts';

export function readName(name: string): Outcome<string> {
  return readLine(name, { field: 'name', most: 120, needed: true });
}

/** Whether an artist can be this person, who then signs in as them. */
export async function ownPerson(
  { database }: Pick<Context, 'database'>,
  userId: string | null | undefined,
): Promise<Outcome<never> | null> {
  if (userId === undefined || userId === null || (await findUserById(database, userId))) return null;
  return refusedFor('not-found', 'no-colleague');
}
