import type { Database } from '../database.ts';

/** One thing that a periodic job could not do. */
export interface JobTrouble {
  readonly job: string;
  readonly item: string;
  readonly attempts: number;
  readonly failure: string;
  readonly since: Date;
  readonly nextTryAt: Date;
}

/** From this many attempts on an item is set aside: tried rarely, and shown to people. */
export const SET_ASIDE_AFTER = 5;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 6 * 3_600;
const LONGEST_FAILURE = 300;

const COLUMNS = 'job, item, attempts, failure, since, next_try_at AS "nextTryAt"';

/**
 * For the query of what is due: rows whose id column `id` has no trouble in job `$job`; or, where `$ids` is not null,
 * just those.
 */
export function dueAmong(id: string, job: string, ids: string): string {
  return `CASE WHEN ${ids}::uuid[] IS NOT NULL THEN ${id} = ANY (${ids}::uuid[])
    ELSE NOT EXISTS (SELECT 1 FROM job_trouble t WHERE t.job = ${job}::text AND t.item = ${id}) END`;
}

/** It comes back after a wait that doubles with every attempt. */
export async function noteTrouble(
  { query }: Pick<Database, 'query'>,
  { job, item, failure, now }: Pick<JobTrouble, 'job' | 'item' | 'failure'> & { readonly now: Date },
): Promise<void> {
  await query(
    `INSERT INTO job_trouble AS t (job, item, attempts, failure, since, next_try_at)
     VALUES ($1, $2, 1, $3, $4, $4::timestamptz + make_interval(secs => $5))
     ON CONFLICT (job, item) DO UPDATE SET attempts = t.attempts + 1, failure = excluded.failure,
       next_try_at = $4::timestamptz + make_interval(secs => least($5 * 2 ^ least(t.attempts, 20), $6))`,
    [job, item, failure.slice(0, LONGEST_FAILURE), now, FIRST_WAIT_S, LONGEST_WAIT_S],
  );
}

/** Those of one job whose wait is over, the longest waiting first. */
export async function troublesToRetry(
  { query }: Pick<Database, 'query'>,
  { job, now, limit }: { readonly job: string; readonly now: Date; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await query<{ item: string }>(
    'SELECT item FROM job_trouble WHERE job = $1 AND next_try_at <= $2 ORDER BY next_try_at LIMIT $3',
    [job, now, limit],
  );
  return rows.map(({ item }) => item);
}

export async function clearTroubles(
  { query }: Pick<Database, 'query'>,
  job: string,
  items: readonly string[],
): Promise<void> {
  if (items.length === 0) return;
  await query('DELETE FROM job_trouble WHERE job = $1 AND item = ANY ($2::uuid[])', [job, items]);
}

/** What was set aside, the oldest first. */
export async function listSetAside(
  { query }: Pick<Database, 'query'>,
  limit: number,
): Promise<readonly JobTrouble[]> {
  return query<JobTrouble>(
    `SELECT ${COLUMNS} FROM job_trouble WHERE attempts >= $1 ORDER BY since, job, item LIMIT $2`,
    [SET_ASIDE_AFTER, limit],
  );
}

/** A person has mended what was wrong, perhaps. @returns false when there is no such trouble. */
export async function retryTrouble(
  { query }: Pick<Database, 'query'>,
  { job, item, now }: { readonly job: string; readonly item: string; readonly now: Date },
): Promise<boolean> {
  const rows = await query(
    'UPDATE job_trouble SET next_try_at = $3 WHERE job = $1 AND item = $2 RETURNING 1',
    [job, item, now],
  );
  return rows.length > 0;
}
