import type { Queryable } from '../database.ts';
import { type Booking, type BookingState, Prisma } from '../generated/client.ts';
import { asKnown, toJson } from '../stored-json.ts';
import type { Transaction } from '../transaction.ts';
import {
  bookingAsSeen,
  bookingOfChangedEvent,
  bookingsOfChangedEvents,
  bookingsUnreminded,
  bookingToLock,
} from './booking-store.sql.ts';

/** Why a person has to look at a booking: a code of the words that say it, with what belongs to it. */
export interface Trouble {
  readonly code: string;
  readonly given: Readonly<Record<string, unknown>> | null;
}

type Row = Omit<Booking, 'originHash'>;

/** A request or an appointment. `endsAt` is exclusive and without the buffer; buffers are minutes. */
export type BookingRow = Readonly<Omit<Row, 'answers' | 'knownRevision' | 'trouble'>> & {
  readonly answers: Readonly<Record<string, string>>;
  /** Revision of the event when it was last looked at. */
  readonly knownRevision: number | null;
  readonly trouble: Trouble | null;
};

const SHOWN = { omit: { originHash: true } } as const;

function bookingOf({ answers, knownRevision, trouble, ...row }: Row): BookingRow {
  return {
    ...row,
    answers: asKnown(answers),
    knownRevision: knownRevision === null ? null : Number(knownRevision),
    trouble: asKnown(trouble),
  };
}

function writtenTrouble(trouble: Trouble | null) {
  return trouble === null ? Prisma.DbNull : toJson(trouble);
}

export async function insertBooking(transaction: Transaction, booking: BookingRow): Promise<void> {
  const json = { answers: toJson(booking.answers), trouble: writtenTrouble(booking.trouble) };
  await transaction.prisma.booking.create({ data: { ...booking, ...json }, select: { id: true } });
  transaction.announce({ topic: 'bookings', artistId: booking.artistId });
  if (booking.expiresAt) expireAt(transaction, booking.id, booking.expiresAt);
}

export type BookingPatch = Partial<
  Pick<
    BookingRow,
    | 'state'
    | 'chairId'
    | 'startsAt'
    | 'endsAt'
    | 'version'
    | 'unverified'
    | 'calendarId'
    | 'objectId'
    | 'knownTitle'
    | 'knownRequested'
    | 'knownStartsAt'
    | 'knownEndsAt'
    | 'knownRevision'
    | 'trouble'
    | 'turn'
    | 'expiresAt'
    | 'updatedAt'
  >
>;

export async function patchBooking(
  transaction: Transaction,
  id: string,
  { trouble, ...patch }: BookingPatch,
): Promise<void> {
  const data = { ...patch, ...(trouble !== undefined && { trouble: writtenTrouble(trouble) }) };
  if (Object.keys(data).length === 0) return;
  const [changed] = await transaction.prisma.booking.updateManyAndReturn({
    where: { id },
    data,
    select: { artistId: true },
  });
  if (changed) transaction.announce({ topic: 'bookings', artistId: changed.artistId });
  if (patch.expiresAt) expireAt(transaction, id, patch.expiresAt);
}

/** Where it is answered before, or gets another time to be answered until, there is nothing to do then. */
function expireAt(transaction: Transaction, id: string, at: Date): void {
  transaction.enqueue('expire-request', { id }, { at, key: `${id}@${at.toISOString()}` });
}

/** Locked until the transaction ends: two steps at once are one after the other. */
export async function lockBooking(transaction: Transaction, id: string): Promise<BookingRow | null> {
  await transaction.query(bookingToLock, { id });
  return findBooking(transaction, id);
}

export async function findBooking({ prisma }: Queryable, id: string): Promise<BookingRow | null> {
  const row = await prisma.booking.findUnique({ where: { id }, ...SHOWN });
  return row && bookingOf(row);
}

/** Sessions that were booked together, in an order that stays when they are moved. */
export async function seriesBookings(
  { prisma }: Queryable,
  seriesId: string,
): Promise<readonly BookingRow[]> {
  const rows = await prisma.booking.findMany({ where: { seriesId }, ...SHOWN, orderBy: { id: 'asc' } });
  return rows.map(bookingOf);
}

export interface BookingFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly BookingState[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly artistIds?: readonly string[] | undefined;
  /** Of artists who sign in as this person; null for everybody's. */
  readonly visibleTo: string | null;
  readonly limit: number;
}

export async function listBookings(
  { prisma }: Queryable,
  { ids, states, from, to, artistIds, visibleTo, limit }: BookingFilter,
): Promise<readonly BookingRow[]> {
  const rows = await prisma.booking.findMany({
    where: {
      ...(ids && { id: { in: [...ids] } }),
      ...(states && { state: { in: [...states] } }),
      ...(from && { endsAt: { gt: from } }),
      ...(to && { startsAt: { lt: to } }),
      ...(artistIds && { artistId: { in: [...artistIds] } }),
      ...(visibleTo !== null && { artist: { userId: visibleTo } }),
    },
    ...SHOWN,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(bookingOf);
}

/** Bookings whose event has changed, or gone, since it was last looked at. */
export async function bookingsToFollow({ query }: Queryable): Promise<readonly string[]> {
  return (await query(bookingsOfChangedEvents)).map(({ id }) => id);
}

/** @returns null where there is nothing to follow any more. */
export async function bookingToFollow(source: Queryable, id: string): Promise<BookingRow | null> {
  const [due] = await source.query(bookingOfChangedEvent, { id });
  return due ? findBooking(source, id) : null;
}

/** Whether neither a booking nor its event has changed since they were looked at; the revision is null without an event. */
export async function isAsSeen(
  { query }: Queryable,
  seen: Pick<BookingRow, 'id' | 'version'> & { readonly revision: number | null },
): Promise<boolean> {
  const { id, version, revision } = seen;
  return (await query(bookingAsSeen, { id, version, revision })).length > 0;
}

/** Open bookings ahead that were accepted while a calendar could not be asked. */
export async function unverifiedBookings({ prisma }: Queryable, now: Date): Promise<readonly BookingRow[]> {
  const rows = await prisma.booking.findMany({
    where: { unverified: true, state: { in: ['REQUESTED', 'CONFIRMED'] }, endsAt: { gt: now } },
    ...SHOWN,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(bookingOf);
}

/** Requests that nobody has answered in time. */
export async function lapsedRequests({ prisma }: Queryable, now: Date): Promise<readonly string[]> {
  const rows = await prisma.booking.findMany({
    where: { state: 'REQUESTED', expiresAt: { lte: now } },
    select: { id: true },
    orderBy: { expiresAt: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/**
 * Confirmed bookings that begin within `aheadMs`, whose client was last told of their time before that, and has not been
 * reminded of it.
 */
export async function bookingsToRemind(
  { query }: Queryable,
  now: Date,
  aheadMs: number,
): Promise<readonly string[]> {
  return (await query(bookingsUnreminded, { now, aheadMs })).map(({ id }) => id);
}
