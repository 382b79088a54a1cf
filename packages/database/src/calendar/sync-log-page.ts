import type { Database } from '../database.ts';

/** One run as lists show it. */
export interface SyncLogPageRow {
  readonly id: string;
  readonly calendarId: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly trigger: string;
  readonly state: string;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly pushed: number;
  readonly conflicts: number;
  readonly repaired: number;
  readonly quarantined: number;
  readonly held: number;
  readonly requests: number;
  readonly bytesIn: number;
  readonly errorKind: string | null;
  readonly error: string | null;
}

export interface SyncLogFilter {
  readonly calendarIds: readonly string[];
  readonly from?: Date | undefined;
  readonly state?: string | undefined;
  /** Id of the last row that is known already. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function pageOfSyncLogs(
  { query }: Pick<Database, 'query'>,
  { calendarIds, from, state, after, limit }: SyncLogFilter,
): Promise<readonly SyncLogPageRow[]> {
  return query<SyncLogPageRow>(
    `SELECT l.id, l.calendar_id AS "calendarId", l.started_at AS "startedAt", l.duration_ms AS "durationMs",
       l.trigger, l.outcome AS state, l.added, l.updated, l.removed, l.unchanged, l.pushed, l.conflicts, l.repaired,
       l.quarantined, l.held, l.requests, l.bytes_in AS "bytesIn", l.error_kind AS "errorKind", l.error
     FROM sync_log l LEFT JOIN sync_log k ON k.id = $4::uuid
     WHERE l.calendar_id = ANY ($1::uuid[]) AND ($2::timestamptz IS NULL OR l.started_at >= $2)
       AND ($3::text IS NULL OR l.outcome = $3)
       AND ($4::uuid IS NULL OR (l.started_at, l.id) < (k.started_at, k.id))
     ORDER BY l.started_at DESC, l.id DESC LIMIT $5`,
    [calendarIds, from ?? null, state ?? null, after ?? null, limit],
  );
}
