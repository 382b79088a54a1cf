import type { EpochMs } from '@atelier/calendar/occurrence';
import type { OpeningHours } from '../hours/opening-hours.ts';

/** Whole minutes; `minutes` is 1 to 10,080 (a week), a buffer may be 0. */
export interface ServiceTimes {
  readonly minutes: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
}

export interface SlotRules {
  /** Minutes from one grid start to the next, 1 at least. */
  readonly slotInterval: number;
  /** Minutes that a start must lie ahead of now, exactly so many being enough. */
  readonly notice: number;
  /** Days after today, in the artist's zone, of which the last may still be booked; 0 is today only. */
  readonly horizon: number;
  /** Claims that may start on one local date; null for any number. */
  readonly dailyLimit: number | null;
}

/** Time taken in a calendar. One without length takes none; seconds are widened to whole minutes. */
export interface BusyTime {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** An active claim on an artist or a chair. The buffers are those it was made with. */
export interface Claim extends BusyTime {
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly kind: 'held' | 'requested' | 'confirmed';
  /** Of the one who asks: their own hold, or the booking that is to be moved. It takes nothing from them. */
  readonly mine?: boolean;
  readonly bookingId: string | null;
}

/** A chair or room. */
export interface Chair {
  readonly id: string;
  readonly claims: readonly Claim[];
}

/**
 * One artist and one service, with all that decides about times. `external` and `claims` must reach a day beyond the
 * dates asked for on either side, and the claims must hold all that start on those dates, for the daily limit.
 */
export interface SlotQuery {
  readonly hours: OpeningHours;
  /** IANA zone of the artist. */
  readonly zone: string;
  readonly service: ServiceTimes;
  readonly rules: SlotRules;
  readonly now: EpochMs;
  /** Occurrences that block, without the one of our own that mirrors a claim. In any order; they may overlap. */
  readonly external: readonly BusyTime[];
  readonly claims: readonly Claim[];
  /** One of them must be free together with the artist. Left out: none is needed. Empty: none is ever free. */
  readonly chairs?: readonly Chair[];
}

/** Why a time is not offered: of several reasons the first in this order. */
export type SlotReason =
  | 'CLOSED' // outside the windows, or running on past the end of its window
  | 'OFFGRID' // open then, but no start lies there
  | 'BUSY' // an event, a request or a confirmed booking takes some of the time itself
  | 'BUFFER' // only one's own buffer, or a neighbour's, has no room
  | 'NOTICE' // too soon, or past
  | 'HORIZON' // on a date too far ahead
  | 'LIMIT' // the date has all the bookings it may have
  | 'HELD'; // nothing but a hold is in the way: it may come back

export interface Slot {
  readonly start: EpochMs;
  /** Exclusive; without buffers. */
  readonly end: EpochMs;
  /** Local date of the start in the artist's zone, `YYYY-MM-DD`. */
  readonly date: string;
}

const MAX_SERVICE_MINUTES = 10_080;

/** Throws RangeError for numbers with which no grid can be laid. */
export function checkNumbers({ service, rules }: SlotQuery): void {
  requireWhole('service.minutes', service.minutes, 1, MAX_SERVICE_MINUTES);
  requireWhole('service.bufferBefore', service.bufferBefore, 0);
  requireWhole('service.bufferAfter', service.bufferAfter, 0);
  requireWhole('rules.slotInterval', rules.slotInterval, 1);
  requireWhole('rules.notice', rules.notice, 0);
  requireWhole('rules.horizon', rules.horizon, 0);
  if (rules.dailyLimit !== null) requireWhole('rules.dailyLimit', rules.dailyLimit, 0);
}

function requireWhole(name: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} is ${value}; it must be a whole number from ${least} to ${most}.`);
}
