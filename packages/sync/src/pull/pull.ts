import { holdCalendarLease } from '@atelier/database/calendar/calendar-lease';
import { setHorizon } from '@atelier/database/calendar/horizon-store';
import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import type { Database } from '@atelier/database/database';
import { countKnown, countObjects, fingerprints, knownEtags } from '@atelier/database/object/object-store';
import { commitUnsynced } from '@atelier/database/postgres/server';
import type { SourceLease } from '@atelier/database/source/source-lease';
import { transact } from '@atelier/database/transaction';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import type { Page } from '@atelier/providers/port/changes';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { OpenBookings } from '../engine-services.ts';
import { type Horizon, horizonAt } from '../mirror/horizon.ts';
import { readContext } from '../mirror/read-context.ts';
import type { PullCounts } from '../run-report.ts';
import { applyPage } from './apply-page.ts';
import { withoutLateArrivals } from './late-arrivals.ts';
import { readChanges } from './read-changes.ts';
import { judgeAfterSecondLook, judgeRemovals, type Removals, type Suspicion } from './removal-guard.ts';
import { withRenames } from './with-renames.ts';

export interface PullServices {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly bookings: OpenBookings;
  /** Told after every committed page; light, may be dropped. */
  readonly progressed: (calendarId: string) => void;
}

export interface PullRequest {
  readonly calendar: RunCalendar;
  readonly lease: SourceLease;
  readonly provider: CalendarProvider;
  /** The provider's version as the account's list told it before this pull. */
  readonly remoteVersion: string | null;
  /** Hrefs of what this run has written since. */
  readonly written: ReadonlySet<string>;
  readonly startedAt: Date;
  readonly full: boolean;
  readonly nextSyncAt: (now: Date) => Date;
}

export type PullResult =
  | { readonly outcome: 'complete'; readonly counts: PullCounts; readonly conflicts: number }
  | {
      readonly outcome: 'held';
      readonly hrefs: readonly string[];
      readonly reason: 'not-a-calendar' | 'emptied' | Suspicion;
    };

interface Tally {
  done: number;
  added: number;
  updated: number;
  removed: number;
  conflicts: number;
  /** Open bookings whose events have been removed. */
  bookings: number;
}

/**
 * Brings one calendar up to the provider's state, page by page: each page's data and cursor in one
 * transaction, so that a kill at any point loses nothing and repeats nothing visible (S4).
 * The next page is fetched and read while the last one is being written.
 * @throws ProviderFailure when the provider fails, LeaseLost when another runner took over.
 */
export async function pull(services: PullServices, request: PullRequest): Promise<PullResult> {
  const { database } = services;
  const { calendar, provider } = request;
  const stored = await countObjects(database, calendar.id);
  const horizon = await ensureHorizon(services, calendar);
  const context = readContext(calendar, horizon);
  const tally: Tally = { done: 0, added: 0, updated: 0, removed: 0, conflicts: 0, bookings: 0 };
  const known = await countKnown(database, calendar.id);
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const found of provider.changes(changesRequest(services, request))) {
      const timely = await withoutLateArrivals(database, provider, calendar, found);
      const read = await readChanges(timely.changed, context);
      const page = await withRenames(database, provider, calendar, timely, read);
      await writing;
      const removals = await knownRemovals(services, request, { page, read, known }, tally);
      const held = await secondLook(provider, calendar, removals);
      if (held) return held;
      tally.bookings = removals.bookings;
      writing = write(services, request, page, read, tally);
      // Unhandled until awaited: a failure must surface at the next await, not as a crash.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
  const unchanged = stored + tally.added - tally.removed - tally.added - tally.updated;
  const counts = { ...counted(tally), unchanged: Math.max(0, unchanged) };
  return { outcome: 'complete', counts, conflicts: tally.conflicts };
}

function changesRequest({ database, clock }: PullServices, request: PullRequest) {
  const { calendar, full, remoteVersion, written } = request;
  return {
    listed: remoteVersion,
    written,
    calendarHref: calendar.href,
    capabilities: calendar.capabilities,
    cursor: calendar.cursor,
    full,
    known: () => knownEtags(database, calendar.id),
    preview: calendar.lastCompleteAt === null ? monthAround(clock()) : null,
  };
}

