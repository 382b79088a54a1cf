import { createHash, randomBytes } from 'node:crypto';
import type { Bytes } from '@atelier/database/bytes';
import {
  type ApiKeyRow,
  deleteApiKey,
  insertApiKey,
  listApiKeys,
  useApiKey,
} from '@atelier/database/people/api-key-store';
import { type Actor, isAdmin, KEY_PREFIX } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { breaksLine, plainLine } from '../plain-text.ts';

export interface CreatedApiKey extends Omit<ApiKeyRow, 'lastUsedAt'> {
  /** Told once; only its hash is kept. */
  readonly key: string;
}

type Asked = Pick<Context, 'database' | 'clock' | 'newId'>;

/** Access for a script, with everything that an admin may. */
export async function createApiKey(
  { database, clock, newId }: Asked,
  actor: Actor,
  { name, role }: { readonly name: string; readonly role: 'ADMIN' },
): Promise<Outcome<CreatedApiKey>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  const clean = plainLine(name);
  if (clean === '' || clean.length > 120 || breaksLine(clean)) return refusedFor('invalid', 'key-name');
  const key = `atelier_${randomBytes(32).toString('base64url')}`;
  const row = { id: newId(), name: clean, role, createdAt: clock() };
  await insertApiKey(database, { ...row, keyHash: hashOf(key) });
  return done({ ...row, key });
}

export async function seeApiKeys(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
): Promise<Outcome<readonly ApiKeyRow[]>> {
  return isAdmin(actor) ? done(await listApiKeys(database)) : refusedFor('forbidden', 'admins-only');
}

/** Whoever still uses it is refused from now on. */
export async function revokeApiKey(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly revoked: string }>> {
  if (!isAdmin(actor)) return refusedFor('forbidden', 'admins-only');
  if (!UUID.test(id) || !(await deleteApiKey(database, id))) return refusedFor('not-found', 'no-key');
  return done({ revoked: id });
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** On whose behalf a script acts; null for a key that is none (any more). */
export async function actorOfKey(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  key: string,
): Promise<Actor | null> {
  const row = await useApiKey(database, hashOf(key), clock());
  if (row?.role !== 'ADMIN') return null;
  return { userId: `${KEY_PREFIX}${row.id}`, name: row.name, email: '', role: 'ADMIN' };
}

function hashOf(key: string): Bytes {
  return createHash('sha256').update(key).digest();
}
