import type { Queryable } from '../database.ts';
import type { ParamsOf, RowOf } from '../statement.ts';
import { runsByDay } from './run-figures.sql.ts';

/** What the runs of one day came to: how many, how they ended, what they changed, how long they took. */
export type DayOfRuns = RowOf<typeof runsByDay>;

/** Those that left a line: what was looked at and found unchanged leaves none. */
export async function dailyRuns(
  { query }: Queryable,
  asked: ParamsOf<typeof runsByDay>,
): Promise<readonly DayOfRuns[]> {
  return query(runsByDay, asked);
}
