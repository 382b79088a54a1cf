import type { BookingState } from '@atelier/booking/state/step-rules';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** One sitting of the work, with its booking where there is one. */
export interface SessionRow {
  readonly id: string;
  readonly inquiryId: string;
  /** From 1 on. */
  readonly number: number;
  readonly minutes: number;
  readonly bookingId: string | null;
  readonly bookingState: BookingState | null;
  readonly bookingStartsAt: Date | null;
  readonly bookingEndsAt: Date | null;
}

export interface OfferedTimeRow {
  readonly id: string;
  readonly sessionId: string;
  readonly startsAt: Date;
}

type Query = Pick<Database, 'query'> | Pick<Transaction, 'query'>;

/** In the order of their numbers. */
export function listSessions(
  { query }: Query,
  inquiryIds: readonly string[],
): Promise<readonly SessionRow[]> {
  return query<SessionRow>(
    `SELECT s.id, s.inquiry_id AS "inquiryId", s.number, s.minutes, s.booking_id AS "bookingId",
       b.state AS "bookingState", b.starts_at AS "bookingStartsAt", b.ends_at AS "bookingEndsAt"
     FROM inquiry_session s LEFT JOIN booking b ON b.id = s.booking_id
     WHERE s.inquiry_id = ANY ($1::uuid[]) ORDER BY s.inquiry_id, s.number`,
    [inquiryIds],
  );
}

/** In the order of time. */
export function listOfferedTimes(
  { query }: Query,
  inquiryIds: readonly string[],
): Promise<readonly OfferedTimeRow[]> {
  return query<OfferedTimeRow>(
    `SELECT t.id, t.session_id AS "sessionId", t.starts_at AS "startsAt"
     FROM offered_time t JOIN inquiry_session s ON s.id = t.session_id
     WHERE s.inquiry_id = ANY ($1::uuid[]) ORDER BY t.starts_at, t.id`,
    [inquiryIds],
  );
}

export type NewSession = Pick<SessionRow, 'id' | 'inquiryId' | 'number' | 'minutes'>;

/** A new session, or one whose length has changed. @returns its id. */
export async function saveSession(
  transaction: Transaction,
  { id, inquiryId, number, minutes }: NewSession,
): Promise<string> {
  const [row] = await transaction.query<{ id: string }>(
    `INSERT INTO inquiry_session (id, inquiry_id, number, minutes) VALUES ($1, $2, $3, $4)
     ON CONFLICT (inquiry_id, number) DO UPDATE SET minutes = $4 RETURNING id`,
    [id, inquiryId, number, minutes],
  );
  return row?.id ?? id;
}

/** Takes away sessions beyond so many: the work was planned anew. */
export async function dropSessionsAfter(
  transaction: Transaction,
  inquiryId: string,
  number: number,
): Promise<void> {
  await transaction.query('DELETE FROM inquiry_session WHERE inquiry_id = $1 AND number > $2', [
    inquiryId,
    number,
  ]);
}

/** Replaces what was offered for a session. */
export async function replaceTimes(
  transaction: Transaction,
  sessionId: string,
  times: readonly Pick<OfferedTimeRow, 'id' | 'startsAt'>[],
): Promise<void> {
  await transaction.query('DELETE FROM offered_time WHERE session_id = $1', [sessionId]);
  await transaction.query(
    `INSERT INTO offered_time (id, session_id, starts_at)
     SELECT one.id, $1::uuid, one.starts_at FROM unnest($2::uuid[], $3::timestamptz[]) AS one (id, starts_at)`,
    [sessionId, times.map(({ id }) => id), times.map(({ startsAt }) => startsAt)],
  );
}

export async function setSessionBooking(
  transaction: Transaction,
  sessionId: string,
  bookingId: string,
): Promise<void> {
  await transaction.query('UPDATE inquiry_session SET booking_id = $2 WHERE id = $1', [sessionId, bookingId]);
}
