import type { Database } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import { insert, page, prune } from './sync-log.sql.ts';

export interface SyncLogEntry extends ParamsOf<typeof insert> {
  /** `visitor`: a client wants to book, and the calendars that block are asked first. */
  readonly trigger: 'schedule' | 'person' | 'visitor';
  readonly outcome: 'ok' | 'failed' | 'held';
}

/** One line for one run of one source: what it found, what it cost, how it ended. */
export async function addSyncLog({ query }: Database, entry: SyncLogEntry): Promise<void> {
  await query(insert, { ...entry });
}

const KEPT_DAYS = 90;

export async function pruneSyncLogs({ query }: Database, now: Date): Promise<void> {
  await query(prune, { before: new Date(now.getTime() - KEPT_DAYS * 86_400_000) });
}

export type SyncLogRow = RowOf<typeof page>;

export interface SyncLogFilter {
  readonly sourceIds: readonly string[];
  readonly from?: Date | undefined;
  readonly outcome?: string | undefined;
  /** Id of the last row that is known already. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function pageOfSyncLogs(
  { query }: Pick<Database, 'query'>,
  { sourceIds, from, outcome, after, limit }: SyncLogFilter,
): Promise<readonly SyncLogRow[]> {
  return query(page, {
    sourceIds,
    from: from ?? null,
    outcome: outcome ?? null,
    after: after ?? null,
    limit,
  });
}
