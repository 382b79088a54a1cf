import type { Opaque } from '@atelier/providers/json';
import type { Database } from '../database.ts';
import type { CalendarState } from '../generated/enums.ts';
import type { SourceLease } from '../source/source-lease.ts';
import {
  type Completion,
  completeQuietSources,
  completeSource,
  failSource,
  postponeSources,
  type QuietRun,
  restSource,
  type SourceFailure,
} from '../source/source-run.ts';
import type { Failure } from '../source/wait.ts';
import { type Transaction, transact } from '../transaction.ts';
import { holdCalendarLease } from './calendar-lease.ts';
import {
  complete,
  fail,
  hold,
  notifyStatus,
  progress,
  readDoubt,
  readState,
  stopProgress,
} from './calendar-run.sql.ts';

export interface RunProgress {
  readonly cursor: Opaque;
  readonly done: number;
  readonly total: number | null;
}

/** The cursor of a page; in the same transaction as its data, so that it never runs ahead of them (S4). */
export async function saveProgress(
  { query }: Transaction,
  id: string,
  { cursor, done, total }: RunProgress,
): Promise<void> {
  await query(progress, { id, cursor, done, total });
}

export interface CalendarCompletion extends Completion {
  readonly cursor: Opaque;
  readonly remoteVersion: string | null;
}

/** The calendar now equals the remote one: honest status, next run, lease given back. */
export async function completeRun(
  transaction: Transaction,
  id: string,
  { cursor, remoteVersion, ...done }: CalendarCompletion,
): Promise<void> {
  await transaction.query(complete, { id, cursor, remoteVersion });
  await completeSource(transaction, id, done);
  await lookAgainWhereDoubted(transaction);
}

/** Nothing changed at the provider: only the clocks of these calendars move. */
export async function completeQuietRuns(
  database: Database,
  runs: readonly QuietRun[],
  times: Pick<Completion, 'startedAt' | 'at'>,
): Promise<void> {
  if (runs.length === 0) return;
  await completeQuietSources(database, runs, times);
  const [booking] = await database.query(readDoubt);
  if (booking?.doubted) await transact(database, lookAgainWhereDoubted);
}

/** Now that a calendar has been read, a booking that was accepted in doubt may be certain. */
async function lookAgainWhereDoubted(transaction: Transaction): Promise<void> {
  const [booking] = await transaction.query(readDoubt);
  if (booking?.doubted) transaction.enqueue('look-for-due', { kind: 'reverify-booking' });
}

export interface RunFailure extends Omit<SourceFailure, 'compareAll'> {
  readonly state: Extract<CalendarState, 'FAILING' | 'GONE'>;
}

/** What was gone and comes back may be another calendar: its cursor is not relied upon any more (S4). */
export async function failRun(database: Database, lease: SourceLease, failure: RunFailure): Promise<void> {
  const { state, ...more } = failure;
  const id = lease.sourceId;
  await transact(database, async (transaction) => {
    await holdCalendarLease(transaction, lease);
    const [before] = await transaction.query(readState, { id });
    await transaction.query(fail, { id, state });
    const said = await failSource(transaction, id, { ...more, compareAll: more.kind === 'not-found' });
    if (said || before?.state !== state) transaction.announce({ topic: 'calendars', calendarId: id });
  });
}

export interface Held {
  readonly hrefs: readonly string[];
  readonly startedAt: Date;
  readonly at: Date;
  readonly nextSyncAt: Date;
  readonly why: Failure;
}

/**
 * Something would delete much: nothing is deleted, the cursor stays, a person is asked (S8). Whatever comes next
 * compares everything, for a delta that has been told once may not be told again.
 */
export async function holdRun(database: Database, lease: SourceLease, held: Held): Promise<void> {
  const id = lease.sourceId;
  await transact(database, async (transaction) => {
    await holdCalendarLease(transaction, lease);
    await transaction.query(hold, { id, hrefs: held.hrefs, at: held.at });
    await restSource(transaction, id, held);
    transaction.announce({ topic: 'calendars', calendarId: id });
  });
}

/** The account as a whole did not answer: its calendars wait with it. */
export async function postponeRuns(
  database: Database,
  leases: readonly SourceLease[],
  wait: Pick<SourceFailure, 'startedAt' | 'wait'>,
): Promise<void> {
  const ids = leases.map(({ sourceId }) => sourceId);
  await database.query(stopProgress, { ids, tokens: leases.map(({ token }) => token) });
  await postponeSources(database, leases, wait);
}

/** A light, undurable word to open browsers: progress and "last synced" move, contents do not. */
export async function tellStatus({ query }: Database, calendarIds: readonly string[]): Promise<void> {
  if (calendarIds.length === 0) return;
  // A notification carries 8,000 bytes at most; many ids mean "look at all of them".
  const payload = calendarIds.length > 100 ? '*' : calendarIds.join(',');
  await query(notifyStatus, { payload });
}
