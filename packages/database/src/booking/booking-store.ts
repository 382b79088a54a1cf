import type { BookingState, Turn } from '@atelier/booking/state/step-rules';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** Why a person has to look at a booking: a code of the words that say it, with what belongs to it. */
export interface Trouble {
  readonly code: string;
  readonly given: Readonly<Record<string, unknown>> | null;
}

export interface BookingRow {
  readonly id: string;
  readonly artistId: string;
  readonly serviceId: string | null;
  readonly chairId: string | null;
  /** Sessions that were booked together. */
  readonly seriesId: string | null;
  readonly state: BookingState;
  readonly startsAt: Date;
  /** Exclusive, without the buffer. */
  readonly endsAt: Date;
  /** Minutes, as they were when it was booked. */
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly serviceName: string;
  readonly price: string;
  readonly deposit: string;
  readonly clientName: string;
  readonly clientEmail: string;
  readonly clientPhone: string | null;
  /** IANA name; null where the client did not say. */
  readonly clientZone: string | null;
  readonly language: string;
  readonly note: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly alternativeStart: Date | null;
  /** Grows with every step. */
  readonly version: number;
  /** Accepted while a calendar of the artist could not be asked (B8). */
  readonly unverified: boolean;
  readonly calendarId: string | null;
  readonly objectId: string | null;
  readonly uid: string;
  /** What both sides last agreed on; null before anything was written. */
  readonly knownTitle: string | null;
  /** Whether it was a request then. */
  readonly knownRequested: boolean;
  readonly knownStartsAt: Date | null;
  readonly knownEndsAt: Date | null;
  /** Revision of the event when it was last looked at. */
  readonly knownRevision: number | null;
  readonly trouble: Trouble | null;
  /** Who has the next word while it is a request. */
  readonly turn: Turn;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const FIELDS = {
  id: 'id',
  artistId: 'artist_id',
  serviceId: 'service_id',
  chairId: 'chair_id',
  seriesId: 'series_id',
  state: 'state',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  bufferBefore: 'buffer_before',
  bufferAfter: 'buffer_after',
  serviceName: 'service_name',
  price: 'price',
  deposit: 'deposit',
  clientName: 'client_name',
  clientEmail: 'client_email',
  clientPhone: 'client_phone',
  clientZone: 'client_zone',
  language: 'language',
  note: 'note',
  answers: 'answers',
  alternativeStart: 'alternative_start',
  version: 'version',
  unverified: 'unverified',
  calendarId: 'calendar_id',
  objectId: 'object_id',
  uid: 'uid',
  knownTitle: 'known_title',
  knownRequested: 'known_requested',
  knownStartsAt: 'known_starts_at',
  knownEndsAt: 'known_ends_at',
  knownRevision: 'known_revision',
  trouble: 'trouble',
  turn: 'turn',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const satisfies Readonly<Record<keyof BookingRow, string>>;

const NAMES = Object.keys(FIELDS) as (keyof BookingRow)[];
const COLUMNS = NAMES.map((name) => `b.${FIELDS[name]} AS "${name}"`).join(', ');

export async function insertBooking(transaction: Transaction, booking: BookingRow): Promise<void> {
  const places = NAMES.map((_, n) => `$${n + 1}`);
  await transaction.query(
    `INSERT INTO booking (${NAMES.map((name) => FIELDS[name]).join(', ')}) VALUES (${places.join(', ')})`,
    NAMES.map((name) => valueOf(booking, name)),
  );
  transaction.announce({ topic: 'bookings', artistId: booking.artistId });
  if (booking.expiresAt) expireAt(transaction, booking.id, booking.expiresAt);
}

/** As the driver takes it: what is kept as JSON is written as JSON. */
function valueOf<Name extends keyof BookingRow>(row: Partial<Pick<BookingRow, Name>>, name: Name): unknown {
  const value = row[name];
  return (name === 'answers' || name === 'trouble') && value !== null ? JSON.stringify(value) : value;
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
  const names = NAMES.filter((name): name is keyof BookingPatch => name in patch);
  if (names.length === 0) return;
  const sets = names.map((name, n) => `${FIELDS[name]} = $${n + 2}`);
  const [changed] = await transaction.query<{ artistId: string }>(
    `UPDATE booking SET ${sets.join(', ')} WHERE id = $1 RETURNING artist_id AS "artistId"`,
    [id, ...names.map((name) => valueOf(patch, name))],
  );
  if (changed) transaction.announce({ topic: 'bookings', artistId: changed.artistId });
  if (patch.expiresAt) expireAt(transaction, id, patch.expiresAt);
}

/** Where it is answered before, or gets another time to be answered until, there is nothing to do then. */
function expireAt(transaction: Transaction, id: string, at: Date): void {
  transaction.enqueue('expire-request', { id }, { at, key: `${id}@${at.toISOString()}` });
}

/** Locked until the transaction ends: two steps at once are one after the other. */
export async function lockBooking(transaction: Transaction, id: string): Promise<BookingRow | null> {
  const [row] = await transaction.query<BookingRow>(
    `SELECT ${COLUMNS} FROM booking b WHERE b.id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export async function findBooking(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  id: string,
): Promise<BookingRow | null> {
  const [row] = await query<BookingRow>(`SELECT ${COLUMNS} FROM booking b WHERE b.id = $1`, [id]);
  return row ?? null;
}

/** Sessions that were booked together, in an order that stays when they are moved. */
export async function seriesBookings(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  seriesId: string,
): Promise<readonly BookingRow[]> {
  return query<BookingRow>(`SELECT ${COLUMNS} FROM booking b WHERE b.series_id = $1 ORDER BY b.id`, [
    seriesId,
  ]);
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
  { query }: Pick<Database, 'query'>,
  { ids, states, from, to, artistIds, visibleTo, limit }: BookingFilter,
): Promise<readonly BookingRow[]> {
  return query<BookingRow>(
    `SELECT ${COLUMNS} FROM booking b JOIN artist a ON a.id = b.artist_id
     WHERE ($1::uuid[] IS NULL OR b.id = ANY ($1)) AND ($2::text[] IS NULL OR b.state::text = ANY ($2))
       AND ($3::timestamptz IS NULL OR b.ends_at > $3) AND ($4::timestamptz IS NULL OR b.starts_at < $4)
       AND ($5::text IS NULL OR a.user_id = $5) AND ($7::uuid[] IS NULL OR b.artist_id = ANY ($7))
     ORDER BY b.starts_at, b.id LIMIT $6`,
    [ids ?? null, states ?? null, from ?? null, to ?? null, visibleTo, limit, artistIds ?? null],
  );
}

/** Of the booking `b` and its event `x`: it has changed, or gone, since it was last looked at. */
const TO_FOLLOW = `b.state IN ('REQUESTED', 'CONFIRMED') AND b.object_id IS NOT NULL AND b.calendar_id IS NOT NULL
  AND (x.id IS NULL OR x.revision IS DISTINCT FROM b.known_revision) AND x.quarantined IS NULL`;
const WITH_EVENT = 'booking b LEFT JOIN calendar_object x ON x.id = b.object_id AND x.uid = b.uid';

/** Bookings whose event has changed, or gone, since it was last looked at. */
export async function bookingsToFollow({ query }: Pick<Database, 'query'>): Promise<readonly string[]> {
  const rows = await query<Pick<BookingRow, 'id'>>(
    `SELECT b.id FROM ${WITH_EVENT} WHERE ${TO_FOLLOW} ORDER BY b.updated_at, b.id`,
  );
  return rows.map(({ id }) => id);
}

/** @returns null where there is nothing to follow any more. */
export async function bookingToFollow(
  { query }: Pick<Database, 'query'>,
  id: string,
): Promise<BookingRow | null> {
  const [row] = await query<BookingRow>(
    `SELECT ${COLUMNS} FROM ${WITH_EVENT} WHERE b.id = $1 AND ${TO_FOLLOW}`,
    [id],
  );
  return row ?? null;
}

/** Open bookings ahead that were accepted while a calendar could not be asked. */
export async function unverifiedBookings(
  { query }: Pick<Database, 'query'>,
  now: Date,
): Promise<readonly BookingRow[]> {
  return query<BookingRow>(
    `SELECT ${COLUMNS} FROM booking b
     WHERE b.unverified AND b.state IN ('REQUESTED', 'CONFIRMED') AND b.ends_at > $1
     ORDER BY b.starts_at, b.id`,
    [now],
  );
}

/** Requests that nobody has answered in time. */
export async function lapsedRequests(
  { query }: Pick<Database, 'query'>,
  now: Date,
): Promise<readonly string[]> {
  const rows = await query<Pick<BookingRow, 'id'>>(
    "SELECT id FROM booking WHERE state = 'REQUESTED' AND expires_at <= $1 ORDER BY expires_at",
    [now],
  );
  return rows.map(({ id }) => id);
}

/**
 * Confirmed bookings that begin within `aheadMs`, whose client was last told of their time before that, and has not been
 * reminded of it.
 */
export async function bookingsToRemind(
  { query }: Pick<Database, 'query'>,
  now: Date,
  aheadMs: number,
): Promise<readonly string[]> {
  const rows = await query<Pick<BookingRow, 'id'>>(
    `SELECT b.id FROM booking b
     WHERE b.state = 'CONFIRMED' AND b.starts_at > $1 AND b.starts_at <= $1::timestamptz + $2 * interval '1 ms'
       AND NOT EXISTS (SELECT 1 FROM booking_step s WHERE s.booking_id = b.id
                       AND s.at > b.starts_at - $2 * interval '1 ms')
       AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.once = 'booking:' || b.id || ':reminder:v' || b.version)
     ORDER BY b.starts_at, b.id`,
    [now, aheadMs],
  );
  return rows.map(({ id }) => id);
}

export interface StepRow {
  readonly id: string;
  readonly bookingId: string;
  readonly at: Date;
  readonly action: string;
  readonly party: 'client' | 'artist' | 'system';
  /** Who was signed in; null for a client, the calendar or the clock. */
  readonly actorId: string | null;
  readonly via: 'page' | 'mail' | 'calendar' | 'cli' | 'api' | 'clock';
  readonly fromState: BookingState | null;
  readonly toState: BookingState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly detail: string | null;
  /** A person took it although a calendar could not be asked (B8). */
  readonly unverified: boolean;
}

/** Every step is written down, with who took it and from where (B4). */
export async function insertStep(transaction: Transaction, step: StepRow): Promise<void> {
  await transaction.query(
    `INSERT INTO booking_step (id, booking_id, at, action, party, actor_id, via, from_state, to_state, starts_at, ends_at, detail, unverified)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      step.id,
      step.bookingId,
      step.at,
      step.action,
      step.party,
      step.actorId,
      step.via,
      step.fromState,
      step.toState,
      step.startsAt,
      step.endsAt,
      step.detail,
      step.unverified,
    ],
  );
}

export async function listSteps(
  { query }: Pick<Database, 'query'>,
  bookingId: string,
): Promise<readonly StepRow[]> {
  return query<StepRow>(
    `SELECT id, booking_id AS "bookingId", at, action, party, actor_id AS "actorId", via, from_state AS "fromState",
       to_state AS "toState", starts_at AS "startsAt", ends_at AS "endsAt", detail, unverified
     FROM booking_step WHERE booking_id = $1 ORDER BY at, id`,
    [bookingId],
  );
}
