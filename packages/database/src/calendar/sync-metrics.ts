import type { Database } from '../database.ts';
import { lagOfSync } from './sync-metrics.sql.ts';

export interface SyncMetrics {
  readonly calendars: readonly { readonly state: string; readonly count: number }[];
  /** How long the most overdue calendar has been waiting, in seconds. */
  readonly lagSeconds: number;
}

export async function syncMetrics({ prisma, query }: Database): Promise<SyncMetrics> {
  const [counts, [lag]] = await Promise.all([
    prisma.calendar.groupBy({ by: ['state'], where: { enabled: true }, _count: true }),
    query(lagOfSync),
  ]);
  return {
    calendars: counts.map(({ state, _count: count }) => ({ state: state.toLowerCase(), count })),
    lagSeconds: lag?.seconds ?? 0,
  };
}
