import { type CalendarLease, LeaseLost } from '@atelier/database/calendar-lease';
import { failRun, holdRun, type RunCalendar } from '@atelier/database/run-store';
import { addSyncLog } from '@atelier/database/sync-log-store';
import type { CalendarProvider, RemoteCalendar } from '@atelier/providers/port';
import { recordAccountFailure } from './account-failure.ts';
import type { EngineServices } from './engine-services.ts';
import { classifyFailure, heldError } from './failure.ts';
import { type PullResult, pull } from './pull.ts';
import { emptyReport, type RunReport } from './run-report.ts';
import type { AccountRun } from './run-request.ts';
import { auditDue, nextHeldCheck, nextRun, nextTry } from './schedule.ts';

export interface CalendarRun {
  readonly calendar: RunCalendar;
  readonly lease: CalendarLease;
  readonly remote: RemoteCalendar;
  readonly provider: CalendarProvider;
  readonly startedAt: Date;
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
  const { calendar, lease, remote, provider, startedAt } = one;
  try {
    const result = await pull(services, {
      calendar,
      lease,
      provider,
      startedAt,
      remoteVersion: remote.version,
      full: run.full || calendar.fullRequested || auditDue(calendar.lastAuditAt, services.clock()),
      nextSyncAt: (now) => nextRun(now, calendar.intervalSeconds, services.random()),
    });
    return await settle(services, one, result);
  } catch (error) {
    return await fail(services, run, one, error);
  }
}

async function settle(
  services: EngineServices,
  { calendar, lease, startedAt }: CalendarRun,
  result: PullResult,
): Promise<RunReport> {
  if (result.outcome === 'complete') return { ...emptyReport(calendar.id), pulled: result.counts };
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
    await recordAccountFailure(services, { ...run, leases: [lease] }, failure, startedAt);
  } else {
    const nextSyncAt = nextTry(services.clock(), calendar.failures + 1, retryAfterMs, services.random());
    await failRun(services.database, lease, { kind, message, hint, state: 'FAILING', startedAt, nextSyncAt });
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
  const asked = run.trigger === 'person' || one.calendar.requestedAt !== null;
  if (eventless && !asked) return;
  await addSyncLog(services.database, {
    calendarId: one.calendar.id,
    startedAt: one.startedAt,
    durationMs: report.ms,
    trigger: asked ? 'person' : 'schedule',
    outcome: report.held > 0 ? 'held' : report.error ? 'failed' : 'ok',
    added,
    updated,
    removed,
    unchanged,
    quarantined: report.quarantined,
    held: report.held,
    requests: report.requests,
    bytesIn: report.bytesIn,
    errorKind: report.error?.kind ?? null,
    error: report.error?.message ?? null,
  });
}
