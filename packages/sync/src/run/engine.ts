import { setTimeout as delay } from 'node:timers/promises';
import { type ConnectionRow, findConnection } from '@atelier/database/account/connection-store';
import { countHeld } from '@atelier/database/calendar/calendar-place';
import { tellStatus } from '@atelier/database/calendar/calendar-run';
import { type RunCalendar, runCalendars } from '@atelier/database/calendar/run-calendars';
import { countObjects, countQuarantined } from '@atelier/database/object/object-store';
import {
  claimDueSources,
  claimSources,
  dropLeases,
  LEASE_MS,
  renewLeases,
  type SourceLease,
} from '@atelier/database/source/source-lease';
import type { EngineServices } from '../engine-services.ts';
import { emptyReport, joined, type RunReport } from '../run-report.ts';
import type { AccountRun, RunTrigger } from '../run-request.ts';
import { runAccount } from './account-run.ts';

/** Keeps calendars in step. Any number of engines may share one database. */
export interface SyncEngine {
  /** Gives every lease back at once; runs under way write nothing more. For a process that must stop now. */
  abandon(): Promise<void>;
  /**
   * Claims and runs what is due at one account that is not in `except`.
   * @param served told the account as soon as it is claimed.
   * @returns the account served, or null when nothing is due.
   */
  runDue(except: readonly string[], served: (connectionId: string) => void): Promise<string | null>;
  /**
   * Runs these calendars now, waiting for runs under way elsewhere; one report each, in the order asked. Rejects when
   * `until` aborts while it still waits; what has begun goes on to its end.
   */
  runNow(calendarIds: readonly string[], options: RunNow): Promise<readonly RunReport[]>;
  /**
   * Brings these calendars up to date, then compares every version with the provider's: what differs then is what the
   * server never told, and is counted in `repaired`. A dry run only compares, and counts in `pulled` what it would do.
   */
  audit(calendarIds: readonly string[], options: { readonly dryRun: boolean }): Promise<readonly RunReport[]>;
}

export interface RunNow {
  readonly full: boolean;
  /** Nobody waits for the answer any longer. */
  readonly until?: AbortSignal;
  /** Who asks; somebody of the studio when left out. */
  readonly trigger?: 'person' | 'visitor';
}

type RunManner = Pick<AccountRun, 'full' | 'dryRun'> & Pick<RunNow, 'until' | 'trigger'>;

const RENEW_MS = LEASE_MS / 3;
const RETRY_CLAIM_MS = 200;
/** A quarter of an hour: longer than any first pull that goes well. */
const MOST_CLAIMS = 4_500;
/** What a pull leaves to be written (a merge, the second half of a move) is written in the same go. */
const MOST_ROUNDS = 4;

