import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** Whom a link lets act: the client, or the artist who is asked by mail. */
export type LinkParty = 'client' | 'artist';

/** A link that opens one booking; of its token only the hash is kept (B10). */
export async function insertLink(
  transaction: Transaction,
  link: { readonly tokenHash: Bytes; readonly bookingId: string; readonly party: LinkParty },
  now: Date,
): Promise<void> {
  await transaction.query(
    'INSERT INTO booking_link (token_hash, booking_id, party, created_at) VALUES ($1, $2, $3, $4)',
    [link.tokenHash, link.bookingId, link.party, now],
  );
}

export async function findLink(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  tokenHash: Bytes,
): Promise<{ readonly bookingId: string; readonly party: LinkParty } | null> {
  const [row] = await query<{ bookingId: string; party: LinkParty }>(
    'SELECT booking_id AS "bookingId", party FROM booking_link WHERE token_hash = $1',
    [tokenHash],
  );
  return row ?? null;
}
