import type { Database, Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { pageOfRuns } from './sync-log-store.sql.ts';

/** One run, as it is written down. */
export type SyncLogRow = RowOf<typeof pageOfRuns>;

/**
 * `visitor`: a client wants to book, and the calendars that block are asked first. `pushed`: objects created, updated and
 * removed at the provider. `repaired`: differences that a comparison of every version found although nothing had
 * reported them.
 */
export interface SyncLogEntry extends Omit<SyncLogRow, 'id' | 'trigger' | 'outcome'> {
  readonly trigger: 'schedule' | 'person' | 'visitor';
  readonly outcome: 'ok' | 'failed' | 'held';
}

export async function addSyncLog({ prisma }: Database, entry: SyncLogEntry): Promise<void> {
  await prisma.syncLog.createMany({ data: entry });
}

const KEPT_DAYS = 90;

export async function pruneSyncLogs({ prisma }: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await prisma.syncLog.deleteMany({ where: { startedAt: { lt: before } } });
}

export interface SyncLogFilter {
  readonly calendarIds: readonly string[];
  readonly from?: Date | null | undefined;
  readonly outcome?: string | null | undefined;
  /** Id of the last row that is known already. */
  readonly after?: string | null | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function pageOfSyncLogs(
  { query }: Queryable,
  { calendarIds, from = null, outcome = null, after = null, limit }: SyncLogFilter,
): Promise<readonly SyncLogRow[]> {
  return query(pageOfRuns, { calendarIds, from, outcome, after, limit });
}
