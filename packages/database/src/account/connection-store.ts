import type { Database, Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  all,
  byAccount,
  byAccountId,
  byId,
  insert,
  setAddresses,
  setSchedules,
  waitForTurn,
} from './connection-store.sql.ts';

/**
 * An account with that by which it lets us in. `secret` is encrypted; only the runtime's secret box opens it, with the
 * id of the credential. `addresses`: what the server knows the account by, mail addresses without `mailto:`, paths and
 * URNs as they are; `addressesAt`: when they were asked for, null when they never were.
 */
export type ConnectionRow = RowOf<typeof byId>;

export async function findConnection({ query }: Queryable, id: string): Promise<ConnectionRow | null> {
  const [row] = await query(byId, { id });
  return row ?? null;
}

export async function allConnections({ query }: Queryable): Promise<readonly ConnectionRow[]> {
  return query(all);
}

export async function insertConnection(
  { query }: Transaction,
  connection: ParamsOf<typeof insert>,
): Promise<void> {
  await query(insert, { ...connection });
}

/** The connection that already serves this account for this user name, if any; a second one would show everything twice. */
export async function claimAccount(
  { query }: Transaction,
  { accountId, username }: Pick<ConnectionRow, 'accountId' | 'username'>,
): Promise<Pick<ConnectionRow, 'id' | 'name'> | null> {
  await query(waitForTurn, { username });
  const [row] = await query(byAccount, { accountId, username });
  return row ?? null;
}

/** The same of an account that somebody signed in to at the provider. */
export async function claimSignedIn(
  { query }: Transaction,
  { kind, accountId }: Pick<ConnectionRow, 'kind' | 'accountId'>,
): Promise<Pick<ConnectionRow, 'id' | 'name'> | null> {
  await query(waitForTurn, { username: `${kind} ${accountId}` });
  const [row] = await query(byAccountId, { kind, accountId });
  return row ?? null;
}

export async function updateAddresses(
  { query }: Database,
  id: string,
  addresses: readonly string[],
  at: Date,
): Promise<void> {
  await query(setAddresses, { id, addresses, at });
}

/** Whether the account's server brings guests' answers to organizers by itself. */
export async function updateSchedules({ query }: Database, id: string, schedules: boolean): Promise<void> {
  await query(setSchedules, { id, schedules });
}

export async function deleteConnection({ prisma }: Transaction, id: string): Promise<void> {
  await prisma.connection.delete({ where: { id } });
}
