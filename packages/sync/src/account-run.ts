import type { CalendarLease } from '@atelier/database/calendar-lease';
import { updateTraits } from '@atelier/database/calendar-store';
import { healConnection, updateAddresses } from '@atelier/database/connection-store';
import { completeQuietRuns, failRun, type RunCalendar, runCalendars } from '@atelier/database/run-store';
import { type CalendarProvider, ProviderFailure, type RemoteCalendar } from '@atelier/providers/port';
import pLimit from 'p-limit';
import { recordAccountFailure } from './account-failure.ts';
import { isAsked } from './asked.ts';
import { backOff } from './back-off.ts';
import { runCalendar } from './calendar-run.ts';
import type { EngineServices } from './engine-services.ts';
import { classifyFailure } from './failure.ts';
import { discoverNew } from './new-calendars.ts';
import { type PushResult, pushWaiting, withPush } from './push-phase.ts';
import { emptyReport, type RunReport } from './run-report.ts';
import type { AccountRun } from './run-request.ts';
import { auditDue, nextRun } from './schedule.ts';

const NO_PUSHES: ReadonlyMap<string, PushResult> = new Map();

/**
 * Runs the claimed calendars of one account: one request tells which of them changed, and only those
 * are pulled; what waits to be written goes first. Every lease is given back, whatever happens.
 */
export async function runAccount(services: EngineServices, run: AccountRun): Promise<readonly RunReport[]> {
  const startedAt = services.clock();
  const calendars = await runCalendars(
    services.database,
    run.leases.map(({ calendarId }) => calendarId),
  );
  const provider = services.openAccount(run.connection);
  try {
    const pushes = run.dryRun ? NO_PUSHES : await pushWaiting(services, run, provider, calendars);
    const due = calendars.filter((calendar) => isPullDue(calendar, run, startedAt));
    const pulls = due.length === 0 ? [] : await pullDue(services, run, provider, due, startedAt);
    const reports = new Map(pulls.map((report) => [report.calendarId, report]));
    return calendars.map(({ id }) => withPush(reports.get(id) ?? emptyReport(id), pushes.get(id)));
  } catch (error) {
    return await failAccount(services, run, calendars, startedAt, error);
  } finally {
    await provider.close();
  }
}

/** Writes may be due long before the next look at the calendar is. */
function isPullDue(calendar: RunCalendar, run: AccountRun, now: Date): boolean {
  return isAsked(run, calendar) || calendar.nextSyncAt <= now;
}

async function pullDue(
  services: EngineServices,
  run: AccountRun,
  provider: CalendarProvider,
  calendars: readonly RunCalendar[],
  startedAt: Date,
): Promise<readonly RunReport[]> {
  // What was written before has its own count.
  const before = { ...provider.traffic };
  const remotes = await provider.listCalendars();
  const listing = {
    requests: provider.traffic.requests - before.requests,
    bytesIn: provider.traffic.bytesIn - before.bytesIn,
  };
  await healConnection(services.database, run.connection.id, services.clock());
  await learnAddresses(services, run, provider);
  await discoverNew(services, run.connection, remotes);
  return await runListed(services, run, provider, { calendars, remotes, listing, startedAt });
}

/** Accounts that were connected before this was asked; a server that fails at it is asked again next time. */
async function learnAddresses(
  { database, clock }: EngineServices,
  { connection, dryRun }: AccountRun,
  provider: CalendarProvider,
): Promise<void> {
  if (connection.addressesAt !== null || dryRun) return;
  try {
    await updateAddresses(database, connection.id, await provider.addresses(), clock());
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
  }
}

interface Listed {
  readonly calendars: readonly RunCalendar[];
  readonly remotes: readonly RemoteCalendar[];
  /** What the account's list cost; the first calendar carries it in its report. */
  readonly listing: Pick<RunReport, 'requests' | 'bytesIn'>;
  readonly startedAt: Date;
}

async function runListed(
  services: EngineServices,
  run: AccountRun,
  provider: CalendarProvider,
  { calendars, remotes, listing, startedAt }: Listed,
): Promise<readonly RunReport[]> {
  const byHref = new Map(remotes.map((remote) => [remote.href, remote]));
  const limit = pLimit(services.atATime.calendars);
  const quiet: { lease: CalendarLease; nextSyncAt: Date }[] = [];
  const reports = await Promise.all(
    calendars.map((calendar, index) =>
      limit(async () => {
        const lease = leaseOf(run, calendar);
        const remote = byHref.get(calendar.href);
        const cost = index === 0 ? listing : { requests: 0, bytesIn: 0 };
        if (!remote) return await calendarGone(services, run, calendar, lease, startedAt, cost);
        await updateTraits(services.database, calendar.id, remote);
        if (isQuiet(calendar, remote, run, services.clock())) {
          quiet.push({
            lease,
            nextSyncAt: nextRun(services.clock(), calendar, services.random()),
          });
          return { ...emptyReport(calendar.id), ...cost };
        }
        // A server that has learnt, or lost, a way of telling changes is asked in the way that it has now.
        const current = { ...calendar, capabilities: remote.capabilities };
        return await runCalendar(services, run, {
          calendar: current,
          lease,
          remote,
          provider,
          startedAt,
          cost,
        });
      }),
    ),
  );
  await completeQuietRuns(services.database, quiet, services.clock(), startedAt);
  return reports;
}

/** Nothing to pull: the provider tells the version of our last complete pull, and nobody wants a closer look. */
export function isQuiet(
  calendar: RunCalendar,
  remote: RemoteCalendar,
  run: Pick<AccountRun, 'full'>,
  now: Date,
): boolean {
  const settled = calendar.state === 'OK' && calendar.lastCompleteAt !== null;
  const wanted = run.full || calendar.fullRequested || auditDue(calendar.lastAuditAt, now);
  return settled && !wanted && remote.version !== null && remote.version === calendar.remoteVersion;
}

/** Gone or no longer shared is not the same as emptied: what is here stays, and is said to be stale. */
async function calendarGone(
  services: EngineServices,
  run: AccountRun,
  calendar: RunCalendar,
  lease: CalendarLease,
  startedAt: Date,
  cost: { readonly requests: number; readonly bytesIn: number },
): Promise<RunReport> {
  const error = {
    kind: 'not-found',
    message: 'The account answers, but no longer lists this calendar. Its events are kept here as they were.',
    hint: 'It was deleted, renamed at the provider, or is no longer shared with this account.',
  };
  const asked = isAsked(run, calendar);
  const { failures } = calendar;
  const wait = await backOff(services, { calendars: [calendar], failures, asked, retryAfterMs: null });
  await failRun(services.database, lease, { ...error, state: 'GONE', startedAt, wait });
  return { ...emptyReport(calendar.id), ...cost, error };
}

function leaseOf(run: AccountRun, calendar: RunCalendar): CalendarLease {
  const lease = run.leases.find(({ calendarId }) => calendarId === calendar.id);
  if (!lease) throw new Error(`calendar ${calendar.id} was loaded without a lease`);
  return lease;
}

async function failAccount(
  services: EngineServices,
  run: AccountRun,
  calendars: readonly RunCalendar[],
  startedAt: Date,
  error: unknown,
): Promise<readonly RunReport[]> {
  const failure = classifyFailure(error);
  if (failure.kind === 'internal') services.report(error, { connection: run.connection.id });
  await recordAccountFailure(services, run, calendars, failure, startedAt);
  const { kind, message, hint } = failure;
  return calendars.map(({ id }) => ({ ...emptyReport(id), error: { kind, message, hint } }));
}
