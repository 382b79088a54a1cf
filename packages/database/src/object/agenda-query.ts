import type { Database } from '../database.ts';
import type { CalendarObject } from '../generated/client.ts';
import type { RowOf } from '../statement.ts';
import { flaggedOf, touchingOccurrences, wholeObject, wholeObjectsOf } from './agenda-query.sql.ts';
import type { Span } from './series-beyond.ts';

export type { Span } from './series-beyond.ts';

/** One occurrence with what is shown of it. Instants are UTC; dates `YYYY-MM-DD`, last day exclusive. */
export type AgendaRow = RowOf<typeof touchingOccurrences>;

/** Occurrences that touch the span, by start. `recurring: false` leaves series out. */
export async function occurrencesIn(
  database: Database,
  calendarIds: readonly string[],
  { from, to }: Span,
  { recurring, limit = null }: { readonly recurring: boolean; readonly limit?: number | null } = {
    recurring: true,
  },
): Promise<readonly AgendaRow[]> {
  return database.query(touchingOccurrences, { calendarIds, from, to, recurring, limit });
}

/** `private`: something in it is marked as not for everybody. `revision` grows with every change. */
export type ObjectDetail = RowOf<typeof wholeObject>;

export async function findObject({ query }: Database, id: string): Promise<ObjectDetail | null> {
  const [row] = await query(wholeObject, { id });
  return row ?? null;
}

export async function objectsOf({ query }: Database, calendarId: string): Promise<readonly ObjectDetail[]> {
  return query(wholeObjectsOf, { calendarId });
}

/** Why it could not be read. */
export interface QuarantinedRow extends Pick<CalendarObject, 'id' | 'href'> {
  readonly reason: string;
}

export async function quarantinedObjects(
  { prisma }: Database,
  calendarId: string,
): Promise<readonly QuarantinedRow[]> {
  const rows = await prisma.calendarObject.findMany({
    where: { calendarId, quarantined: { not: null } },
    select: { id: true, href: true, quarantined: true },
    orderBy: { href: 'asc' },
    take: 200,
  });
  return rows.flatMap(({ id, href, quarantined: reason }) => (reason === null ? [] : [{ id, href, reason }]));
}

/** An event that was mended, or not understood in some part; `private`: some part of it is not for everybody's eyes. */
export type FlaggedRow = RowOf<typeof flaggedOf>;

/** The latest first, as they are looked at most. */
export async function flaggedObjects(database: Database, calendarId: string): Promise<readonly FlaggedRow[]> {
  return database.query(flaggedOf, { calendarId });
}
