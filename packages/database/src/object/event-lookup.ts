import type { Queryable } from '../database.ts';
import type { CalendarObject } from '../generated/client.ts';
import type { RowOf } from '../statement.ts';
import {
  eventByEither,
  eventOfRevision,
  eventsWithUid,
  eventWithStart,
  repairsByCalendar,
  revisionOfEvent,
  textOfObject,
  textThere,
} from './event-lookup.sql.ts';

type Named = Readonly<Pick<CalendarObject, 'id' | 'uid'>>;

export type EventStart = RowOf<typeof eventWithStart>;

/** An event with its first occurrence; another that has taken its place at the provider, under its address, is not it. */
export async function findEventStart({ query }: Queryable, named: Named): Promise<EventStart | null> {
  const [row] = await query(eventWithStart, named);
  return row ?? null;
}

export async function revisionOf({ query }: Queryable, { id, uid }: Named): Promise<number | null> {
  const [row] = await query(revisionOfEvent, { id, uid });
  return row?.revision ?? null;
}

export async function hasRevision(
  { query }: Queryable,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<boolean> {
  return (await query(eventOfRevision, { id, revision })).length > 0;
}

/** Wherever it is now: the one that was written last. */
export async function findByUid(
  { prisma }: Queryable,
  uid: string,
): Promise<Readonly<Pick<CalendarObject, 'id' | 'calendarId'>> | null> {
  return prisma.calendarObject.findFirst({
    where: { uid },
    select: { id: true, calendarId: true },
    orderBy: { updatedAt: 'desc' },
  });
}

export type ObjectText = RowOf<typeof textOfObject>;

/** An object's text, and where it belongs. */
export async function findText({ query }: Queryable, id: string): Promise<ObjectText | null> {
  const [row] = await query(textOfObject, { id });
  return row ?? null;
}

/** An event of a calendar by its id; where that is gone, by its UID. */
export async function findByIdOrUid(
  { query }: Queryable,
  asked: { readonly calendarId: string; readonly objectId: string | null; readonly uid: string },
): Promise<RowOf<typeof eventByEither> | null> {
  const { calendarId, objectId, uid } = asked;
  const [row] = await query(eventByEither, { calendarId, objectId, uid });
  return row ?? null;
}

/** An event as its provider has it, as far as anybody knows here; null where it has not. */
export async function textAtProvider({ query }: Queryable, objectId: string): Promise<string | null> {
  const [row] = await query(textThere, { objectId });
  return row?.source ?? null;
}

/** Where two have the same UID, the private one counts: it must not be replaced unseen. */
export async function findInCalendar(
  { query }: Queryable,
  calendarId: string,
  uid: string,
): Promise<RowOf<typeof eventsWithUid> | null> {
  const [row] = await query(eventsWithUid, { calendarId, uid });
  return row ?? null;
}

/** The texts that a calendar has of these UIDs. */
export async function textsByUid(
  { prisma }: Queryable,
  calendarId: string,
  uids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma.calendarObject.findMany({
    where: { calendarId, uid: { in: [...uids] } },
    select: { uid: true, source: true },
  });
  return new Map(rows.map(({ uid, source }) => [uid, source]));
}

export type CalendarRepairs = RowOf<typeof repairsByCalendar>;

/** Calendars in which events were read with a repair. */
export async function listRepairs({ query }: Queryable): Promise<readonly CalendarRepairs[]> {
  return query(repairsByCalendar);
}
