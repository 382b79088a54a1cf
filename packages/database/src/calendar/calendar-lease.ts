import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** A right to run one calendar, held by one runner at a time across all processes. */
export interface CalendarLease {
  readonly calendarId: string;
  /** Unique per claim; every write of the run checks it, so a runner that lost its lease writes nothing. */
  readonly token: string;
}

/** Shorter than a minute, so that the calendars of a dead worker go on within one. */
export const LEASE_MS = 45_000;

export interface ClaimRequest {
  readonly now: Date;
  readonly token: string;
  /** Connections that the caller is already serving. */
  readonly except?: readonly string[];
}

/**
 * Claims everything that is due at ONE account, pulls and pushes alike: what people asked for first, then what they
 * wrote, then what has waited longest. Taking turns by
 * account, never by calendar, keeps an account with many calendars from crowding out the others.
 * @returns the leased calendars, all of one connection; empty when nothing is due.
 */
export async function claimDueCalendars(
  database: Database,
  request: ClaimRequest,
): Promise<readonly CalendarLease[]> {
  const rows = await database.query<{ id: string }>(
    `WITH account AS (
       SELECT c.connection_id AS id FROM calendar c JOIN connection k ON k.id = c.connection_id
       WHERE c.enabled AND (c.next_sync_at <= $1 OR c.requested_at IS NOT NULL OR c.push_at <= $1) AND (c.lease_until IS NULL OR c.lease_until < $1)
         AND k.state = 'ACTIVE' AND (k.retry_at IS NULL OR k.retry_at <= $1) AND k.id <> ALL ($4::uuid[])
       ORDER BY c.requested_at, c.push_at, c.next_sync_at LIMIT 1),
     due AS (
       SELECT c.id FROM calendar c JOIN account ON account.id = c.connection_id
       WHERE c.enabled AND (c.next_sync_at <= $1 OR c.requested_at IS NOT NULL OR c.push_at <= $1) AND (c.lease_until IS NULL OR c.lease_until < $1)
       ORDER BY c.id FOR UPDATE OF c SKIP LOCKED)
     UPDATE calendar SET lease_owner = $2, lease_until = $3 FROM due WHERE calendar.id = due.id RETURNING calendar.id`,
    [request.now, request.token, leaseEnd(request.now), request.except ?? []],
  );
  return rows.map(({ id }) => ({ calendarId: id, token: request.token }));
}

/** Claims these calendars if nobody else runs them, due or not; gives those it got. */
export async function claimCalendars(
  database: Database,
  calendarIds: readonly string[],
  request: ClaimRequest,
): Promise<readonly CalendarLease[]> {
  const rows = await database.query<{ id: string }>(
    `WITH free AS (
       SELECT id FROM calendar WHERE id = ANY ($4::uuid[]) AND (lease_until IS NULL OR lease_until < $1)
       ORDER BY id FOR UPDATE SKIP LOCKED)
     UPDATE calendar SET lease_owner = $2, lease_until = $3 FROM free WHERE calendar.id = free.id RETURNING calendar.id`,
    [request.now, request.token, leaseEnd(request.now), calendarIds],
  );
  return rows.map(({ id }) => ({ calendarId: id, token: request.token }));
}

/** Keeps the leases of a living run alive. */
export async function renewLeases(database: Database, token: string, now: Date): Promise<void> {
  await database.query('UPDATE calendar SET lease_until = $2 WHERE lease_owner = $1', [token, leaseEnd(now)]);
}

/** Lets go of whatever a run still holds, for instance when it was told to stop. */
export async function dropLeases(database: Database, token: string): Promise<void> {
  await database.query('UPDATE calendar SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = $1', [
    token,
  ]);
}

export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * Locks the calendar's row for this transaction.
 * @throws LeaseLost when another runner has taken over; the transaction must not write.
 */
export async function holdLease(transaction: Transaction, lease: CalendarLease): Promise<void> {
  const rows = await transaction.query(
    'SELECT 1 FROM calendar WHERE id = $1 AND lease_owner = $2 FOR UPDATE',
    [lease.calendarId, lease.token],
  );
  if (rows.length === 0) throw new LeaseLost(`calendar ${lease.calendarId} is run by somebody else now`);
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
