import type { Database } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { calendarsWith } from './calendar-list.sql.ts';

/** A calendar as lists and health pages show it. */
export type CalendarRow = RowOf<typeof calendarsWith>;
export type FailureColumns = NonNullable<CalendarRow['failure']>;

export interface CalendarFilter {
  /**
   * Only what this person may see: their own, the studio's shared ones, and those that receive or block the bookings of
   * an artist as whom they sign in (I8). Null sees everything.
   */
  readonly visibleTo: string | null;
  readonly ids?: readonly string[] | null | undefined;
  readonly connectionId?: string | null | undefined;
}

export async function listCalendars(
  database: Database,
  { visibleTo, ids = null, connectionId = null }: CalendarFilter,
): Promise<readonly CalendarRow[]> {
  return database.query(calendarsWith, { visibleTo, ids, connectionId });
}
