import type { Bytes } from '../bytes.ts';
import { waitForTurn } from '../postgres/turn.sql.ts';
import type { Transaction } from '../transaction.ts';

/** Namespace of the advisory locks, apart from those of other purposes. */
const HOLD_LOCKS = 7_304;

/** Whoever moves one hold, or takes another from one address, takes turns. Comes before turns at times. */
export async function takeHoldTurns(transaction: Transaction, keys: readonly string[]): Promise<void> {
  for (const key of [...keys].sort()) await transaction.query(waitForTurn, { room: HOLD_LOCKS, key });
}

/**
 * A name for a hold whose first 48 bits stand for the address it comes from, so that those of one address can be counted
 * (UUID version 8, RFC 9562 5.8).
 * @param random a UUID of version 4. @param originHash keyed hash of the address.
 */
export function holdIdFrom(originHash: Bytes, random: string): string {
  const prefix = prefixOf(originHash);
  return `${prefix}-8${random.slice(15)}`;
}

/** Holds of one address that still keep their time, but for one. */
export async function countHoldsFrom(
  { prisma }: Transaction,
  originHash: Bytes,
  { now, except }: { readonly now: Date; readonly except: string | null },
): Promise<number> {
  const prefix = prefixOf(originHash);
  return prisma.hold.count({
    where: {
      id: { gte: `${prefix}-0000-0000-000000000000`, lte: `${prefix}-ffff-ffff-ffffffffffff` },
      expiresAt: { gt: now },
      ...(except !== null && { NOT: { id: except } }),
    },
  });
}

function prefixOf(originHash: Bytes): string {
  const hex = originHash.toString('hex', 0, 6);
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
