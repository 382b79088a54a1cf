import type { Bytes } from '../bytes.ts';
import type { Queryable } from '../database.ts';
import type { Hold } from '../generated/client.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { deleteExpiredHolds, deleteOneHold, heldBetween } from './claim-store.sql.ts';
import { announceTimes } from './claim-store.ts';

/** A time kept for somebody while they fill in the form; `extended` is how often it was. */
export type HoldRow = Readonly<Omit<Hold, 'tokenHash' | 'createdAt'>>;

export async function insertHold(
  { prisma }: Transaction,
  hold: Omit<HoldRow, 'extended'>,
  tokenHash: Bytes,
  now: Date,
): Promise<void> {
  await prisma.hold.create({ data: { ...hold, tokenHash, createdAt: now }, select: { id: true } });
}

/** By its token; also one that has just lapsed, as long as nobody else took the time. */
export async function findHold({ prisma }: Queryable, tokenHash: Bytes): Promise<HoldRow | null> {
  return prisma.hold.findUnique({ where: { tokenHash }, omit: { tokenHash: true, createdAt: true } });
}

export async function extendHold(
  transaction: Transaction,
  { id, artistId, startsAt }: Pick<HoldRow, 'id' | 'artistId' | 'startsAt'>,
  expiresAt: Date,
): Promise<void> {
  const data = { expiresAt, extended: { increment: 1 } };
  await transaction.prisma.hold.updateMany({ where: { id }, data });
  // Whoever sees how long it is kept is told.
  transaction.announce({ topic: 'slots', artistId, from: startsAt, to: startsAt });
}

/** What is held of these artists' time, in order of time. */
export function holdsBetween(
  { query }: Queryable,
  artistIds: readonly string[],
  span: { readonly from: Date; readonly to: Date; readonly now: Date },
): Promise<readonly RowOf<typeof heldBetween>[]> {
  return query(heldBetween, { artistIds, ...span });
}

export async function deleteHold(transaction: Transaction, id: string): Promise<void> {
  announceTimes(transaction, await transaction.query(deleteOneHold, { id }));
}

/** Gives back the times of holds nobody has come back to. */
export async function deleteLapsedHolds(transaction: Transaction, now: Date): Promise<void> {
  announceTimes(transaction, await transaction.query(deleteExpiredHolds, { now }));
}
