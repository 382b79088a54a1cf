import type { Database } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { list, listEventSources } from './calendar-list.sql.ts';

/** A calendar as lists and health pages show it, with its source and its account. */
export type CalendarRow = RowOf<typeof list>;

/** Who looks: nobody sees what is private to somebody else, save the operator. */
export interface Viewer {
  /** Null: the operator, who sees everything. */
  readonly userId: string | null;
  /** Sees all of the studio's calendars; otherwise their own, and what is shared with them (I8). */
  readonly studio: boolean;
}

export interface CalendarFilter {
  readonly viewer: Viewer;
  readonly ids?: readonly string[] | undefined;
  readonly connectionId?: string | undefined;
}

export async function listCalendars(
  { query }: Database,
  { viewer, ids, connectionId }: CalendarFilter,
): Promise<readonly CalendarRow[]> {
  const { userId, studio } = viewer;
  const which = { ids: ids ?? null, connectionId: connectionId ?? null };
  return query(list, { viewer: userId, studio, ...which, counts: true });
}

/** What lies in a calendar takes long to count: whoever wants to know only which there are has it uncounted. */
export type SeenCalendar = Omit<
  CalendarRow,
  'objects' | 'quarantined' | 'flagged' | 'pending' | 'parked' | 'conflicts'
>;

export async function seenCalendars(
  { query }: Database,
  { viewer: { userId: viewer, studio }, ids }: Omit<CalendarFilter, 'connectionId'>,
): Promise<readonly SeenCalendar[]> {
  return query(list, { viewer, studio, ids: ids ?? null, connectionId: null, counts: false });
}

/** A calendar whose events are shown. `revision` grows with every change of what is in it. */
export type EventSource = RowOf<typeof listEventSources>;

/** Those that the viewer sees and that are kept in step, by id. */
export async function eventSources(
  { query }: Database,
  { viewer: { userId: viewer, studio }, ids }: Omit<CalendarFilter, 'connectionId'>,
): Promise<readonly EventSource[]> {
  return query(listEventSources, { viewer, studio, ids: ids ?? null });
}
