import type { Database } from '../database.ts';
import type { Span } from '../object/series-beyond.ts';
import type { RowOf } from '../statement.ts';
import { touchingObjects } from './feed-objects.sql.ts';

/** The text of an event; `private`: something in it is marked as not for everybody. */
export type EventText = RowOf<typeof touchingObjects>;

/** The readable events of a calendar that touch the span; of series whole, not the occurrences in it. */
export async function textsTouching(
  { query }: Database,
  calendarId: string,
  span: Span,
): Promise<readonly EventText[]> {
  return query(touchingObjects, { calendarId, ...span });
}
