import { receiversOf } from '../calendar/calendar-place.ts';
import type { Queryable } from '../database.ts';

/** What would miss the calendars of an account. Artists by name. */
export interface AccountTies {
  /** Writes that have not reached the provider. */
  readonly waiting: number;
  /** Their bookings go into one of its calendars, or are still in one. */
  readonly receiving: readonly string[];
  /** Their time is taken by what stands in one of its calendars. */
  readonly blocking: readonly string[];
}

export async function accountTies(database: Queryable, connectionId: string): Promise<AccountTies> {
  const { prisma } = database;
  const calendars = await prisma.calendar.findMany({ where: { connectionId }, select: { id: true } });
  const ids = calendars.map(({ id }) => id);
  const calendarId = { in: ids };
  const [waiting, receiving, blocks] = await Promise.all([
    prisma.outbox.count({ where: { calendarId } }),
    receiversOf(database, ids),
    prisma.blockingCalendar.findMany({ where: { calendarId }, select: { artistId: true } }),
  ]);
  const receivers = receiving.map(({ id }) => id);
  const blocking = await prisma.artist.findMany({
    where: { id: { in: blocks.map(({ artistId }) => artistId), notIn: receivers } },
    select: { name: true },
    orderBy: { name: 'asc' },
  });
  const names = (artists: readonly { readonly name: string }[]) => artists.map(({ name }) => name);
  return { waiting, receiving: names(receiving), blocking: names(blocking) };
}
