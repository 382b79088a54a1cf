import type { SignInRight } from '@atelier/providers/port/sign-in';
import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  all,
  insert,
  removeUnused,
  reseal,
  setIssued,
  setSecret,
  setSignIn,
  used,
} from './credential-store.sql.ts';

/** @param credential its secret sealed for its id. */
export async function insertCredential(
  { query }: Transaction,
  credential: ParamsOf<typeof insert>,
): Promise<void> {
  await query(insert, { ...credential });
}

export type SealedCredential = RowOf<typeof all>;

/** All of them, locked: whoever seals anew overwrites no password that is just being entered. */
export async function lockCredentials({ query }: Transaction): Promise<readonly SealedCredential[]> {
  return query(all);
}

export async function updateSecret({ query }: Queryable, { id, secret }: SealedCredential): Promise<void> {
  await query(setSecret, { id, secret });
}

/** The same secret under another key. */
export async function resealSecret({ query }: Transaction, { id, secret }: SealedCredential): Promise<void> {
  await query(reseal, { id, secret });
}

export async function updateSignIn({ query }: Queryable, signIn: ParamsOf<typeof setSignIn>): Promise<void> {
  await query(setSignIn, signIn);
}

/** The password of this account was made by the provider for us alone; it may be taken back there. */
export async function markIssued({ query }: Queryable, connectionId: string): Promise<void> {
  await query(setIssued, { connectionId });
}

/** Goes with the last account that was let in by it. @returns whether it went. */
export async function removeUnusedCredential({ query }: Transaction, id: string): Promise<boolean> {
  return (await query(removeUnused, { id })).length > 0;
}

/** The rights that whatever is let in by it needs. */
export async function rightsOnCredential({ query }: Queryable, id: string): Promise<readonly SignInRight[]> {
  const [row] = await query(used, { id });
  return RIGHTS.filter((right) => row?.[right] === true);
}

const RIGHTS = ['calendars', 'mail'] as const satisfies readonly SignInRight[];
