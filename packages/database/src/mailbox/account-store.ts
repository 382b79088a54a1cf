import type { Database, Queryable } from '../database.ts';
import { given } from '../patch.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  byAddress,
  byId,
  goOn,
  idsReadBy,
  insert,
  insertSource,
  overview,
  readBy,
  setReach,
  setSignIn,
  setState,
  stop,
  unwatch,
  watch,
} from './account-store.sql.ts';

/** An account with that by which it lets us in; `secret` is sealed for the id of the credential. */
export type MailAccountRow = RowOf<typeof byId>;
export type MailAccountOverview = RowOf<typeof overview>;

export async function findMailAccount({ query }: Queryable, id: string): Promise<MailAccountRow | null> {
  const [row] = await query(byId, { id });
  return row ?? null;
}

/** @param reader null: the operator. @returns null also where it is somebody else's. */
export async function mailAccountReadBy(
  { query }: Queryable,
  id: string,
  reader: string | null,
): Promise<MailAccountRow | null> {
  const [row] = await query(readBy, { id, reader });
  return row ?? null;
}

/** @param reader null: all of them. */
export async function mailAccountIdsOf(
  { query }: Queryable,
  reader: string | null,
): Promise<readonly string[]> {
  return (await query(idsReadBy, { reader })).map(({ id }) => id);
}

/** @param reader null: all of them. */
export async function mailAccountOverviews(
  { query }: Queryable,
  reader: string | null,
): Promise<readonly MailAccountOverview[]> {
  return query(overview, { reader });
}

export type NewMailAccount = ParamsOf<typeof insert>;

/** Due at once. */
export async function insertMailAccount({ query }: Transaction, account: NewMailAccount): Promise<void> {
  await query(insertSource, { id: account.id, now: account.now });
  await query(insert, { ...account });
}

export async function mailAccountAt(
  { query }: Queryable,
  address: string,
): Promise<{ readonly id: string; readonly ownerId: string } | null> {
  const [row] = await query(byAddress, { address });
  return row ?? null;
}

export interface MailAccountPatch {
  readonly name?: string | undefined;
  readonly sender?: string | undefined;
  readonly color?: string | undefined;
  readonly signature?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly sentCopy?: MailAccountRow['sentCopy'] | undefined;
  /** Null: the most fitting one. */
  readonly calendarId?: string | null | undefined;
}

export async function patchMailAccount(
  { prisma }: Transaction,
  id: string,
  { aliases, ...patch }: MailAccountPatch,
): Promise<void> {
  await prisma.mailAccount.updateMany({
    where: { id },
    data: { ...given(patch), ...(aliases && { aliases: [...aliases] }) },
  });
}

export async function setMailReaders(
  { prisma }: Transaction,
  id: string,
  userIds: readonly string[],
): Promise<void> {
  await prisma.mailAccountReader.deleteMany({ where: { accountId: id } });
  await prisma.mailAccountReader.createMany({ data: userIds.map((userId) => ({ accountId: id, userId })) });
}

export async function mailReadersOf({ prisma }: Queryable, id: string): Promise<readonly string[]> {
  const account = await prisma.mailAccount.findUnique({ where: { id }, include: { readers: true } });
  return account ? [account.ownerId, ...account.readers.map(({ userId }) => userId)] : [];
}

export async function deleteMailAccount({ prisma }: Transaction, id: string): Promise<void> {
  await prisma.mailAccount.deleteMany({ where: { id } });
}

/** The server refused the password: nothing is asked again until somebody enters a new one (S9). */
export async function stopMailAccount({ query }: Transaction, id: string): Promise<void> {
  await query(setState, { id, state: 'CREDENTIALS' });
  await query(stop, { id });
}

/** With a password that was tried and works; everything goes on from where it stopped. */
export async function goOnWithMail(
  { query }: Transaction,
  { id, reach, now }: Pick<NewMailAccount, 'id' | 'reach' | 'now'>,
): Promise<void> {
  await query(setState, { id, state: 'ACTIVE' });
  await query(setReach, { id, reach });
  await query(goOn, { id, now });
}

/** It is let in by another credential than before; the former one goes where nothing else needs it. */
export async function changeMailCredential(
  { query }: Transaction,
  change: ParamsOf<typeof setSignIn>,
): Promise<void> {
  await query(setSignIn, change);
}

export interface WatchClaim {
  readonly watcher: string;
  readonly now: Date;
  readonly most: number;
}

/** Longer than the time between two claims of a living process. */
const WATCH_MS = 45_000;

/** The accounts that this process is to listen for from now on. */
export async function claimMailWatches(
  { query }: Database,
  { watcher, now, most }: WatchClaim,
): Promise<readonly string[]> {
  const renew = new Date(now.getTime() + WATCH_MS / 2);
  const until = new Date(now.getTime() + WATCH_MS);
  return (await query(watch, { watcher, now, renew, until, most })).map(({ id }) => id);
}

export async function dropMailWatches({ query }: Database, watcher: string): Promise<void> {
  await query(unwatch, { watcher });
}
