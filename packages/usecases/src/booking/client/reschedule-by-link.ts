import type { SlotReason } from '@atelier/booking/slots/slot-query';
import { type BookingStep, stepBooking } from '@atelier/booking/state/booking-state';
import { countMoves } from '@atelier/database/booking/step-store';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { checkOffer } from '../availability/check-offer.ts';
import type { Offer } from '../availability/offer.ts';
import type { OfferedSlot } from '../availability/offer-slots.ts';
import { toMove } from '../availability/own-claims.ts';
import type { BookContext } from '../request/booking-request.ts';
import { unavailableMessage } from '../request/unavailable-message.ts';
import { refusedStep } from '../step/refused-step.ts';
import { lifeOf, takeStep } from '../step/step-booking.ts';
import { type ClientBooking, isOffered, type SeenByLink } from './client-booking.ts';
import { nearestOf } from './nearest-of.ts';
import { openedBy } from './opened-by.ts';
import { seeByLink } from './see-by-link.ts';

export type RescheduledByLink =
  | { readonly kind: 'moved'; readonly booking: ClientBooking }
  /** The booking stays where it was. */
  | {
      readonly kind: 'taken';
      readonly reason: SlotReason;
      readonly message: string;
      readonly nearest: readonly OfferedSlot[];
    };

/** What Date can name, with room for a length. */
const LAST_INSTANT = 8e15;

/**
 * The client moves a booking. The new time is held against everything that a new booking is: the service must still be
 * offered, and grid, hours, notice, horizon, limit and buffers hold (B6), with the calendars asked once more (B8). The
 * booking is never in its own way, keeps the length that was agreed, and its old time until the new one is had (case 54).
 */
export async function rescheduleByLink(
  context: BookContext,
  token: string,
  start: Date,
): Promise<Outcome<RescheduledByLink>> {
  const seen = await openedBy(context, token, 'client');
  if (!seen.ok) return seen;
  const offer = offerOf(seen.value);
  if (!offer) return NOT_OFFERED;
  if (!(Math.abs(start.getTime()) < LAST_INSTANT)) return refusedFor('invalid', 'not-a-time');
  const { id: bookingId, startsAt, endsAt, version } = seen.value.booking;
  const end = start.getTime() + endsAt.getTime() - startsAt.getTime();
  const step = { action: 'reschedule', by: 'client', start: start.getTime(), end } as const;
  const allowed = mayMove(seen.value, step);
  if (!allowed.ok) return allowed;
  const often = await movedTooOften(context, bookingId);
  if (often) return often;
  const input = { bookingId, step, via: 'page', actorId: null, version, offer } as const;
  const moved = await takeStep(context, input);
  if (!moved.ok && moved.refusal.kind === 'unverified') return moved;
  if (!moved.ok) return (await taken(context, offer, seen.value, start)) ?? moved;
  const booking = await seeByLink(context, token);
  return booking.ok ? done({ kind: 'moved', booking: booking.value }) : booking;
}

const NOT_OFFERED = refusedFor('conflict', 'not-movable');

/** Each move is told to both sides by mail. */
const MOVES_A_DAY = 5;
const MOVES_IN_ALL = 15;
const DAY_MS = 24 * 3_600_000;

/** Two at once are no way round: the version that both have seen lets one of them through. */
async function movedTooOften(
  { database, clock }: BookContext,
  bookingId: string,
): Promise<Outcome<never> | null> {
  const { lately, inAll } = await countMoves(database, bookingId, new Date(clock().getTime() - DAY_MS));
  if (inAll >= MOVES_IN_ALL) return refusedFor('too-many', 'moved-too-often', { most: inAll });
  if (lately >= MOVES_A_DAY) return refusedFor('too-many', 'moved-too-often-today', { most: lately });
  return null;
}

/** Said before anybody looks at times: it is of no use to hear of free ones when it is too late to move. */
function mayMove({ booking, artist, now }: SeenByLink, step: BookingStep): Outcome<null> {
  const result = stepBooking(lifeOf(booking), step, { now: now.getTime(), cutOff: artist.cutOffMinutes });
  return result.ok ? done(null) : refusedStep(result);
}

/** The service as it is offered now; length and buffers are those that were agreed then. */
function offerOf({ artist, service }: SeenByLink): Offer | null {
  return isOffered(artist, service) ? { artist, service } : null;
}

/** Why a time cannot be had, and what can; null when it was refused for another reason than its time. */
async function taken(
  { database, clock }: BookContext,
  offer: Offer,
  { booking }: SeenByLink,
  wanted: Date,
): Promise<Outcome<RescheduledByLink> | null> {
  const now = clock();
  const found = await checkOffer(database, offer, wanted, now, toMove(booking));
  if (found.available) return null;
  const nearest = await nearestOf(database, offer, booking, { wanted, now });
  return done({ kind: 'taken', reason: found.reason, message: unavailableMessage(found.reason), nearest });
}
