import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { all, insert, removeUnused, setSecret } from './credential-store.sql.ts';

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

/** Goes with the last account that was let in by it. */
export async function removeUnusedCredential({ query }: Transaction, id: string): Promise<void> {
  await query(removeUnused, { id });
}
