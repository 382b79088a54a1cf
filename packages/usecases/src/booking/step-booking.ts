import { type BookingStep, stepBooking } from '@atelier/booking/booking-state';
import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import {
  type BookingPatch,
  type BookingRow,
  insertStep,
  lockBooking,
  patchBooking,
  type StepRow,
} from '@atelier/database/booking/booking-store';
import { confirmClaims, dropClaims, takeTurns } from '@atelier/database/booking/claim-store';
import { type BusyRow, blockingBusy } from '@atelier/database/booking/slot-source';
import { type CalendarPlace, lockCalendars } from '@atelier/database/calendar-place';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { calendarsOf } from './calendars-of.ts';
import { changeEntry } from './change-entry.ts';
import { claimTime } from './claim-time.ts';
import { verifyArtist } from './verify-artist.ts';

export interface StepContext extends Context {
  readonly publicUrl: string | null;
}

export interface TakeStep {
  readonly bookingId: string;
  readonly step: BookingStep;
  readonly via: StepRow['via'];
  /** Who is signed in; null for a client, the calendar or the clock. */
  readonly actorId: string | null;
  /** The version that the person saw; left out, the one that is there. */
  readonly version?: number | undefined;
  /** The event says so already: what is in the calendar stays as it is (B9). */
  readonly fromCalendar?: boolean;
}

export interface StepTaken {
  readonly booking: BookingRow;
  /** `already`: it was so before. */
  readonly outcome: 'changed' | 'already';
}

/**
 * Takes one step in the life of a booking (B4): its state, its claims, its event and its record in one transaction.
 * Before something is promised to a client, the artist's calendars are asked once more (B8, case 51).
 */
export async function takeStep(context: StepContext, input: TakeStep): Promise<Outcome<StepTaken>> {
  const promises = input.step.action === 'confirm' || input.step.action === 'reschedule';
  const before = promises && !input.fromCalendar ? await artistOf(context, input.bookingId) : null;
  const verified = before === null || (await verifyArtist(context, before));
  return transact(context.database, (transaction) => stepIn(transaction, context, input, verified));
}

async function artistOf({ database }: StepContext, bookingId: string): Promise<string | null> {
  const [row] = await database.query<{ id: string }>('SELECT artist_id AS id FROM booking WHERE id = $1', [
    bookingId,
  ]);
  return row?.id ?? null;
}

async function stepIn(
  transaction: Transaction,
  context: StepContext,
  input: TakeStep,
  verified: boolean,
): Promise<Outcome<StepTaken>> {
  const now = context.clock();
  const locked = await lockAll(transaction, input.bookingId, now);
  if (!locked) return refused('not-found', 'There is no such booking.');
  const { artist, booking } = locked;
  if (input.version !== undefined && input.version !== booking.version)
    return refused('conflict', 'This booking was changed meanwhile.', 'Look at it again, then decide.');
  const result = stepBooking(
    { state: booking.state, start: booking.startsAt.getTime(), end: booking.endsAt.getTime() },
    input.step,
    { now: now.getTime(), cutOff: artist.cutOffMinutes },
  );
  if (!result.ok) return refused('conflict', result.message);
  if (result.outcome === 'already') return done({ booking, outcome: 'already' });
  const { state, start, end } = result.booking;
  const wanted: BookingRow = { ...booking, state, startsAt: new Date(start), endsAt: new Date(end) };
  const blocked = await standsInTheWay(transaction, artist, wanted, input);
  if (blocked) return blocked;
  if (!(await moveClaims(transaction, context, booking, wanted)))
    return refused('conflict', 'That time is taken by another booking. Nothing was changed.');
  return write(transaction, context, { ...locked, wanted, input, verified, now });
}

interface Locked {
  readonly artist: ArtistRow;
  readonly places: ReadonlyMap<string, CalendarPlace>;
  readonly booking: BookingRow;
}

