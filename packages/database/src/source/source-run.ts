import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import type { SourceLease } from './source-lease.ts';
import { complete, completeQuiet, fail, postpone, readFailure, rest } from './source-run.sql.ts';
import type { Failure, Wait } from './wait.ts';

/** Every end of a run gives the lease back. In a transaction, the lease is held first (`holdLease`). */
export interface Completion {
  readonly startedAt: Date;
  readonly at: Date;
  readonly nextSyncAt: Date;
  /** The run compared every version, not only what the server reported as changed. */
  readonly audited: boolean;
  readonly changed: boolean;
}

/** What is here now equals what is there: honest status, next run. */
export async function completeSource({ query }: Transaction, id: string, done: Completion): Promise<void> {
  const { startedAt, at, nextSyncAt, audited, changed } = done;
  await query(complete, { id, startedAt, at, nextSyncAt, audited, changed });
}

export interface QuietRun {
  readonly lease: SourceLease;
  readonly nextSyncAt: Date;
}

/** Nothing changed at the provider: only the clock of these sources moves, all in one statement. */
export async function completeQuietSources(
  { query }: Database,
  runs: readonly QuietRun[],
  { startedAt, at }: Pick<Completion, 'startedAt' | 'at'>,
): Promise<void> {
  if (runs.length === 0) return;
  const ids = runs.map(({ lease }) => lease.sourceId);
  const tokens = runs.map(({ lease }) => lease.token);
  await query(completeQuiet, { ids, tokens, nexts: runs.map((run) => run.nextSyncAt), startedAt, at });
}

export interface SourceFailure extends Failure {
  readonly startedAt: Date;
  readonly wait: Wait;
  /** Whatever comes next compares everything: the cursor is not relied upon any more (S4). */
  readonly compareAll: boolean;
}

/** @returns whether that is news: it was well before, or failed in another way. */
export async function failSource(
  { query }: Transaction,
  id: string,
  failure: SourceFailure,
): Promise<boolean> {
  const { kind, message, hint, startedAt, wait, compareAll } = failure;
  const [before] = await query(readFailure, { id });
  await query(fail, { id, kind, message, hint, startedAt, compareAll, ...wait });
  return before?.message !== message;
}

/** A person has to look first; meanwhile it is looked at now and then, and everything is compared. */
export async function restSource(
  { query }: Transaction,
  id: string,
  {
    why,
    startedAt,
    nextSyncAt,
  }: { readonly why: Failure; readonly startedAt: Date; readonly nextSyncAt: Date },
): Promise<void> {
  const { kind, message, hint } = why;
  await query(rest, { id, kind, message, hint, startedAt, nextSyncAt });
}

/** The account as a whole did not answer: its sources wait with it. */
export async function postponeSources(
  { query }: Database,
  leases: readonly SourceLease[],
  { startedAt, wait }: Pick<SourceFailure, 'startedAt' | 'wait'>,
): Promise<void> {
  const ids = leases.map(({ sourceId }) => sourceId);
  await query(postpone, { ids, tokens: leases.map(({ token }) => token), startedAt, ...wait });
}
