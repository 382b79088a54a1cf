import { pageOfSyncLogs, type SyncLogRow } from '@atelier/database/source/sync-log-store';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export interface SyncLogQuery {
  readonly calendar?: string | undefined;
  /** Runs that began then or later. */
  readonly from?: Date | undefined;
  readonly outcome?: 'ok' | 'failed' | 'held' | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface CalendarRun extends Omit<SyncLogRow, 'sourceId'> {
  readonly calendarId: string;
}

export interface SyncLogPage {
  /** The latest first. */
  readonly logs: readonly CalendarRun[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** What runs have done, page by page, in the calendars that the actor sees. */
export async function seeSyncLogs(
  context: Pick<Context, 'database'>,
  actor: Actor,
  { calendar, limit, ...query }: SyncLogQuery,
): Promise<Outcome<SyncLogPage>> {
  const ids = calendar === undefined ? undefined : [calendar];
  const seen = (await calendarOverview(context, actor, { ids })).filter(({ level }) => level !== 'busy');
  if (ids && seen.length === 0) return refusedFor('not-found', 'no-calendar');
  const sourceIds = seen.map(({ id }) => id);
  const rows = await pageOfSyncLogs(context.database, { ...query, sourceIds, limit: limit + 1 });
  const logs = rows.slice(0, limit).map(({ sourceId, ...row }) => ({ ...row, calendarId: sourceId }));
  return done({ logs, next: rows.length > limit ? (logs.at(-1)?.id ?? null) : null });
}
