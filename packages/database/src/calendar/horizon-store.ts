import type { Database } from '../database.ts';

/** Calendars whose occurrences are stored up to some time, the shortest horizon first. */
export async function calendarsByHorizon({
  query,
}: Pick<Database, 'query'>): Promise<readonly { readonly id: string; readonly to: Date | null }[]> {
  return query<{ id: string; to: Date | null }>(
    'SELECT id, horizon_to AS "to" FROM calendar WHERE horizon_to IS NOT NULL ORDER BY horizon_to',
  );
}
