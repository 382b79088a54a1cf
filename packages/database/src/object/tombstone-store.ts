import type { Database } from '../database.ts';
import type { Tombstone } from '../generated/client.ts';
import type { Transaction } from '../transaction.ts';
import { deletedHere, keepTexts } from './tombstone-store.sql.ts';

/** Something that was deleted, on either side. */
export type { Tombstone } from '../generated/client.ts';

/** How long what was deleted can be brought back, days. */
export const TOMBSTONE_DAYS = 30;

/** Keeps the text of objects that are about to be removed. Call it before they are. */
export async function buryObjects(
  transaction: Transaction,
  objectIds: readonly string[],
  death: { readonly local: boolean; readonly actorId: string | null; readonly at: Date },
): Promise<void> {
  if (objectIds.length === 0) return;
  await transaction.query(keepTexts, { objectIds, ...death });
}

/** What was deleted here at these addresses, oldest first. */
export async function localTombstones(
  { query }: Database,
  calendarId: string,
  hrefs: readonly string[],
): Promise<readonly Pick<Tombstone, 'href' | 'etag'>[]> {
  return query(deletedHere, { calendarId, hrefs });
}

export async function listTombstones(
  { prisma }: Database,
  calendarIds: readonly string[],
  limit: number,
): Promise<readonly Tombstone[]> {
  return prisma.tombstone.findMany({
    where: { calendarId: { in: [...calendarIds] } },
    orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
}

export async function findTombstone({ prisma }: Database, id: string): Promise<Tombstone | null> {
  return prisma.tombstone.findUnique({ where: { id } });
}

/** @returns false when it was brought back already. */
export async function removeTombstone({ prisma }: Transaction, id: string): Promise<boolean> {
  return (await prisma.tombstone.deleteMany({ where: { id } })).count > 0;
}

/** All that are kept of one event: it is there again. */
export async function removeTombstonesOf(
  { prisma }: Transaction,
  calendarId: string,
  uid: string,
): Promise<void> {
  await prisma.tombstone.deleteMany({ where: { calendarId, uid } });
}

export async function pruneTombstones({ prisma }: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - TOMBSTONE_DAYS * 86_400_000);
  await prisma.tombstone.deleteMany({ where: { deletedAt: { lt: before } } });
}
