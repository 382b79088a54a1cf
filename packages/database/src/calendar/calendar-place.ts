import type { Queryable } from '../database.ts';
import type { BookingState } from '../generated/client.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  addRevision,
  calendarsToLock,
  fittingOfCalendar,
  heldIn,
  placesOfAccount,
} from './calendar-place.sql.ts';

/** A calendar as a writer of objects needs to know it. */
export type CalendarPlace = RowOf<typeof calendarsToLock>;

/**
 * Locks calendars for the rest of the transaction, always in the order of their ids. Whoever writes objects
 * locks their calendar first: pulls, pushes and people take turns and never wait for each other in a circle.
 */
export async function lockCalendars(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CalendarPlace>> {
  const rows = await transaction.query(calendarsToLock, { ids });
  return new Map(rows.map((row) => [row.id, row]));
}

export async function lockCalendar(transaction: Transaction, id: string): Promise<CalendarPlace | null> {
  return (await lockCalendars(transaction, [id])).get(id) ?? null;
}

/** What decides whether a text can be kept in a calendar; nothing is locked. */
export type Fitting = Pick<CalendarPlace, 'provider' | 'ownerAddresses'>;

export async function fittingOf({ query }: Queryable, id: string): Promise<Fitting> {
  const [row] = await query(fittingOfCalendar, { id });
  return row ?? { provider: null, ownerAddresses: [] };
}

/** Something in it has changed. */
export async function raiseRevision({ query }: Transaction, id: string): Promise<void> {
  await query(addRevision, { id });
}

/** Removals in it that wait for a person. */
export async function countHeld({ query }: Queryable, id: string): Promise<number> {
  const [row] = await query(heldIn, { id });
  return row?.held ?? 0;
}

/** Where an account's calendars are, chosen or not. */
export async function hrefsOfAccount({ query }: Queryable, connectionId: string): Promise<readonly string[]> {
  const rows = await query(placesOfAccount, { connectionId });
  return rows.flatMap(({ href }) => href ?? []);
}

/** The artist whose bookings a calendar receives, or still has; null: it may go. */
export async function receiverOf(database: Queryable, calendarId: string): Promise<string | null> {
  const [artist] = await receiversOf(database, [calendarId]);
  return artist?.name ?? null;
}

/** The artists whose bookings any of these calendars receives, or still has, by name. */
export async function receiversOf(
  { prisma }: Queryable,
  calendarIds: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const calendarId = { in: [...calendarIds] };
  const open = { calendarId, state: { in: ['REQUESTED', 'CONFIRMED'] satisfies BookingState[] } };
  return prisma.artist.findMany({
    where: { OR: [{ calendarId }, { bookings: { some: open } }] },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** With all that is in it. */
export async function deleteCalendar({ prisma }: Transaction, id: string): Promise<void> {
  await prisma.calendar.deleteMany({ where: { id } });
}
