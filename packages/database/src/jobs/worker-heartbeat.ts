import type { Database } from '../database.ts';

const KEY = 'worker-heartbeat';
/** A worker beats every few seconds; after this long without one, none is there. */
const FRESH_MS = 30_000;

export async function beat(database: Database, now: Date): Promise<void> {
  await database.query(
    `INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::bigint))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [KEY, now.getTime()],
  );
}

export async function workerIsThere(database: Database, now: Date): Promise<boolean> {
  const [row] = await database.query<{ value: number }>('SELECT value FROM setting WHERE key = $1', [KEY]);
  return row !== undefined && now.getTime() - Number(row.value) < FRESH_MS;
}
