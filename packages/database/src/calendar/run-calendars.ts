import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { selectRuns } from './run-calendars.sql.ts';

/** A calendar as a run needs to know it: with its source. */
export type RunCalendar = RowOf<typeof selectRuns>;

/** Those of them that are kept at a provider. */
export async function runCalendars(
  { query }: Queryable,
  ids: readonly string[],
): Promise<readonly RunCalendar[]> {
  return query(selectRuns, { ids });
}
