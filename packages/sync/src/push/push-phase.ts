import type { RunCalendar } from '@atelier/database/calendar/run-calendars';
import { LeaseLost } from '@atelier/database/source/source-lease';
import { addSyncLog } from '@atelier/database/source/sync-log-store';
import type { CalendarProvider } from '@atelier/providers/port/calendar-provider';
import { isAsked, triggerOf } from '../asked.ts';
import type { EngineServices } from '../engine-services.ts';
import { emptyReport, type RunReport } from '../run-report.ts';
import type { AccountRun } from '../run-request.ts';
import { type PushCounts, push } from './push.ts';

/** What pushing did to one calendar, before anything was pulled. */
export interface PushResult {
  readonly counts: PushCounts;
  readonly written: ReadonlySet<string>;
  readonly requests: number;
  readonly bytesIn: number;
  readonly ms: number;
}

/**
 * Pushes before anything is pulled: what is pulled then already holds it. One calendar after the other, for a move has
 * two. Only into calendars that the account lists: some servers take a write into one that lies in their trash, and it
 * is gone with it.
 */
export async function pushWaiting(
  services: EngineServices,
  run: AccountRun,
  provider: CalendarProvider,
  calendars: readonly RunCalendar[],
): Promise<ReadonlyMap<string, PushResult>> {
  const results = new Map<string, PushResult>();
  for (const calendar of calendars) {
    const lease = run.leases.find(({ sourceId }) => sourceId === calendar.id);
    if (!lease || !isPushDue(calendar, run, services.clock())) continue;
    const before = { ...provider.traffic };
    const [startedAt, began] = [services.clock(), performance.now()];
    // What waited for a calendar to come back does not wait any longer.
    const anyTime = isAsked(run, calendar) || calendar.state === 'GONE';
    const done = await push(services, { calendar, lease, provider, anyTime }).catch(unlessTakenOver);
    if (!done) continue;
    const { written, ...counts } = done;
    const requests = provider.traffic.requests - before.requests;
    const bytesIn = provider.traffic.bytesIn - before.bytesIn;
    const result = { counts, written, requests, bytesIn, ms: Math.round(performance.now() - began) };
    results.set(calendar.id, result);
    await log(services, run, calendar, startedAt, result);
  }
  return results;
}

/** Whoever asks for a run does not wait for a back-off. */
export function isPushDue(calendar: RunCalendar, run: AccountRun, now: Date): boolean {
  const anyTime = isAsked(run, calendar) || calendar.state === 'GONE';
  return calendar.pushAt !== null && (anyTime || calendar.pushAt <= now);
}

function unlessTakenOver(error: unknown): null {
  if (error instanceof LeaseLost) return null;
  throw error;
}

export function withPush(report: RunReport, pushed: PushResult | undefined): RunReport {
  if (!pushed) return report;
  const { conflicts, ...counts } = pushed.counts;
  return {
    ...report,
    pushed: counts,
    conflicts: report.conflicts + conflicts,
    requests: report.requests + pushed.requests,
    bytesIn: report.bytesIn + pushed.bytesIn,
    ms: report.ms + pushed.ms,
  };
}

async function log(
  { database }: EngineServices,
  run: AccountRun,
  calendar: RunCalendar,
  startedAt: Date,
  { counts, requests, bytesIn, ms }: PushResult,
): Promise<void> {
  const pushed = counts.created + counts.updated + counts.removed;
  if (pushed + counts.conflicts === 0) return;
  const { added, updated, removed, unchanged } = emptyReport(calendar.id).pulled;
  await addSyncLog(database, {
    sourceId: calendar.id,
    startedAt,
    durationMs: ms,
    trigger: triggerOf(run, calendar),
    outcome: 'ok',
    added,
    updated,
    removed,
    unchanged,
    pushed,
    conflicts: counts.conflicts,
    repaired: 0,
    quarantined: 0,
    held: 0,
    requests,
    bytesIn,
    errorKind: null,
    error: null,
  });
}
