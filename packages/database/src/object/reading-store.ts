import type { Queryable } from '../database.ts';
import type { RowOf } from '../statement.ts';
import { pageOfTexts, readingsOfCalendars } from './reading-store.sql.ts';

/** What the reading of a calendar's texts depends on, and how they were read last. */
export type CalendarReading = RowOf<typeof readingsOfCalendars>;

export async function calendarReadings({ query }: Queryable): Promise<readonly CalendarReading[]> {
  return query(readingsOfCalendars);
}

export async function setReadAs(
  { prisma }: Queryable,
  { id, readAs }: Pick<CalendarReading, 'id' | 'readAs'>,
): Promise<void> {
  await prisma.calendar.updateMany({ where: { id }, data: { readAs } });
}

/** A stored text with what was read from it, and `start end busy` of each occurrence in order, instants in ms. */
export type ReadText = RowOf<typeof pageOfTexts>;

/** Readable objects of a calendar after a given id, in pages. */
export async function textsAfter(
  { query }: Queryable,
  calendarId: string,
  after: string | null,
  limit: number,
): Promise<readonly ReadText[]> {
  return query(pageOfTexts, { calendarId, after, limit });
}
