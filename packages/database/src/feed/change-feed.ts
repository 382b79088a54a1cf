import type { Database } from '../database.ts';
import type { Topic } from '../transaction.ts';

export interface Change {
  readonly tick: number;
  readonly topic: Topic;
  readonly calendarId: string | null;
  readonly artistId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** How long a browser may sleep and still resume without starting over. */
const KEPT_DAYS = 7;

/** Changes after `tick` in order; `gap` when some of them are no longer kept. */
export async function readChanges(
  database: Database,
  tick: number,
  limit = 500,
): Promise<{ readonly gap: boolean; readonly changes: readonly Change[] }> {
  const [edges] = await database.query<{ oldest: number | null; latest: number }>(
    'SELECT (SELECT min(tick) FROM change) AS oldest, (SELECT tick FROM change_clock) AS latest',
  );
  const latest = edges?.latest ?? 0;
  // A tick from the future belongs to another database (a restored backup): start over as well.
  const gap = tick > latest || (tick < latest && (edges?.oldest ?? Number.POSITIVE_INFINITY) > tick + 1);
  if (gap) return { gap, changes: [] };
  const changes = await database.query<Change>(
    `SELECT tick, topic, calendar_id AS "calendarId", artist_id AS "artistId", from_at AS "from", to_at AS "to"
     FROM change WHERE tick > $1 ORDER BY tick LIMIT $2`,
    [tick, limit],
  );
  return { gap: false, changes };
}

export async function latestTick(database: Database): Promise<number> {
  const [clock] = await database.query<{ tick: number }>('SELECT tick FROM change_clock');
  return clock?.tick ?? 0;
}

export async function pruneChanges(database: Database, now: Date): Promise<void> {
  await database.query(`DELETE FROM change WHERE at < $1::timestamptz - interval '${KEPT_DAYS} days'`, [now]);
}