/** In the order in which everybody locks: the times, the calendars, the booking. */
async function lockAll(transaction: Transaction, bookingId: string, now: Date): Promise<Locked | null> {
  const [seen] = await transaction.query<{ artistId: string; chairId: string | null }>(
    'SELECT artist_id AS "artistId", chair_id AS "chairId" FROM booking WHERE id = $1',
    [bookingId],
  );
  if (!seen) return null;
  await takeTurns(transaction, [seen.artistId, ...(seen.chairId === null ? [] : [seen.chairId])], now);
  const [artist] = await listArtists(transaction, { ids: [seen.artistId] });
  if (!artist) return null;
  const places = await lockCalendars(transaction, calendarsOf(artist));
  const booking = await lockBooking(transaction, bookingId);
  return booking && { artist, places, booking };
}

/** What the artist did in their own calendar is theirs to do; everybody else is told what is in the way. */
async function standsInTheWay(
  transaction: Transaction,
  artist: ArtistRow,
  wanted: BookingRow,
  { step, fromCalendar }: TakeStep,
): Promise<Outcome<never> | null> {
  if (fromCalendar || (step.action !== 'confirm' && step.action !== 'reschedule')) return null;
  const { startsAt: from, endsAt: to } = wanted;
  const busy = await blockingBusy(transaction.query, [artist.id], { from, to });
  if (!busy.some((one) => overlaps(one, wanted))) return null;
  return refused(
    'conflict',
    'Something else is in the artist’s calendar at that time. Nothing was changed.',
    'Choose another time, or make room in the calendar first.',
  );
}

function overlaps({ startsAt, endsAt }: BusyRow, wanted: BookingRow): boolean {
  return startsAt < wanted.endsAt && endsAt > wanted.startsAt;
}

/** What has taken place keeps its time: nobody can be booked into the past. */
const GIVEN_BACK: readonly BookingRow['state'][] = ['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED'];

/** @returns false when the new time is taken; the old one is then kept. */
async function moveClaims(
  transaction: Transaction,
  { newId }: StepContext,
  booking: BookingRow,
  wanted: BookingRow,
): Promise<boolean> {
  if (GIVEN_BACK.includes(wanted.state)) {
    await dropClaims(transaction, booking.id);
    return true;
  }
  const kind = wanted.state === 'REQUESTED' ? 'REQUESTED' : 'CONFIRMED';
  if (sameTime(booking, wanted)) {
    if (kind === 'CONFIRMED') await confirmClaims(transaction, booking.id);
    return true;
  }
  // The old time is given up only together with the new one (case 54).
  await transaction.query('SAVEPOINT moving');
  await dropClaims(transaction, booking.id);
  const claimed = await claimTime(transaction, newId, { ...wanted, kind, holder: { bookingId: wanted.id } });
  await transaction.query(claimed ? 'RELEASE SAVEPOINT moving' : 'ROLLBACK TO SAVEPOINT moving');
  return claimed;
}

function sameTime(one: BookingRow, other: BookingRow): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
  );
}

interface Writing extends Locked {
  readonly wanted: BookingRow;
  readonly input: TakeStep;
  readonly verified: boolean;
  readonly now: Date;
}

async function write(
  transaction: Transaction,
  context: StepContext,
  { artist, places, booking, wanted, input, verified, now }: Writing,
): Promise<Outcome<StepTaken>> {
  const patch: BookingPatch = {
    state: wanted.state,
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
    version: booking.version + 1,
    unverified: !verified,
    expiresAt: wanted.state === 'REQUESTED' ? booking.expiresAt : null,
    trouble: null,
    updatedAt: now,
  };
  const next: BookingRow = { ...booking, ...patch };
  await patchBooking(transaction, booking.id, patch);
  const { publicUrl, newId } = context;
  await changeEntry(transaction, next, {
    place: booking.calendarId === null ? null : (places.get(booking.calendarId) ?? null),
    zone: artist.timeZone,
    publicUrl,
    actorId: input.actorId,
    now,
    newId,
    fromCalendar: input.fromCalendar ?? false,
  });
  await insertStep(transaction, {
    id: newId(),
    bookingId: booking.id,
    at: now,
    action: input.step.action,
    party: input.step.by,
    actorId: input.actorId,
    via: input.via,
    fromState: booking.state,
    toState: next.state,
    startsAt: next.startsAt,
    endsAt: next.endsAt,
    detail: null,
  });
  return done({ booking: next, outcome: 'changed' });
}
