import type { Database } from '../database.ts';
import { transact } from '../transaction.ts';

const KEY = 'written';
/** Whoever asks more often is answered by the write of a moment ago, whichever process made it. */
const EVERY_MS = 5_000;

/**
 * Writes one row, and a file that is gone at once: a small change alone finds room in a page that is there already, also
 * on a disk that is full.
 * @throws what keeps the database from being written to.
 */
export async function proveWritable(database: Database, now: Date): Promise<void> {
  await transact(database, async ({ query }) => {
    const written = await query(
      `INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::bigint))
       ON CONFLICT (key) DO UPDATE SET value = excluded.value
         WHERE abs((setting.value #>> '{}')::bigint - $2::bigint) >= $3 RETURNING 1`,
      [KEY, now.getTime(), EVERY_MS],
    );
    if (written.length > 0) await spill(query);
  });
}

/** A sort of a megabyte that does not fit into its memory. */
async function spill(query: (sql: string) => Promise<object[]>): Promise<void> {
  await query("SET LOCAL work_mem = '64kB'");
  await query(
    `SELECT count(*) FROM (SELECT n FROM generate_series(1, 10000) AS n ORDER BY repeat(n::text, 20) OFFSET 0) AS sorted`,
  );
}
