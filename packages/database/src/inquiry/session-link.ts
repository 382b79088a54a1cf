import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/**
 * The booking of one session, for who holds a link to the inquiry: a booking's own links are known to mails only, so the
 * page of the idea opens it by the idea's link and the number of the session.
 */
export async function findSessionLink(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  inquiryTokenHash: Bytes,
  session: number,
): Promise<{ readonly bookingId: string } | null> {
  const [row] = await query<{ bookingId: string }>(
    `SELECT s.booking_id AS "bookingId" FROM inquiry_link l JOIN inquiry_session s USING (inquiry_id)
     WHERE l.token_hash = $1 AND s.number = $2 AND s.booking_id IS NOT NULL`,
    [inquiryTokenHash, session],
  );
  return row ?? null;
}
