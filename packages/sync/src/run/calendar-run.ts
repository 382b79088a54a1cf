import { failRun, holdRun } from '@atelier/database/calendar/calendar-run';
import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import { noteUntold } from '@atelier/database/hints/channel-store';
import { LeaseLost, type SourceLease } from '@atelier/database/source/source-lease';
import { addSyncLog } from '@atelier/database/source/sync-log-store';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import type { RemoteCalendar } from '@atelier/providers/port/remote-calendar';
import { isAsked, triggerOf } from '../asked.ts';
import type { EngineServices } from '../engine-services.ts';
import { classifyFailure, heldError } from '../failure.ts';
import { type PullResult, pull } from '../pull/pull.ts';
import { survey } from '../pull/survey.ts';
import { emptyReport, type RunReport } from '../run-report.ts';
import type { AccountRun } from '../run-request.ts';
import { auditDue, auditOverdue, nextHeldCheck, nextRun } from '../schedule.ts';
import { recordAccountFailure } from './account-failure.ts';
import { backOff } from './back-off.ts';
import { paceOf } from './pace-of.ts';

export interface CalendarRun {
  readonly calendar: RunCalendar;
  readonly lease: SourceLease;
  readonly remote: RemoteCalendar;
  readonly provider: CalendarProvider;
  readonly startedAt: Date;
  /** Hrefs of what this run has written to it since the list. */
  readonly written: ReadonlySet<string>;
  /** What the account's list cost, when this calendar carries it in its report. */
  readonly cost: { readonly requests: number; readonly bytesIn: number };
}

/** Pulls one calendar and records how it went: complete, held, or failed. */
export async function runCalendar(
  services: EngineServices,
  run: AccountRun,
  one: CalendarRun,
): Promise<RunReport> {
  const before = { ...one.provider.traffic };
  const began = performance.now();
  const report = await attempt(services, run, one);
  const finished = {
    ...report,
    requests: one.cost.requests + one.provider.traffic.requests - before.requests,
    bytesIn: one.cost.bytesIn + one.provider.traffic.bytesIn - before.bytesIn,
    ms: Math.round(performance.now() - began),
  };
  await log(services, run, one, finished);
  return finished;
}

async function attempt(services: EngineServices, run: AccountRun, one: CalendarRun): Promise<RunReport> {
  const { calendar, lease, remote, provider, startedAt, written } = one;
  const full = comparesAll(services, run, one);
  try {
    if (run.dryRun)
      return { ...emptyReport(calendar.id), pulled: await survey(services.database, calendar, provider) };
    const result = await pull(services, {
      calendar,
      lease,
      provider,
      startedAt,
      remoteVersion: remote.version,
      written,
      full,
      nextSyncAt: (now) => nextRun(now, paceOf(services, calendar), services.random()),
    });
    const report = await settle(services, one, result, full);
    await noteUnheard(services, run, one, report);
    return report;
  } catch (error) {
    return await fail(services, run, one, error);
  }
}

/**
 * The daily comparison waits for a moment when the server says that nothing has changed: what it then finds is what
 * the server never told. It does not wait longer than another day.
 */
function comparesAll({ clock }: EngineServices, run: AccountRun, { calendar, remote }: CalendarRun): boolean {
  if (run.full || calendar.fullRequested) return true;
  const now = clock();
  return (
    auditDue(calendar.lastAuditAt, now) &&
    (isUntold(calendar, remote) || auditOverdue(calendar.lastAuditAt, now))
  );
}

function isUntold(calendar: RunCalendar, remote: RemoteCalendar): boolean {
  return (
    calendar.lastCompleteAt !== null && remote.version !== null && remote.version === calendar.remoteVersion
  );
}

/** A change that was found by the clock, and of which the provider should have told: it is not relied upon blindly (P7). */
async function noteUnheard(
  { database, clock }: EngineServices,
  run: AccountRun,
  { calendar }: CalendarRun,
  { pulled, error }: RunReport,
): Promise<void> {
  const { told, lastCompleteAt } = calendar;
  const found = pulled.added + pulled.updated + pulled.removed > 0;
  if (!told || lastCompleteAt === null || !found || error || run.full) return;
  await noteUntold(database, calendar.id, { since: lastCompleteAt, at: clock() });
}

async function settle(
  services: EngineServices,
  { calendar, lease, remote, startedAt }: CalendarRun,
  result: PullResult,
  full: boolean,
): Promise<RunReport> {
  if (result.outcome === 'complete') {
    const { counts, conflicts } = result;
    const repaired = full && isUntold(calendar, remote) ? counts.added + counts.updated + counts.removed : 0;
    return { ...emptyReport(calendar.id), pulled: counts, conflicts, repaired };
  }
  const why = heldError(result.reason, result.hrefs.length);
  const at = services.clock();
  await holdRun(services.database, lease, {
    hrefs: result.hrefs,
    startedAt,
    at,
    why,
    nextSyncAt: nextHeldCheck(at, services.random()),
  });
  return { ...emptyReport(calendar.id), held: result.hrefs.length, error: why };
}

async function fail(
  services: EngineServices,
  run: AccountRun,
  one: CalendarRun,
  error: unknown,
): Promise<RunReport> {
  const { calendar, lease, startedAt } = one;
  if (error instanceof LeaseLost) {
    return {
      ...emptyReport(calendar.id),
      error: { kind: 'taken-over', message: 'Another process took this calendar over.', hint: '' },
    };
  }
  const failure = classifyFailure(error);
  if (failure.kind === 'internal') services.report(error, { calendar: calendar.id });
  const { kind, message, hint, retryAfterMs, rule } = failure;
  if (rule.scope === 'account') {
    await recordAccountFailure(services, { ...run, leases: [lease] }, [calendar], failure, startedAt);
  } else {
    const { failures } = calendar;
    const asked = isAsked(run, calendar);
    const wait = await backOff(services, { calendars: [calendar], failures, asked, retryAfterMs });
    await failRun(services.database, lease, { kind, message, hint, state: 'FAILING', startedAt, wait });
  }
  return { ...emptyReport(calendar.id), error: { kind, message, hint } };
}

/** A scheduled run that found nothing leaves no line: the log is for what happened. */
async function log(
  services: EngineServices,
  run: AccountRun,
  one: CalendarRun,
  report: RunReport,
): Promise<void> {
  const { added, updated, removed, unchanged } = report.pulled;
  const eventless = added + updated + removed === 0 && !report.error;
  const trigger = triggerOf(run, one.calendar);
  // What visitors find unchanged is as little news as what the schedule does.
  if (eventless && trigger !== 'person') return;
  await addSyncLog(services.database, {
    sourceId: one.calendar.id,
    startedAt: one.startedAt,
    durationMs: report.ms,
    trigger,
    outcome: report.held > 0 ? 'held' : report.error ? 'failed' : 'ok',
    added,
    updated,
    removed,
    unchanged,
    quarantined: report.quarantined,
    held: report.held,
    pushed: 0,
    conflicts: report.conflicts,
    repaired: report.repaired,
    requests: report.requests,
    bytesIn: report.bytesIn,
    errorKind: report.error?.kind ?? null,
    error: report.error?.message ?? null,
  });
}
