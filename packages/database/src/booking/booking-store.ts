import type { Queryable } from '../database.ts';
import type { BookingState } from '../generated/client.ts';
import { given } from '../patch.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import {
  bookingAsSeen,
  bookingById,
  bookingOfChangedEvent,
  bookingsOfChangedEvents,
  bookingsOfSeries,
  bookingsUnreminded,
  bookingsUnverified,
  bookingsWith,
  bookingToLock,
  changeBooking,
  putBooking,
  requestsUnanswered,
} from './booking-store.sql.ts';

/** A request or an appointment. */
export type BookingRow = RowOf<typeof bookingById>;
/** Why a person has to look at a booking: a code of the words that say it, with what belongs to it. */
export type Trouble = NonNullable<BookingRow['trouble']>;

export async function insertBooking(transaction: Transaction, booking: BookingRow): Promise<void> {
  await transaction.query(putBooking, booking);
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

export async function patchBooking(transaction: Transaction, id: string, patch: BookingPatch): Promise<void> {
  if (Object.keys(patch).length === 0) return;
  const [changed] = await transaction.query(changeBooking, { id, patch: byColumn(patch) });
  if (changed) transaction.announce({ topic: 'bookings', artistId: changed.artistId });
  if (patch.expiresAt) expireAt(transaction, id, patch.expiresAt);
}

/** A field that is undefined is left out of the JSON, and so stays as it is. */
function byColumn(patch: BookingPatch): object {
  const columnOf = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(patch).map(([field, value]) => [columnOf(field), value]));
}

/** Where it is answered before, or gets another time to be answered until, there is nothing to do then. */
function expireAt(transaction: Transaction, id: string, at: Date): void {
  transaction.enqueue('expire-request', { id }, { at, key: `${id}@${at.toISOString()}` });
}

/** Locked until the transaction ends: two steps at once are one after the other. */
export async function lockBooking(transaction: Transaction, id: string): Promise<BookingRow | null> {
  const [row] = await transaction.query(bookingToLock, { id });
  return row ?? null;
}

export async function findBooking({ query }: Queryable, id: string): Promise<BookingRow | null> {
  const [row] = await query(bookingById, { id });
  return row ?? null;
}

/** Sessions that were booked together, in an order that stays when they are moved. */
export async function seriesBookings({ query }: Queryable, seriesId: string): Promise<readonly BookingRow[]> {
  return query(bookingsOfSeries, { seriesId });
}

export interface BookingFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly BookingState[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly artistIds?: readonly string[] | undefined;
  /** Only those that wait for somebody of the studio: for an answer, or for a look at what is not certain. */
  readonly waiting?: boolean | undefined;
  /** Of artists who sign in as this person; null for everybody's. */
  readonly visibleTo: string | null;
  readonly limit: number;
}

const EVERYTHING = { ids: null, states: null, from: null, to: null, artistIds: null, waiting: false };

export async function listBookings(
  { query }: Queryable,
  { visibleTo, limit, ...filter }: BookingFilter,
): Promise<readonly BookingRow[]> {
  return query(bookingsWith, { ...EVERYTHING, ...given(filter), visibleTo, limit });
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
export async function unverifiedBookings({ query }: Queryable, now: Date): Promise<readonly BookingRow[]> {
  return query(bookingsUnverified, { now });
}

/** Requests that nobody has answered in time. */
export async function lapsedRequests({ query }: Queryable, now: Date): Promise<readonly string[]> {
  return (await query(requestsUnanswered, { now })).map(({ id }) => id);
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
