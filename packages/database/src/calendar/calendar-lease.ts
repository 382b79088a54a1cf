import { LeaseLost, type SourceLease } from '../source/source-lease.ts';
import type { Transaction } from '../transaction.ts';
import { holdCalendar } from './calendar-lease.sql.ts';

/**
 * Locks a calendar and its source for this transaction.
 * @throws LeaseLost when another runner has taken over; the transaction must not write.
 */
export async function holdCalendarLease(
  { query }: Transaction,
  { sourceId, token }: SourceLease,
): Promise<void> {
  const [held] = await query(holdCalendar, { id: sourceId, token });
  if (!held) throw new LeaseLost(`calendar ${sourceId} is run by somebody else now`);
}
