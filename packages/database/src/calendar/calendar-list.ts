import type { Database } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { list } from './calendar-list.sql.ts';

/** A calendar as lists and health pages show it, with its source and its account. */
export type CalendarRow = RowOf<typeof list>;

export interface CalendarFilter {
  /**
   * Only what this person may see: their own, the studio's shared ones, and those that receive or block the bookings of
   * an artist as whom they sign in (I8). Null sees everything.
   */
  readonly visibleTo: string | null;
  readonly ids?: readonly string[] | undefined;
  readonly connectionId?: string | undefined;
}

export async function listCalendars(
  { query }: Database,
  { visibleTo, ids, connectionId }: CalendarFilter,
): Promise<readonly CalendarRow[]> {
  return query(list, { visibleTo, ids: ids ?? null, connectionId: connectionId ?? null });
}
