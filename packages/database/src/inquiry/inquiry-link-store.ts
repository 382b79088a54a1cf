import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** A link that opens one inquiry for its client; of its token only the hash is kept (B10). */
export async function insertInquiryLink(
  transaction: Transaction,
  link: { readonly tokenHash: Bytes; readonly inquiryId: string },
  now: Date,
): Promise<void> {
  await transaction.query(
    'INSERT INTO inquiry_link (token_hash, inquiry_id, created_at) VALUES ($1, $2, $3)',
    [link.tokenHash, link.inquiryId, now],
  );
}

/** @returns id of the inquiry. */
export async function findInquiryLink(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  tokenHash: Bytes,
): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    'SELECT inquiry_id AS id FROM inquiry_link WHERE token_hash = $1',
    [tokenHash],
  );
  return row?.id ?? null;
}