export function createSyncEngine(services: EngineServices): SyncEngine {
  const { database, clock } = services;
  const tokens = new Set<string>();

  /** Runs claimed calendars, all of one account, with their leases kept alive meanwhile. */
  async function runLeased(
    leases: readonly SourceLease[],
    trigger: RunTrigger,
    manner: Omit<RunManner, 'trigger'>,
  ) {
    const token = leases[0]?.token ?? '';
    tokens.add(token);
    const heartbeat = setInterval(
      () => void renewLeases(database, token, clock()).catch(() => undefined),
      RENEW_MS,
    );
    const ids = leases.map(({ sourceId }) => sourceId);
    try {
      const [calendar] = await runCalendars(database, ids.slice(0, 1));
      const connection = calendar ? await findConnection(database, calendar.connectionId) : null;
      if (!connection) return [];
      if (connection.state === 'CREDENTIALS') return ids.map(stoppedReport);
      if (trigger === 'visitor' && isLeftAlone(connection, clock())) return ids.map(leftAloneReport);
      return await runAccount(services, { connection, leases, trigger, ...manner });
    } finally {
      clearInterval(heartbeat);
      tokens.delete(token);
      await dropLeases(database, token);
      await tellStatus(database, ids);
    }
  }

  async function claimAccount(except: readonly string[]) {
    const leases = await claimDueSources(database, {
      kind: 'CALENDAR',
      now: clock(),
      token: services.newId(),
      except,
    });
    const [calendar] = await runCalendars(
      database,
      leases.slice(0, 1).map(({ sourceId }) => sourceId),
    );
    return calendar ? { leases, connectionId: calendar.connectionId } : null;
  }

  /** Patient: somebody else's run ends or its lease runs out, and what it did counts as well. */
  async function claimAll(ids: readonly string[], until?: AbortSignal): Promise<readonly SourceLease[]> {
    const token = services.newId();
    const leases: SourceLease[] = [];
    for (let tries = 0; tries < MOST_CLAIMS; tries += 1) {
      if (until?.aborted) {
        await dropLeases(database, token);
        throw until.reason;
      }
      const missing = ids.filter((id) => !leases.some(({ sourceId }) => sourceId === id));
      leases.push(...(await claimSources(database, missing, { now: clock(), token })));
      if (leases.length === ids.length) return leases;
      await renewLeases(database, token, clock());
      await delay(RETRY_CLAIM_MS);
    }
    return leases;
  }

  return {
    abandon: async () => {
      await Promise.all([...tokens].map((token) => dropLeases(database, token)));
    },
    async runDue(except, served) {
      const claim = await claimAccount(except);
      if (!claim) return null;
      served(claim.connectionId);
      await runLeased(claim.leases, 'schedule', { full: false, dryRun: false });
      return claim.connectionId;
    },
    runNow,
    async audit(calendarIds, { dryRun }) {
      const before = dryRun ? [] : await runNow(calendarIds, { full: false });
      const well = calendarIds.filter(
        (id) => !before.some((report) => report.calendarId === id && report.error),
      );
      const found = await runGroups(await runCalendars(database, well), { full: true, dryRun });
      return calendarIds.map((id) => {
        const reports = [...before, ...found].filter(({ calendarId }) => calendarId === id);
        return reports.length === 0 ? emptyReport(id) : reports.reduce(joined);
      });
    },
  };

  async function runNow(calendarIds: readonly string[], { full, until, trigger }: RunNow) {
    const reports = new Map<string, RunReport>();
    let due = await runCalendars(database, calendarIds);
    for (let round = 1; due.length > 0 && round <= MOST_ROUNDS; round += 1) {
      const manner = {
        full: full && round === 1,
        dryRun: false,
        ...(until && { until }),
        ...(trigger && { trigger }),
      };
      for (const report of await runGroups(due, manner)) {
        const before = reports.get(report.calendarId);
        reports.set(report.calendarId, before ? joined(before, report) : report);
      }
      const now = clock();
      due = (await runCalendars(database, calendarIds)).filter(
        ({ pushAt }) => pushAt !== null && pushAt <= now,
      );
    }
    return Promise.all(calendarIds.map((id) => completed(database, reports.get(id) ?? emptyReport(id))));
  }

  /** Accounts side by side, the calendars of one together. */
  async function runGroups(
    calendars: readonly RunCalendar[],
    { until, trigger = 'person', ...manner }: RunManner,
  ): Promise<readonly RunReport[]> {
    const accounts = Map.groupBy(calendars, ({ connectionId }) => connectionId);
    const reports = await Promise.all(
      [...accounts.values()].map(async (group) =>
        runLeased(
          await claimAll(
            group.map(({ id }) => id),
            until,
          ),
          trigger,
          manner,
        ),
      ),
    );
    return reports.flat();
  }
}

/** A quiet run does not count what it did not touch; a person who asks wants to know. */
async function completed(database: EngineServices['database'], report: RunReport): Promise<RunReport> {
  const { calendarId } = report;
  const counts = {
    quarantined: await countQuarantined(database, calendarId),
    held: await countHeld(database, calendarId),
  };
  const { added, updated } = report.pulled;
  const stored = await countObjects(database, calendarId);
  return { ...report, pulled: { ...report.pulled, unchanged: stored - added - updated }, ...counts };
}

/** A server that has asked to be left alone is not asked again for every visitor. */
function isLeftAlone({ failureKind, retryAt }: ConnectionRow, now: Date): boolean {
  return failureKind === 'throttled' && retryAt !== null && retryAt > now;
}

function leftAloneReport(calendarId: string): RunReport {
  const error = {
    kind: 'throttled',
    message: 'The server has asked not to be asked for a while.',
    hint: 'It is asked again by itself when that is over.',
  };
  return { ...emptyReport(calendarId), error };
}

function stoppedReport(calendarId: string): RunReport {
  const error = {
    kind: 'credentials',
    message: 'The server lets this account in no longer, so nothing is asked of it any more.',
    hint: 'Enter a new app password, or sign in again at the provider; everything goes on from where it stopped.',
  };
  return { ...emptyReport(calendarId), error };
}
