import type { Database } from '../database.ts';
import type { SourceKind } from '../generated/enums.ts';
import type { Transaction } from '../transaction.ts';
import { claimDue, claimThese, drop, hold, renew } from './source-lease.sql.ts';

/** A right to run one source, held by one runner at a time across all processes. */
export interface SourceLease {
  readonly sourceId: string;
  /** Unique per claim; every write of the run checks it, so a runner that lost its lease writes nothing. */
  readonly token: string;
}

/** Shorter than a minute, so that what a dead worker ran goes on within one. */
export const LEASE_MS = 45_000;

export interface ClaimRequest {
  readonly now: Date;
  readonly token: string;
}

export interface ClaimDueRequest extends ClaimRequest {
  readonly kind: SourceKind;
  /** What the caller is already serving: connections, and sources that have none. */
  readonly except?: readonly string[];
}

/**
 * Claims everything of a kind that is due at ONE account, reading and writing alike: what people asked for first, then
 * what they wrote, then what has waited longest. Taking turns by account, never by source, keeps an account with many
 * of them from crowding out the others.
 * @returns what was leased, all of one connection; empty when nothing is due.
 */
export async function claimDueSources(
  { query }: Database,
  { kind, now, token, except = [] }: ClaimDueRequest,
): Promise<readonly SourceLease[]> {
  const rows = await query(claimDue, { kind, now, token, until: leaseEnd(now), except });
  return rows.map(({ id }) => ({ sourceId: id, token }));
}

/** Claims these if nobody else runs them, due or not; gives those it got. */
export async function claimSources(
  { query }: Database,
  ids: readonly string[],
  { now, token }: ClaimRequest,
): Promise<readonly SourceLease[]> {
  const rows = await query(claimThese, { ids, now, token, until: leaseEnd(now) });
  return rows.map(({ id }) => ({ sourceId: id, token }));
}

/** Keeps the leases of a living run alive. */
export async function renewLeases({ query }: Database, token: string, now: Date): Promise<void> {
  await query(renew, { token, until: leaseEnd(now) });
}

/** Lets go of whatever a run still holds, for instance when it was told to stop. */
export async function dropLeases({ query }: Database, token: string): Promise<void> {
  await query(drop, { token });
}

export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * Locks the source's row for this transaction.
 * @throws LeaseLost when another runner has taken over; the transaction must not write.
 */
export async function holdLease({ query }: Transaction, { sourceId, token }: SourceLease): Promise<void> {
  const [held] = await query(hold, { id: sourceId, token });
  if (!held) throw new LeaseLost(`source ${sourceId} is run by somebody else now`);
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
