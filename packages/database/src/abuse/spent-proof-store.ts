import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** @returns false when it was spent before; of two at once the second waits for the first. */
export async function spendProof(
  transaction: Transaction,
  { signature, expiresAt }: { readonly signature: string; readonly expiresAt: Date },
): Promise<boolean> {
  const rows = await transaction.query(
    'INSERT INTO spent_proof (signature, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
    [signature, expiresAt],
  );
  return rows.length > 0;
}

/** One that has expired is refused for that alone. */
export async function pruneProofs(database: Pick<Database, 'query'>, now: Date): Promise<void> {
  await database.query('DELETE FROM spent_proof WHERE expires_at < $1', [now]);
}
