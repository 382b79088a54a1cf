import type { Queryable } from '../database.ts';
import { claim, current, release, store } from './renewal.sql.ts';

/**
 * The right to ask for new tokens, of one worker among all. No transaction is open meanwhile, for the provider may take
 * its time; a worker that died holds nobody up after `until`.
 */
export interface Renewal {
  readonly credentialId: string;
  readonly until: Date;
}

/** Sealed; null when the account was removed meanwhile. */
export async function currentSecret({ query }: Queryable, credentialId: string): Promise<string | null> {
  const [row] = await query(current, { id: credentialId });
  return row?.secret ?? null;
}

/** @returns the sealed secret as it is now; null while somebody else is at it. */
export async function claimRenewal(
  { query }: Queryable,
  { credentialId: id, until }: Renewal,
  now: Date,
): Promise<string | null> {
  const [row] = await query(claim, { id, now, until });
  return row?.secret ?? null;
}

/** @returns whether it was stored: not when another sign-in took its place, or the time was over. */
export async function storeRenewed(
  { query }: Queryable,
  { credentialId: id, until }: Renewal,
  secret: string,
): Promise<boolean> {
  return (await query(store, { id, until, secret })).length > 0;
}

export async function releaseRenewal(
  { query }: Queryable,
  { credentialId: id, until }: Renewal,
): Promise<void> {
  await query(release, { id, until });
}
