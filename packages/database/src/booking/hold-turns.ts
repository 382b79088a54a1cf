import type { Bytes } from '../bytes.ts';
import type { Transaction } from '../transaction.ts';

/** Namespace of the advisory locks, apart from those of other purposes. */
const HOLD_LOCKS = 7_304;

/** Whoever moves one hold, or takes another from one address, takes turns. Comes before turns at times. */
export async function takeHoldTurns(transaction: Transaction, keys: readonly string[]): Promise<void> {
  for (const key of [...keys].sort())
    await transaction.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [HOLD_LOCKS, key]);
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
  transaction: Transaction,
  originHash: Bytes,
  { now, except }: { readonly now: Date; readonly except: string | null },
): Promise<number> {
  const prefix = prefixOf(originHash);
  const [row] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM hold WHERE id BETWEEN $1::uuid AND $2::uuid AND expires_at > $3
       AND id IS DISTINCT FROM $4::uuid`,
    [`${prefix}-0000-0000-000000000000`, `${prefix}-ffff-ffff-ffffffffffff`, now, except],
  );
  return row?.count ?? 0;
}

function prefixOf(originHash: Bytes): string {
  const hex = originHash.toString('hex', 0, 6);
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
