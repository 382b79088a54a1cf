import { findUserByEmail, type UserRow } from '@atelier/database/people/user-store';
import type { Context } from '@atelier/usecases/context';
import { refusalFor } from '@atelier/usecases/outcome';
import { CommandFailure } from './output.ts';

export async function personByEmail(
  { database }: Pick<Context, 'database'>,
  email: string,
): Promise<UserRow> {
  const person = await findUserByEmail(database, email);
  if (!person) throw new CommandFailure(refusalFor('not-found', 'nobody-with-email'));
  return person;
}
