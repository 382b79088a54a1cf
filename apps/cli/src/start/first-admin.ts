import { randomBytes } from 'node:crypto';
import { countUsers } from '@atelier/database/people/user-store';
import type { Services } from '@atelier/runtime/services';
import { OPERATOR } from '@atelier/usecases/actor';
import { addUser } from '@atelier/usecases/people/add-user';
import { UNNAMED } from '@atelier/usecases/people/name-myself';
import { expectDone } from '../run.ts';

export interface FirstAdmin {
  readonly email: string;
  /** Null when the operator chose it in the environment and knows it. */
  readonly password: string | null;
}

/** On the first run somebody must be able to sign in; null when there are people already. */
export async function ensureFirstAdmin({ context, config }: Services): Promise<FirstAdmin | null> {
  if ((await countUsers(context.database)) > 0) return null;
  const password = config.adminPassword ?? randomBytes(9).toString('base64url');
  const admin = { email: config.adminEmail, name: UNNAMED, role: 'ADMIN' as const, password };
  expectDone(await addUser(context, OPERATOR, admin));
  return { email: config.adminEmail, password: config.adminPassword === null ? password : null };
}
