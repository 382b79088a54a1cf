import type { Database } from '../database.ts';

/** How often its client has moved a booking: since `since`, and in all. */
export async function countMoves(
  { query }: Pick<Database, 'query'>,
  bookingId: string,
  since: Date,
): Promise<{ readonly lately: number; readonly inAll: number }> {
  const [row] = await query<{ lately: number; inAll: number }>(
    `SELECT count(*) FILTER (WHERE at > $2)::int AS lately, count(*)::int AS "inAll"
     FROM booking_step WHERE booking_id = $1 AND action = 'reschedule' AND party = 'client'`,
    [bookingId, since],
  );
  return row ?? { lately: 0, inAll: 0 };
}
