import type { ConnectionRow } from '@atelier/database/account/connection-store';
import { rightsOnCredential } from '@atelier/database/account/credential-store';
import type { Queryable } from '@atelier/database/database';
import type { SignInRight } from '@atelier/providers/port/sign-in';

/** What a new sign-in of an account of calendars asks for: a mailbox that is let in by the same one is not to lose it. */
export async function rightsOfAccount(
  database: Queryable,
  { credentialId }: Pick<ConnectionRow, 'credentialId'>,
): Promise<readonly SignInRight[]> {
  const others = await rightsOnCredential(database, credentialId);
  return [...new Set<SignInRight>(['calendars', ...others])];
}
