import type { JsonValue } from '@atelier/booking/canonical-request';
import type { SlotReason } from '@atelier/booking/slots/slot-query';
import type { BookingState } from '@atelier/booking/state/step-rules';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { findAnswer } from '@atelier/database/booking/idempotency-store';
import { type Keyed, keepSealed, keyedRequest, openSealed } from '../../answered-once.ts';
import { done, type Outcome, type Refusal } from '../../outcome.ts';
import { newToken } from '../../tokens.ts';
import { nearbySlots } from '../availability/nearby-slots.ts';
import type { OfferedSlot } from '../availability/offer-slots.ts';
import { type Answered, bookSlot } from './book-slot.ts';
import type { BookContext, BookSlot, Once, Via } from './booking-request.ts';
import { singleFlight } from './single-flight.ts';
import { type Released, withPermit } from './submit-permits.ts';
import { unavailableMessage } from './unavailable-message.ts';

/** What the client is answered. */
export interface SubmittedBooking {
  readonly id: string;
  readonly state: BookingState;
  readonly start: string;
  readonly end: string;
  /** Slug. */
  readonly artist: string;
  /** Opens the booking; told once, and only its hash is kept. */
  readonly token: string;
}

export type Submitted =
  | { readonly kind: 'booked'; readonly booking: SubmittedBooking }
  | {
      readonly kind: 'taken';
      readonly reason: SlotReason;
      readonly nearest: readonly OfferedSlot[];
      readonly refusal: Refusal;
    };

/**
 * One submit, one booking (B5): with a key, asking again gives the first answer, and another request under the same key
 * is refused. Who comes too late hears which times are free nearby.
 */
export async function submitBooking(
  context: BookContext,
  input: BookSlot,
  key: string | null,
  via: Via,
): Promise<Outcome<Submitted>> {
  const keyed = key === null ? null : keyedRequest(key, asked(input));
  if (keyed && !keyed.ok) return keyed;
  const once = keyed?.value ?? null;
  const { database } = context;
  const work = () => withPermit(database, (released) => submitOnce(context, input, once, via, released));
  const same = JSON.stringify([input.artist, input.start.getTime()]);
  return singleFlight(database, same, work, (answer) => answer.ok);
}

async function submitOnce(
  context: BookContext,
  input: BookSlot,
  once: Keyed | null,
  via: Via,
  released: Released,
): Promise<Outcome<Submitted>> {
  const before = await answered(context, once);
  if (before) return before;
  const token = newToken();
  const keep = once && keeping(context, once, token);
  const booked = await bookSlot(context, input, token, via, { once: keep, released });
  if (!booked.ok) return booked;
  const { value } = booked;
  if (value.kind === 'booked')
    return done({ kind: 'booked', booking: answerOf(value.booking, value.artistSlug, token) });
  // Taken perhaps by this very submit, which has arrived twice at the same moment.
  const meanwhile = await answered(context, once);
  if (meanwhile) return meanwhile;
  if (value.kind === 'taken') return done(await tooLate(context, input, value));
  throw new Error('a submit was answered before, and its answer is gone');
}

/** Everything that makes it this request and no other; a hold is only how its time was kept. */
function asked({ start, alternativeStart, holdToken: _, ...input }: BookSlot): JsonValue {
  const times = { start: start.toJSON(), alternativeStart: alternativeStart?.toJSON() ?? null };
  return { ...input, ...times } as unknown as JsonValue;
}

function keeping(context: BookContext, keyed: Keyed, token: string): Once {
  return {
    key: keyed.key,
    keep: (transaction, booking, artistSlug) =>
      keepSealed(transaction, context, keyed, answerOf(booking, artistSlug, token)),
  };
}

async function answered(context: BookContext, keyed: Keyed | null): Promise<Outcome<Submitted> | null> {
  const found = keyed && (await findAnswer(context.database, keyed.key));
  if (!found) return null;
  const booking = openSealed<SubmittedBooking>(context, keyed, found);
  return booking.ok ? done({ kind: 'booked', booking: booking.value }) : booking;
}

function answerOf(
  { id, state, startsAt, endsAt }: BookingRow,
  artist: string,
  token: string,
): SubmittedBooking {
  return { id, state, start: startsAt.toISOString(), end: endsAt.toISOString(), artist, token };
}

async function tooLate(
  context: BookContext,
  { artist, serviceId, start, zone }: BookSlot,
  { reason }: Extract<Answered, { kind: 'taken' }>,
): Promise<Submitted> {
  const nearest = await nearbySlots(context, { artist, serviceId, start, zone: zone ?? undefined });
  const refusal = {
    kind: 'conflict',
    message: unavailableMessage(reason),
    hint: 'What you have typed is safe. Choose another time.',
  } as const;
  return { kind: 'taken', reason, nearest, refusal };
}
