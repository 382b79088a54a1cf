import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import { counts, idsInFolders, inFolders, inThread, knownPeople, opened, search } from './mail-list.sql.ts';

/** A message where it shows, as a list has it. */
export type PlacedMessage = RowOf<typeof inFolders>;
export type OpenedMessage = RowOf<typeof opened>;
export type FolderCount = RowOf<typeof counts>;

export async function mailInFolders(
  { query }: Queryable,
  asked: ParamsOf<typeof inFolders>,
): Promise<readonly PlacedMessage[]> {
  return query(inFolders, asked);
}

export async function mailIdsInFolders(
  { query }: Queryable,
  asked: ParamsOf<typeof idsInFolders>,
): Promise<readonly RowOf<typeof idsInFolders>[]> {
  return query(idsInFolders, asked);
}

export async function mailCounts(
  { query }: Queryable,
  accountIds: readonly string[],
): Promise<readonly FolderCount[]> {
  return query(counts, { accountIds });
}

/** The oldest first; a message that lies in two folders stands twice. */
export async function mailInThread(
  { query }: Queryable,
  asked: ParamsOf<typeof inThread>,
): Promise<readonly PlacedMessage[]> {
  return query(inThread, asked);
}

export async function openedMail(
  { query }: Queryable,
  asked: ParamsOf<typeof opened>,
): Promise<OpenedMessage | null> {
  const [row] = await query(opened, asked);
  return row ?? null;
}

export async function searchMail(
  { query }: Queryable,
  asked: ParamsOf<typeof search>,
): Promise<readonly PlacedMessage[]> {
  return query(search, asked);
}

export async function peopleOfMail(
  { query }: Queryable,
  asked: ParamsOf<typeof knownPeople>,
): Promise<readonly RowOf<typeof knownPeople>[]> {
  return query(knownPeople, asked);
}
