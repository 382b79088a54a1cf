import type { Database } from '../database.ts';

export interface SyncMetrics {
  readonly calendars: readonly { readonly state: string; readonly count: number }[];
  /** How long the most overdue calendar has been waiting, in seconds. */
  readonly lagSeconds: number;
}

export async function syncMetrics(database: Database): Promise<SyncMetrics> {
  const [calendars, [lag]] = await Promise.all([
    database.query<{ state: string; count: number }>(
      'SELECT lower(state::text) AS state, count(*) AS count FROM calendar WHERE enabled GROUP BY state',
    ),
    database.query<{ seconds: string | null }>(
      `SELECT extract(epoch FROM greatest(max(now() - next_sync_at), interval '0')) AS seconds FROM calendar
       WHERE enabled AND connection_id IS NOT NULL`,
    ),
  ]);
  return { calendars, lagSeconds: Number(lag?.seconds ?? 0) };
}
