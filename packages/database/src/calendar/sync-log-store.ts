import type { Database } from '../database.ts';

export interface SyncLogEntry {
  readonly calendarId: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** `visitor`: a client wants to book, and the calendars that block are asked first. */
  readonly trigger: 'schedule' | 'person' | 'visitor';
  readonly outcome: 'ok' | 'failed' | 'held';
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Objects created, updated and removed at the provider. */
  readonly pushed: number;
  readonly conflicts: number;
  /** Differences that a comparison of every version found although nothing had reported them. */
  readonly repaired: number;
  readonly quarantined: number;
  readonly held: number;
  readonly requests: number;
  readonly bytesIn: number;
  readonly errorKind: string | null;
  readonly error: string | null;
}

/** Plain SQL, like everything a run does: the first query of Prisma's compiler holds the event loop for 90 ms. */
export async function addSyncLog(database: Database, entry: SyncLogEntry): Promise<void> {
  await database.query(
    `INSERT INTO sync_log (calendar_id, started_at, duration_ms, trigger, outcome, added, updated, removed, unchanged,
                           quarantined, held, requests, bytes_in, error_kind, error, pushed, conflicts, repaired)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      entry.calendarId,
      entry.startedAt,
      entry.durationMs,
      entry.trigger,
      entry.outcome,
      entry.added,
      entry.updated,
      entry.removed,
      entry.unchanged,
      entry.quarantined,
      entry.held,
      entry.requests,
      entry.bytesIn,
      entry.errorKind,
      entry.error,
      entry.pushed,
      entry.conflicts,
      entry.repaired,
    ],
  );
}

const KEPT_DAYS = 90;

export async function pruneSyncLogs(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await database.prisma.syncLog.deleteMany({ where: { startedAt: { lt: before } } });
}

export type SyncLogRow = Omit<SyncLogEntry, 'calendarId' | 'trigger' | 'outcome'> & {
  readonly id: string;
  readonly trigger: string;
  readonly outcome: string;
};

const SHOWN = 50;

export async function recentSyncLogs(database: Database, calendarId: string): Promise<readonly SyncLogRow[]> {
  const rows = await database.prisma.syncLog.findMany({
    where: { calendarId },
    omit: { calendarId: true },
    orderBy: { startedAt: 'desc' },
    take: SHOWN,
  });
  return rows.map((row) => ({ ...row, bytesIn: Number(row.bytesIn) }));
}
