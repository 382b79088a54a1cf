import type { EventComponent, Flag } from '@atelier/calendar/occurrence';
import type { Database } from '../database.ts';
import type { CalendarObject, Prisma } from '../generated/client.ts';
import type { RowOf } from '../statement.ts';
import { asKnown } from '../stored-json.ts';
import { flaggedOf, touchingOccurrences } from './agenda-query.sql.ts';
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

const DETAIL = {
  id: true,
  calendarId: true,
  href: true,
  uid: true,
  etag: true,
  source: true,
  components: true,
  flags: true,
  recurring: true,
  quarantined: true,
  private: true,
  revision: true,
} as const;
type DetailRow = Prisma.CalendarObjectGetPayload<{ select: typeof DETAIL }>;

/** `private`: something in it is marked as not for everybody. `revision` grows with every change. */
export type ObjectDetail = Omit<DetailRow, 'components' | 'flags' | 'revision'> & {
  readonly components: readonly EventComponent[];
  readonly flags: readonly Flag[];
  readonly revision: number;
};

export async function findObject({ prisma }: Database, id: string): Promise<ObjectDetail | null> {
  const row = await prisma.calendarObject.findUnique({ where: { id }, select: DETAIL });
  return row && detailOf(row);
}

export async function objectsOf({ prisma }: Database, calendarId: string): Promise<readonly ObjectDetail[]> {
  const rows = await prisma.calendarObject.findMany({
    where: { calendarId },
    select: DETAIL,
    orderBy: { href: 'asc' },
  });
  return rows.map(detailOf);
}

function detailOf({ components, flags, revision, ...row }: DetailRow): ObjectDetail {
  return {
    ...row,
    components: asKnown(components),
    flags: asKnown(flags),
    revision: Number(revision),
  };
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
