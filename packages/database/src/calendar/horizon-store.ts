import type { Database } from '../database.ts';
import type { Due } from '../jobs/each-due.ts';
import { dueAmong } from '../jobs/job-trouble-store.ts';

/** Calendars whose occurrences are stored up to some time, the shortest horizon first. */
export async function calendarsByHorizon(
  { query }: Pick<Database, 'query'>,
  { job, ids }: Due,
): Promise<readonly { readonly id: string; readonly to: Date | null }[]> {
  return query<{ id: string; to: Date | null }>(
    `SELECT id, horizon_to AS "to" FROM calendar
     WHERE horizon_to IS NOT NULL AND ${dueAmong('id', '$1', '$2')} ORDER BY horizon_to`,
    [job, ids],
  );
}
