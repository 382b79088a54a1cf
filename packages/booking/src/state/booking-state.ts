import type { EpochMs } from '@atelier/calendar/occurrence';
import { MINUTE_MS } from '../time/minutes.ts';
import { isOver, refuseStep, type StepRefused } from './refuse-step.ts';
import { type BookingAction, type BookingState, type Party, RULES, type Turn } from './step-rules.ts';

/** What the steps look at of a booking. `end` is exclusive, without buffers. */
export interface Booking {
  readonly state: BookingState;
  readonly turn: Turn;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/**
 * What somebody wants done. `cancel` also serves where the booking is not confirmed yet: from the client it then
 * withdraws, from the artist it declines, so that nobody needs to know how far it is.
 */
export type BookingStep =
  | { readonly action: Exclude<BookingAction, 'reschedule'>; readonly by: Party }
  | { readonly action: 'reschedule'; readonly by: Party; readonly start: EpochMs; readonly end: EpochMs };

export interface StepContext {
  readonly now: EpochMs;
  /** Minutes before the start until which a client may cancel or move a confirmed booking, exactly so many included. */
  readonly cutOff: number;
}

export type StepResult =
  /** `already`: it was so before, and a repeated request gets the same answer; nothing is to be written or mailed. */
  | { readonly ok: true; readonly outcome: 'changed' | 'already'; readonly booking: Booking }
  /** Nothing changes. */
  | StepRefused;

/**
 * The life of a booking (B4): the one place that knows which step leads where, who may take it and until when.
 * REQUESTED becomes CONFIRMED, DECLINED, EXPIRED or WITHDRAWN; CONFIRMED becomes CANCELLED, COMPLETED or NO_SHOW;
 * a new time keeps the state, and of a request gives the other side its turn. Whether a new time is free is not asked
 * here. Refusals are values with a code; the words are made where they are read.
 */
export function stepBooking(booking: Booking, step: BookingStep, context: StepContext): StepResult {
  const action = meantAction(booking, step);
  const rule = RULES[action];
  if (!rule.by.includes(step.by)) return refuseStep('not-allowed');
  const next = rule.from[booking.state];
  if (next === undefined) return repeated(booking, action) ?? whyNot(booking);
  if (rule.turn && rule.turn !== booking.turn) return refuseStep('their-turn');
  if (step.action === 'reschedule') return movedBooking(booking, step, context);
  if (action === 'cancel' && isLate(booking, step.by, context)) return refuseStep('too-late');
  if (rule.onceBegun && context.now < booking.start) return refuseStep('too-early');
  return { ok: true, outcome: 'changed', booking: { ...booking, state: next } };
}

function meantAction({ state }: Booking, { action, by }: BookingStep): BookingAction {
  const confirmed = state === 'CONFIRMED' || state === 'CANCELLED';
  if (action !== 'cancel' || confirmed || by === 'system') return action;
  return by === 'client' ? 'withdraw' : 'decline';
}

/** The same wish a second time: the answer of the first. */
function repeated(booking: Booking, action: BookingAction): StepResult | null {
  const aims = Object.values(RULES[action].from);
  if (action === 'reschedule' || !aims.includes(booking.state)) return null;
  return { ok: true, outcome: 'already', booking };
}

function whyNot({ state }: Booking): StepRefused {
  if (isOver(state)) return { ok: false, refusal: 'over', state };
  return refuseStep(state === 'REQUESTED' ? 'not-confirmed' : 'confirmed');
}

/** A request may be given back or moved at any time: nothing was promised yet. */
function isLate(booking: Booking, by: Party, { now, cutOff }: StepContext): boolean {
  return by === 'client' && booking.state === 'CONFIRMED' && now > booking.start - cutOff * MINUTE_MS;
}

function movedBooking(
  booking: Booking,
  { by, start, end }: Extract<BookingStep, { action: 'reschedule' }>,
  context: StepContext,
): StepResult {
  if (!(start < end)) return refuseStep('bad-time');
  // Asked before what is late: the new time may be nearer than the cut-off, and the same wish arrive once more.
  if (start === booking.start && end === booking.end) return { ok: true, outcome: 'already', booking };
  if (isLate(booking, by, context)) return refuseStep('too-late');
  const turn = booking.state === 'REQUESTED' ? otherSide(by) : booking.turn;
  return { ok: true, outcome: 'changed', booking: { ...booking, start, end, turn } };
}

function otherSide(by: Party): Turn {
  return by === 'client' ? 'ARTIST' : 'CLIENT';
}