/** What a month view shows: the month with the weeks that it begins and ends in. */
function monthAround(now: Date) {
  const week = { hours: 7 * 24 };
  const today = now.toTemporalInstant().toZonedDateTimeISO('UTC');
  const first = today.with({ day: 1 }).startOfDay();
  return { from: first.subtract(week).toInstant(), to: first.add({ months: 1 }).add(week).toInstant() };
}

async function ensureHorizon({ database, clock }: PullServices, calendar: RunCalendar): Promise<Horizon> {
  if (calendar.horizonFrom && calendar.horizonTo)
    return { from: calendar.horizonFrom, to: calendar.horizonTo };
  const horizon = horizonAt(clock());
  await setHorizon(database, calendar.id, horizon);
  return horizon;
}

interface Seen {
  readonly page: Page;
  readonly read: Awaited<ReturnType<typeof readChanges>>;
  /** Objects that the provider was known to hold before the run. */
  readonly known: number;
}

/** Only what is stored here can be removed; the rest of what a server reports as gone was never ours. */
async function knownRemovals(
  { database, bookings }: PullServices,
  { calendar }: PullRequest,
  { page, read, known }: Seen,
  before: Tally,
): Promise<Removals> {
  const named = page.removed.length === 0 ? [] : await fingerprints(database, calendar.id, page.removed);
  // The same event under another address is renamed, not gone.
  const renamed = new Set(read.flatMap(({ result }) => (result.ok ? [result.object.uid] : [])));
  const gone = named.filter(({ uid }) => uid === '' || !renamed.has(uid));
  const cancelled = await bookings.openEntriesAmong(gone.map(({ id }) => id));
  return {
    hrefs: gone.map(({ href }) => href),
    removedBefore: before.removed,
    stored: known,
    evidence: page.removalEvidence,
    listed: page.listed,
    freshLineage: page.freshLineage || calendar.state === 'GONE',
    bookings: before.bookings + cancelled.length,
    approved: new Set(calendar.heldApproved ? calendar.heldHrefs : []),
  };
}

async function secondLook(
  provider: CalendarProvider,
  calendar: RunCalendar,
  removals: Removals,
): Promise<Extract<PullResult, { outcome: 'held' }> | null> {
  if (judgeRemovals(removals) === 'apply') return null;
  const verdict = judgeAfterSecondLook(removals, await provider.recheck(calendar.href));
  switch (verdict.action) {
    case 'apply':
      return null;
    case 'hold':
      return { outcome: 'held', hrefs: removals.hrefs, reason: verdict.reason };
    case 'distrust':
      throw new ProviderFailure(
        'malformed',
        'The server listed events as gone and a moment later as present; nothing was deleted.',
        'Atelier asks again by itself. If this stays, have the server looked at.',
      );
  }
}

async function write(
  { database, newId, clock, progressed }: PullServices,
  request: PullRequest,
  page: Page,
  read: Awaited<ReturnType<typeof readChanges>>,
  tally: Tally,
): Promise<void> {
  const { calendar, lease } = request;
  const counts = await transact(database, async (transaction) => {
    // A page on the way may be lost in a crash of the database, together with its cursor: it comes again.
    if (!page.complete) await commitUnsynced(transaction);
    await holdCalendarLease(transaction, lease);
    const now = clock();
    return applyPage(transaction, {
      calendarId: calendar.id,
      page,
      read,
      newId,
      now,
      done: tally.done + read.length,
      completion: page.complete
        ? {
            remoteVersion: page.version ?? request.remoteVersion,
            startedAt: request.startedAt,
            at: now,
            nextSyncAt: request.nextSyncAt(now),
            audited: page.listed !== null,
            changedBefore: tally.added + tally.updated + tally.removed > 0,
            wasWrong: calendar.state !== 'OK',
          }
        : null,
    });
  });
  tally.done += read.length;
  tally.added += counts.added;
  tally.updated += counts.updated;
  tally.removed += counts.removed;
  tally.conflicts += counts.conflicts;
  progressed(calendar.id);
}

function counted({ added, updated, removed }: Tally) {
  return { added, updated, removed };
}
