import { healConnection } from '@atelier/database/account/connection-state';
import { updateAddresses, updateSchedules } from '@atelier/database/account/connection-store';
import { completeQuietRuns, failRun } from '@atelier/database/calendar/calendar-run';
import { updateTraits } from '@atelier/database/calendar/calendar-store';
import { type RunCalendar, runCalendars } from '@atelier/database/calendar/run-calendars';
import { holdWrites } from '@atelier/database/object/outbox-store';
import type { SourceLease } from '@atelier/database/source/source-lease';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import { ProviderFailure } from '@atelier/providers/port/failure';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import pLimit from 'p-limit';
import { isAsked } from '../asked.ts';
import type { EngineServices } from '../engine-services.ts';
import { classifyFailure } from '../failure.ts';
import { isPushDue, type PushResult, pushWaiting, withPush } from '../push/push-phase.ts';
import { emptyReport, type RunReport } from '../run-report.ts';
import type { AccountRun } from '../run-request.ts';
import { auditDue, nextRun } from '../schedule.ts';
import { recordAccountFailure } from './account-failure.ts';
import { backOff } from './back-off.ts';
import { runCalendar } from './calendar-run.ts';
import { discoverNew } from './new-calendars.ts';
import { paceOf } from './pace-of.ts';

const NO_PUSHES: ReadonlyMap<string, PushResult> = new Map();
const NOTHING_WRITTEN: ReadonlySet<string> = new Set();

/**
 * Runs the claimed calendars of one account: one request tells which there are and which of them changed; what waits
 * is written to those that are there, and only those that changed are pulled. Every lease is given back, whatever
 * happens.
 */
export async function runAccount(services: EngineServices, run: AccountRun): Promise<readonly RunReport[]> {
  const startedAt = services.clock();
  const calendars = await runCalendars(
    services.database,
    run.leases.map(({ sourceId }) => sourceId),
  );
  const wanted = calendars.filter(
    (one) => isPullDue(one, run, startedAt) || (!run.dryRun && isPushDue(one, run, startedAt)),
  );
  const provider = await services.openAccount(run.connection);
  try {
    const done = wanted.length === 0 ? [] : await runWanted(services, run, provider, wanted, startedAt);
    const reports = new Map(done.map((report) => [report.calendarId, report]));
    return calendars.map(({ id }) => reports.get(id) ?? emptyReport(id));
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

async function runWanted(
  services: EngineServices,
  run: AccountRun,
  provider: CalendarProvider,
  calendars: readonly RunCalendar[],
  startedAt: Date,
): Promise<readonly RunReport[]> {
  const kept = new Map(calendars.map(({ href, capabilities, cursor }) => [href, { capabilities, cursor }]));
  const remotes = await provider.listCalendars(kept);
  // The first calendar carries in its report what the account's list cost.
  const [listing, nothing] = [{ ...provider.traffic }, { requests: 0, bytesIn: 0 }];
  await healConnection(services.database, run.connection.id, services.clock());
  await learnAddresses(services, run, provider);
  await discoverNew(services, run.connection, remotes);
  const byHref = new Map(remotes.map((remote) => [remote.href, remote]));
  const listed = calendars.flatMap((calendar, index) => {
    const remote = byHref.get(calendar.href);
    return remote ? [{ calendar, remote, cost: index === 0 ? listing : nothing }] : [];
  });
  const gone = calendars.filter(({ href }) => !byHref.has(href));
  const reports = new Map<string, RunReport>();
  for (const calendar of gone) {
    const cost = calendar === calendars[0] ? listing : nothing;
    reports.set(calendar.id, await calendarGone(services, run, calendar, startedAt, cost));
  }
  const present = listed.map(({ calendar, remote }) => ({ ...calendar, ownedByOther: remote.ownedByOther }));
  const pushes = run.dryRun ? NO_PUSHES : await pushWaiting(services, run, provider, present);
  const due = listed.filter(({ calendar }) => isPullDue(calendar, run, startedAt));
  for (const report of await runListed(services, run, provider, { due, pushes, startedAt }))
    reports.set(report.calendarId, report);
  const costOf = new Map(listed.map(({ calendar, cost }) => [calendar.id, cost]));
  return calendars.map(({ id }) =>
    withPush(reports.get(id) ?? { ...emptyReport(id), ...costOf.get(id) }, pushes.get(id)),
  );
}

/** Who the account is to its server, and whether that answers for it; a server that fails at it is asked again next time. */
async function learnAddresses(
  { database, clock }: EngineServices,
  { connection, dryRun }: AccountRun,
  provider: CalendarProvider,
): Promise<void> {
  if (dryRun) return;
  try {
    if (connection.addressesAt === null)
      await updateAddresses(database, connection.id, await provider.addresses(), clock());
    if (connection.schedules === null)
      await updateSchedules(database, connection.id, await provider.schedules());
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
  }
}

interface Listed {
  readonly calendar: RunCalendar;
  readonly remote: RemoteCalendar;
  readonly cost: Pick<RunReport, 'requests' | 'bytesIn'>;
}

interface DuePulls {
  readonly due: readonly Listed[];
  readonly pushes: ReadonlyMap<string, PushResult>;
  readonly startedAt: Date;
}

async function runListed(
  services: EngineServices,
  run: AccountRun,
  provider: CalendarProvider,
  { due, pushes, startedAt }: DuePulls,
): Promise<readonly RunReport[]> {
  const limit = pLimit(services.atATime.calendars);
  const quiet: { lease: SourceLease; nextSyncAt: Date }[] = [];
  const reports = await Promise.all(
    due.map(({ calendar, remote, cost }) =>
      limit(async () => {
        const lease = leaseOf(run, calendar);
        const written = pushes.get(calendar.id)?.written ?? NOTHING_WRITTEN;
        // A server that has learnt, or lost, a way of telling changes is asked in the way that it has now.
        const { capabilities, restSeconds = 0 } = remote;
        const current = { ...calendar, capabilities, restSeconds };
        await updateTraits(services.database, calendar.id, { ...remote, restSeconds });
        if (written.size === 0 && isQuiet(calendar, remote, run, services.clock())) {
          quiet.push({
            lease,
            nextSyncAt: nextRun(services.clock(), paceOf(services, current), services.random()),
          });
          return { ...emptyReport(calendar.id), ...cost };
        }
        const one = { calendar: current, lease, remote, provider, startedAt, cost, written };
        return await runCalendar(services, run, one);
      }),
    ),
  );
  await completeQuietRuns(services.database, quiet, { startedAt, at: services.clock() });
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
  if (run.dryRun) return { ...emptyReport(calendar.id), ...cost, error };
  const lease = leaseOf(run, calendar);
  await holdWrites(services.database, lease, { ...WAITS_FOR_CALENDAR, until: wait.until });
  await failRun(services.database, lease, { ...error, state: 'GONE', startedAt, wait });
  return { ...emptyReport(calendar.id), ...cost, error };
}

/** What is to be written to a calendar that is not there: kept, and said to be kept (S2, S15). */
const WAITS_FOR_CALENDAR = {
  kind: 'not-found',
  message: 'The account does not list this calendar at the moment, so nothing is written into it.',
  hint: 'Your change is kept here, and is sent by itself when the calendar is back.',
};

function leaseOf(run: AccountRun, calendar: RunCalendar): SourceLease {
  const lease = run.leases.find(({ sourceId }) => sourceId === calendar.id);
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
