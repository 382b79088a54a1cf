import type { Queryable } from '../database.ts';
import type { BookingState } from '../generated/client.ts';

/** What would miss the calendars of an account. Artists by name. */
export interface AccountTies {
  /** Writes that have not reached the provider. */
  readonly waiting: number;
  /** Their bookings go into one of its calendars, or are still in one. */
  readonly receiving: readonly string[];
  /** Their time is taken by what stands in one of its calendars. */
  readonly blocking: readonly string[];
}

export async function accountTies({ prisma }: Queryable, connectionId: string): Promise<AccountTies> {
  const calendars = await prisma.calendar.findMany({ where: { connectionId }, select: { id: true } });
  const calendarId = { in: calendars.map(({ id }) => id) };
  const open = { calendarId, state: { in: ['REQUESTED', 'CONFIRMED'] satisfies BookingState[] } };
  const named = { select: { id: true, name: true }, orderBy: { name: 'asc' } } as const;
  const [waiting, receiving, rows] = await Promise.all([
    prisma.outbox.count({ where: { calendarId } }),
    prisma.artist.findMany({ where: { OR: [{ calendarId }, { bookings: { some: open } }] }, ...named }),
    prisma.blockingCalendar.findMany({ where: { calendarId }, select: { artistId: true } }),
  ]);
  const blocked = rows
    .map(({ artistId }) => artistId)
    .filter((artist) => !receiving.some(({ id }) => id === artist));
  const blocking = await prisma.artist.findMany({ where: { id: { in: blocked } }, ...named });
  const names = (artists: readonly { readonly name: string }[]) => artists.map(({ name }) => name);
  return { waiting, receiving: names(receiving), blocking: names(blocking) };
}
