import { type BookingStep, stepBooking } from '@atelier/booking/booking-state';
import { listArtists } from '@atelier/database/booking/artist-store';
import {
  type BookingPatch,
  type BookingRow,
  findBooking,
  insertStep,
  lockBooking,
  patchBooking,
  type StepRow,
} from '@atelier/database/booking/booking-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readStudio } from '../studio/read-studio.ts';
import { changeEntry } from './change-entry.ts';
import { doubtAt } from './doubt-at.ts';
import { type LockedBooking, lockForStep } from './lock-step.ts';
import { mailStep } from './mail/mail-step.ts';
import { moveClaims } from './move-claims.ts';
import { answerDueOf } from './new-booking.ts';
import type { Offer } from './offer.ts';
import { overtakesCalendar, placeOf } from './step-obstacles.ts';
import { verifyArtist } from './verify-artist.ts';

export type StepContext = Context;

export interface TakeStep {
  readonly bookingId: string;
  readonly step: BookingStep;
  readonly via: StepRow['via'];
  /** Who is signed in; null for a client, the calendar or the clock. */
  readonly actorId: string | null;
  /** The version that the person saw; left out, the one that is there. */
  readonly version?: number | undefined;
  /**
   * The event says so already, and what is in the calendar stays as it is (B9). `revision` is that of the event when it
   * was read, null when it was gone: if it has changed since, nothing is done.
   */
  readonly fromCalendar?: { readonly revision: number | null };
  /** A client moves it: the new time must be one that this offer has. */
  readonly offer?: Offer | undefined;
  /** Words of the artist to the client. */
  readonly message?: string | null | undefined;
}

export interface StepTaken {
  readonly booking: BookingRow;
  /** `already`: it was so before. */
  readonly outcome: 'changed' | 'already';
}

/**
 * Takes one step in the life of a booking (B4): its state, its claims, its event, its record and its mails in one
 * transaction.
 * Before something is promised to a client, the artist's calendars are asked once more (B8, case 51).
 */
export async function takeStep(context: StepContext, input: TakeStep): Promise<Outcome<StepTaken>> {
  const booking = await findBooking(context.database, input.bookingId);
  const [artist] = booking ? await listArtists(context.database, { ids: [booking.artistId] }) : [];
  if (!booking || !artist) return UNKNOWN;
  // Without waiting for anybody: whoever comes after it was decided hears so at once.
  const early = decide({ booking, artist }, input, context.clock());
  if (!early.ok || early.value === 'already') return early.ok ? done({ booking, outcome: 'already' }) : early;
  const asks = ['confirm', 'reschedule', 'expire'].includes(input.step.action);
  const trigger = input.actorId === null ? 'visitor' : 'person';
  const verified =
    !asks || input.fromCalendar !== undefined || (await verifyArtist(context, artist.id, trigger));
  return transact(context.database, (transaction) => stepIn(transaction, context, input, verified));
}

const UNKNOWN = refused('not-found', 'There is no such booking.');

/** What the step makes of the booking, by the state that it is in. */
function decide(
  { booking, artist }: Pick<LockedBooking, 'booking' | 'artist'>,
  { version, step }: TakeStep,
  now: Date,
): Outcome<'already' | Pick<BookingRow, 'state' | 'startsAt' | 'endsAt'>> {
  if (version !== undefined && version !== booking.version)
    return refused('conflict', 'This booking was changed meanwhile.', 'Look at it again, then decide.');
  const before = { state: booking.state, start: booking.startsAt.getTime(), end: booking.endsAt.getTime() };
  const result = stepBooking(before, step, { now: now.getTime(), cutOff: artist.cutOffMinutes });
  if (!result.ok) return refused('conflict', result.message);
  if (result.outcome === 'already') return done('already');
  const { state, start, end } = result.booking;
  return done({ state, startsAt: new Date(start), endsAt: new Date(end) });
}

async function stepIn(
  transaction: Transaction,
  context: StepContext,
  input: TakeStep,
  verified: boolean,
): Promise<Outcome<StepTaken>> {
  const now = context.clock();
  const locked = await lockForStep(transaction, input, now);
  if (!locked) return UNKNOWN;
  const { artist, booking } = locked;
  const decided = decide(locked, input, now);
  if (!decided.ok) return decided;
  if (decided.value === 'already') return done({ booking, outcome: 'already' });
  if (await overtakesCalendar(transaction, booking, input))
    return refused(
      'conflict',
      'The artist has just changed this appointment in their calendar.',
      'Look at it again in a moment, then decide.',
    );
  const moved: BookingRow = { ...booking, ...decided.value };
  const place = await placeOf(transaction, artist, moved, input, now);
  if (!place.ok) return place;
  const wanted = { ...moved, ...place.value };
  if (!(await moveClaims(transaction, context.newId, booking, wanted)))
    return refused('conflict', 'That time is taken by another booking. Nothing was changed.');
  return write(transaction, context, { ...locked, wanted, input, verified, now });
}

interface Writing extends LockedBooking {
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
    chairId: wanted.chairId,
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
    version: booking.version + 1,
    unverified: !verified,
    expiresAt: dueOf(booking, wanted),
    trouble: await doubtOf(transaction, wanted, input),
    updatedAt: now,
  };
  const next: BookingRow = { ...booking, ...patch };
  await patchBooking(transaction, booking.id, patch);
  const { newId } = context;
  await changeEntry(transaction, next, {
    place: booking.calendarId === null ? null : (places.get(booking.calendarId) ?? null),
    zone: artist.timeZone,
    url: (await readStudio(transaction, context)).url,
    actorId: input.actorId,
    now,
    newId,
    fromCalendar: input.fromCalendar !== undefined,
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
    detail: input.message ?? null,
  });
  const { action, by } = input.step;
  await mailStep(transaction, context, {
    before: booking,
    booking: next,
    artist,
    action,
    by,
    message: input.message ?? null,
  });
  // With what the calendar has now, which the next step is held against.
  return done({ booking: (await lockBooking(transaction, booking.id)) ?? next, outcome: 'changed' });
}

/** What a client moves to may be taken by a series that nobody can follow (T4); the artist knows what they do. */
async function doubtOf(
  { query }: Transaction,
  { artistId, startsAt, endsAt }: BookingRow,
  { step, fromCalendar }: TakeStep,
): Promise<string | null> {
  if (step.action !== 'reschedule' || step.by !== 'client' || fromCalendar) return null;
  return doubtAt(query, artistId, { start: startsAt.getTime(), end: endsAt.getTime() });
}

/** A request that is moved waits as long as one for that time would have: it does not outlive what it asks for. */
function dueOf(booking: BookingRow, { state, startsAt }: BookingRow): Date | null {
  if (state !== 'REQUESTED') return null;
  const moved = startsAt.getTime() !== booking.startsAt.getTime();
  return moved ? answerDueOf(booking.createdAt, startsAt) : booking.expiresAt;
}
