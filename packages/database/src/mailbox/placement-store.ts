import { FLAGGED, type FlagEdit, hasFlag, SEEN, withEdits } from '@atelier/mail/flags/flag-edit';
import type { Queryable } from '../database.ts';
import { tellDue } from '../source/source-pace.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  addEdits,
  countAttempt,
  countUnfound,
  dropEdits,
  flagsOf,
  lieIn,
  placesOf,
  pushDone,
  pushSoon,
  removeEdits,
  removePlaces,
  removeUids,
  removeUnfound,
  setFlags,
  showAsThere,
  showIn,
  uidsMarked,
  uidsOf,
  voidUids,
  waitingEdits,
  waitingOn,
} from './placement-store.sql.ts';

export async function knownUids({ query }: Queryable, folderId: string): Promise<ReadonlySet<number>> {
  return new Set((await query(uidsOf, { folderId })).map(({ uid }) => uid));
}

export async function markedUids(
  { query }: Queryable,
  folderId: string,
): Promise<readonly RowOf<typeof uidsMarked>[]> {
  return query(uidsMarked, { folderId });
}

export async function forgetUids(
  { query }: Transaction,
  folderId: string,
  uids: readonly number[],
): Promise<void> {
  if (uids.length > 0) await query(removeUids, { folderId, uids });
}

export async function voidFolder({ query }: Transaction, folderId: string): Promise<void> {
  await query(voidUids, { folderId });
}

export async function unfoundIn({ query }: Queryable, folderId: string): Promise<number> {
  const [row] = await query(countUnfound, { folderId });
  return row?.count ?? 0;
}

export async function forgetUnfound({ query }: Transaction, folderId: string): Promise<void> {
  await query(removeUnfound, { folderId });
}

/**
 * The server's flags, with what waits here laid over them (M2).
 * @returns how many are others than before.
 */
export async function saveServerFlags(
  { query }: Transaction,
  folderId: string,
  told: readonly { readonly uid: number; readonly flags: readonly string[] }[],
): Promise<number> {
  if (told.length === 0) return 0;
  const byUid = new Map(told.map(({ uid, flags }) => [uid, flags]));
  const rows = await query(flagsOf, { folderId, uids: [...byUid.keys()] });
  const changed = rows
    .map(({ id, uid, serverFlags }) => ({ id, before: serverFlags, now: byUid.get(uid) ?? serverFlags }))
    .filter(({ before, now }) => before.join(' ') !== now.join(' '));
  await saveFlags(
    { query },
    changed.map(({ id, now }) => ({ id, serverFlags: now })),
  );
  return changed.length;
}

/** @param places their ids, with the flags that the server has. */
async function saveFlags(
  { query }: Pick<Transaction, 'query'>,
  places: readonly { readonly id: string; readonly serverFlags: readonly string[] }[],
): Promise<void> {
  if (places.length === 0) return;
  const waiting = Map.groupBy(
    await query(waitingOn, { ids: places.map(({ id }) => id) }),
    ({ placementId }) => placementId,
  );
  const flaggings = places.map(({ id, serverFlags }) => {
    const flags = withEdits(serverFlags, waiting.get(id) ?? []);
    return { id, serverFlags, flags, seen: hasFlag(flags, SEEN), flagged: hasFlag(flags, FLAGGED) };
  });
  await query(setFlags, { flaggings });
}

export type Place = RowOf<typeof placesOf>;

/** Those of these that lie in one of the accounts, locked. */
export async function lockPlaces(
  { query }: Transaction,
  places: ParamsOf<typeof placesOf>,
): Promise<readonly Place[]> {
  return query(placesOf, places);
}

/** Shows at once, and waits for the server. */
export async function editFlagsHere(
  { query }: Transaction,
  places: readonly Place[],
  { add, remove }: FlagEdit,
  now: Date,
): Promise<void> {
  const ids = places.map(({ id }) => id);
  await query(addEdits, { ids, kind: 'FLAGS', add, remove, toFolderId: null, now });
  await saveFlags({ query }, places);
}

/** Shows there at once. Back where it lies, nothing has to be said to the server. */
export async function moveHere(
  { query }: Transaction,
  places: readonly Place[],
  toFolderId: string,
  now: Date,
): Promise<void> {
  const ids = places.map(({ id }) => id);
  await query(dropEdits, { ids, kind: 'MOVE' });
  await query(dropEdits, { ids, kind: 'REMOVE' });
  await query(showIn, { ids, folderId: toFolderId });
  const away = places.filter(({ folderId }) => folderId !== toFolderId).map(({ id }) => id);
  await query(addEdits, { ids: away, kind: 'MOVE', add: [], remove: [], toFolderId, now });
}

/** For good: it shows nowhere, and goes when the server has heard of it. */
export async function removeHere({ query }: Transaction, places: readonly Place[], now: Date): Promise<void> {
  const ids = places.map(({ id }) => id);
  await query(dropEdits, { ids, kind: 'MOVE' });
  await query(showIn, { ids, folderId: null });
  await query(addEdits, { ids, kind: 'REMOVE', add: [], remove: [], toFolderId: null, now });
}

/** Has the worker bring to the servers what waits. */
export async function pushMailSoon(
  transaction: Transaction,
  accountIds: readonly string[],
  now: Date,
): Promise<void> {
  await transaction.query(pushSoon, { ids: accountIds, now });
  await tellDue(transaction);
}

export type WaitingEdit = RowOf<typeof waitingEdits>;

export async function editsOf(
  { query }: Queryable,
  accountId: string,
  most: number,
): Promise<readonly WaitingEdit[]> {
  return query(waitingEdits, { accountId, most });
}

/** The server has these flags now. */
export async function settleFlags(
  { query }: Transaction,
  edits: readonly WaitingEdit[],
  { add, remove }: FlagEdit,
): Promise<void> {
  await query(removeEdits, { ids: edits.map(({ id }) => id) });
  const [first] = edits;
  if (!first) return;
  const uids = edits.flatMap(({ uid }) => (uid === null ? [] : [uid]));
  const rows = await query(flagsOf, { folderId: first.folderId, uids });
  await saveFlags(
    { query },
    rows.map(({ id, serverFlags }) => ({ id, serverFlags: withEdits(serverFlags, [{ add, remove }]) })),
  );
}

/** They lie in the other folder now, under these UIDs where the server told them. */
export async function settleMove(
  { query }: Transaction,
  edits: readonly WaitingEdit[],
  folderId: string,
  uids: ReadonlyMap<number, number> | null,
): Promise<void> {
  await query(removeEdits, { ids: edits.map(({ id }) => id) });
  const moved = edits.map(({ placementId, uid }) => ({
    id: placementId,
    uid: (uid !== null && uids?.get(uid)) || null,
  }));
  await query(lieIn, { folderId, moved });
}

export async function settleRemoval({ query }: Transaction, edits: readonly WaitingEdit[]): Promise<void> {
  await query(removePlaces, { ids: edits.map(({ placementId }) => placementId) });
}

export async function noteEditAttempt({ query }: Transaction, edits: readonly WaitingEdit[]): Promise<void> {
  await query(countAttempt, { ids: edits.map(({ id }) => id) });
}

/** The server does not do it: it shows as it is there. */
export async function giveEditsUp({ query }: Transaction, edits: readonly WaitingEdit[]): Promise<void> {
  await query(removeEdits, { ids: edits.map(({ id }) => id) });
  await query(showAsThere, { ids: edits.map(({ placementId }) => placementId) });
}

/** What waits still is tried again then. */
export async function noteEditsPushed({ query }: Transaction, id: string, again: Date): Promise<void> {
  await query(pushDone, { id, again });
}
