import { type Booking, type BookingStep, stepBooking } from '@atelier/booking/state/booking-state';
import { listArtists } from '@atelier/database/booking/artist-store';
import {
  type BookingPatch,
  type BookingRow,
  findBooking,
  lockBooking,
  patchBooking,
} from '@atelier/database/booking/booking-store';
import { insertStep } from '@atelier/database/booking/step-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../../context.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { doubtAt } from '../availability/doubt-at.ts';
import { verifyArtist } from '../availability/verify-artist.ts';
import { changeEntry } from '../entry/change-entry.ts';
import { moveClaims } from '../hold/move-claims.ts';
import { mailStep } from '../mail/mail-step.ts';
import { answerDue } from '../request/answer-due.ts';
import { type LockedBooking, lockForStep } from './lock-step.ts';
import { refusedStep } from './refused-step.ts';
import { overtakesCalendar, placeOf } from './step-obstacles.ts';
import type { TakeStep } from './step-request.ts';

export type StepContext = Context;

export interface StepTaken {
  readonly booking: BookingRow;
  /** `already`: it was so before. */
  readonly outcome: 'changed' | 'already';
}

/**
 * Takes one step in the life of a booking (B4): its state, its claims, its event, its record and its mails in one
 * transaction.
 * Before something is promised to a client, the artist's calendars are asked once more (B8, case 51). While they do not
 * answer nothing is promised, unless a person of the studio says so in so many words.
 */
export async function takeStep(context: StepContext, input: TakeStep): Promise<Outcome<StepTaken>> {
  const booking = await findBooking(context.database, input.bookingId);
  const [artist] = booking ? await listArtists(context.database, { ids: [booking.artistId] }) : [];
  if (!booking || !artist) return UNKNOWN;
  // Without waiting for anybody: whoever comes after it was decided hears so at once.
  const early = decide({ booking, artist }, input, context.clock());
  if (!early.ok || early.value === 'already') return early.ok ? done({ booking, outcome: 'already' }) : early;
  const asks = ASKING.includes(input.step.action) && input.fromCalendar === undefined;
  const trigger = input.actorId === null ? 'visitor' : 'person';
  const known = !asks ? 'unasked' : (await verifyArtist(context, artist.id, trigger)) ? 'verified' : 'silent';
  return transact(context.database, (transaction) => stepIn(transaction, context, input, known));
}

/** Steps before which the calendars are asked. */
const ASKING: readonly BookingStep['action'][] = ['confirm', 'accept', 'reschedule', 'expire'];

/** What is known of the artist's calendars while a step is taken. */
type Known = 'unasked' | 'verified' | 'silent';

const UNKNOWN = refusedFor('not-found', 'no-booking');

/** What the step makes of the booking, by the state that it is in. */
function decide(
  { booking, artist }: Pick<LockedBooking, 'booking' | 'artist'>,
  { version, at, step }: TakeStep,
  now: Date,
): Outcome<'already' | Pick<BookingRow, 'state' | 'turn' | 'startsAt' | 'endsAt'>> {
  const another = at !== undefined && at.getTime() !== booking.startsAt.getTime();
  if (another || (version !== undefined && version !== booking.version))
    return refusedFor('conflict', 'changed-meanwhile');
  const result = stepBooking(lifeOf(booking), step, { now: now.getTime(), cutOff: artist.cutOffMinutes });
  if (!result.ok) return refusedStep(result);
  if (result.outcome === 'already') return done('already');
  const { state, turn, start, end } = result.booking;
  return done({ state, turn, startsAt: new Date(start), endsAt: new Date(end) });
}

/** What the life of a booking looks at. */
export function lifeOf({ state, turn, startsAt, endsAt }: BookingRow): Booking {
  return { state, turn, start: startsAt.getTime(), end: endsAt.getTime() };
}

async function stepIn(
  transaction: Transaction,
  context: StepContext,
  input: TakeStep,
  known: Known,
): Promise<Outcome<StepTaken>> {
  const now = context.clock();
  const locked = await lockForStep(transaction, input, now);
  if (!locked) return UNKNOWN;
  const { artist, booking } = locked;
  const decided = decide(locked, input, now);
  if (!decided.ok) return decided;
  if (decided.value === 'already') return done({ booking, outcome: 'already' });
  if (await overtakesCalendar(transaction, booking, input)) return refusedFor('conflict', 'calendar-changed');
  const moved: BookingRow = { ...booking, ...decided.value };
  if (known === 'silent') {
    const silent = whileSilent(booking, moved, input);
    if (silent !== 'go-on') return silent;
  }
  const place = await placeOf(transaction, artist, moved, input, now);
  if (!place.ok) return place;
  const wanted = { ...moved, ...place.value };
  if (!(await moveClaims(transaction, context.newId, booking, wanted)))
    return refusedFor('conflict', 'time-claimed');
  return write(transaction, context, { ...locked, wanted, input, known, now });
}

/**
 * Whether a step may be taken that nobody could check (B8). A request promises nothing; an appointment is promised only
 * by somebody of the studio who knows. A client's yes to a proposal, or their move of an appointment, waits.
 */
function whileSilent(
  booking: BookingRow,
  { state }: BookingRow,
  { step, knowing }: TakeStep,
): Outcome<never> | 'go-on' {
  if (state !== 'CONFIRMED') return 'go-on';
  if (step.by !== 'client') return knowing ? 'go-on' : refusedFor('unverified', 'calendar-silent');
  const code = booking.state === 'REQUESTED' ? 'calendar-silent-accept' : 'calendar-silent-move';
  return refusedFor('unverified', code);
}

interface Writing extends LockedBooking {
  readonly wanted: BookingRow;
  readonly input: TakeStep;
  readonly known: Known;
  readonly now: Date;
}

async function write(
  transaction: Transaction,
  context: StepContext,
  { artist, place, booking, wanted, input, known, now }: Writing,
): Promise<Outcome<StepTaken>> {
  const patch: BookingPatch = {
    state: wanted.state,
    turn: wanted.turn,
    chairId: wanted.chairId,
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
    version: booking.version + 1,
    unverified: known === 'silent',
    expiresAt: dueOf(booking, wanted, { noticeMinutes: artist.noticeMinutes, now }),
    trouble: await doubtOf(transaction, wanted, input),
    updatedAt: now,
  };
  const next: BookingRow = { ...booking, ...patch };
  await patchBooking(transaction, booking.id, patch);
  const { newId } = context;
  await changeEntry(transaction, next, {
    place,
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
    unverified: known === 'silent',
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
  transaction: Transaction,
  { artistId, startsAt, endsAt }: BookingRow,
  { step, fromCalendar }: TakeStep,
): Promise<BookingRow['trouble']> {
  if (step.action !== 'reschedule' || step.by !== 'client' || fromCalendar) return null;
  return doubtAt(transaction, artistId, { start: startsAt.getTime(), end: endsAt.getTime() });
}

/** Who is asked anew, about another time, gets as long to answer as for a new request. */
function dueOf(
  booking: BookingRow,
  { state, startsAt }: BookingRow,
  { noticeMinutes, now }: { readonly noticeMinutes: number; readonly now: Date },
): Date | null {
  if (state !== 'REQUESTED') return null;
  const moved = startsAt.getTime() !== booking.startsAt.getTime();
  return moved ? answerDue(now, startsAt, noticeMinutes) : booking.expiresAt;
}
