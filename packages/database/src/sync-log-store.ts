import type { Database } from './database.ts';

export interface SyncLogEntry {
  readonly calendarId: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly trigger: 'schedule' | 'person';
  readonly outcome: 'ok' | 'failed' | 'held';
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly quarantined: number;
  readonly held: number;
  readonly requests: number;
  readonly bytesIn: number;
  readonly errorKind: string | null;
  readonly error: string | null;
}

export async function addSyncLog(database: Database, entry: SyncLogEntry): Promise<void> {
  await database.prisma.syncLog.create({ data: { ...entry, bytesIn: BigInt(entry.bytesIn) } });
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
