import { createHash } from 'node:crypto';
import type { BookingState } from '@atelier/booking/booking-state';
import { canonicalRequest, type JsonValue } from '@atelier/booking/canonical-request';
import { nearestSlots } from '@atelier/booking/nearest-slots';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { findAnswer, keepAnswer, type StoredAnswer } from '@atelier/database/booking/idempotency-store';
import { done, type Outcome, type Refusal, refused } from '../outcome.ts';
import { type BookContext, type Booked, type BookSlot, bookSlot, type Once, type Via } from './book-slot.ts';
import { type OfferedSlot, offerSlots } from './offer-slots.ts';
import { newToken } from './tokens.ts';

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
      readonly reason: string;
      readonly nearest: readonly OfferedSlot[];
      readonly refusal: Refusal;
    };

const LONGEST_KEY = 200;

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
  if (key !== null && (key.length > LONGEST_KEY || !/^[\x21-\x7E]+$/.test(key)))
    return refused('invalid', `An idempotency key has 1 to ${LONGEST_KEY} visible characters.`);
  const hash = hashOf(input);
  const before = key === null ? null : await findAnswer(context.database, key);
  if (before && key !== null) return repeated(context, key, hash, before);
  const token = newToken();
  const booked = await bookSlot(
    context,
    input,
    token,
    via,
    key === null ? null : once(context, key, hash, token),
  );
  if (!booked.ok) return booked;
  if (booked.value.kind === 'repeated') return repeated(context, key ?? '', hash, booked.value.answer);
  if (booked.value.kind === 'taken') {
    // Taken perhaps by this very submit, which has arrived twice at the same moment.
    const meanwhile = key === null ? null : await findAnswer(context.database, key);
    if (meanwhile && key !== null) return repeated(context, key, hash, meanwhile);
    return done(await tooLate(context, input, booked.value));
  }
  return done({ kind: 'booked', booking: answerOf(booked.value.booking, booked.value.artistSlug, token) });
}

function hashOf({ start, alternativeStart, holdToken: _, ...input }: BookSlot): Buffer {
  const said = {
    ...input,
    start: start.toISOString(),
    alternativeStart: alternativeStart?.toISOString() ?? null,
  };
  return createHash('sha256')
    .update(canonicalRequest(said as unknown as JsonValue))
    .digest();
}

function once(context: BookContext, key: string, requestHash: Buffer, token: string): Once {
  const { secrets, clock } = context;
  return {
    key,
    async keep(transaction, booking) {
      const [artist] = await transaction.query<{ slug: string }>('SELECT slug FROM artist WHERE id = $1', [
        booking.artistId,
      ]);
      // The answer holds the token, which nobody is to read in the database.
      const sealed = secrets.seal(JSON.stringify(answerOf(booking, artist?.slug ?? '', token)), key);
      await keepAnswer(transaction, key, { requestHash, status: 201, answer: { sealed } }, clock());
    },
  };
}

function repeated(
  { secrets }: BookContext,
  key: string,
  hash: Buffer,
  { requestHash, answer }: StoredAnswer,
): Outcome<Submitted> {
  if (!requestHash.equals(hash))
    return refused('invalid', 'This key was used for another request.', 'Use a new key for a new booking.');
  const { sealed } = answer as { sealed: string };
  return done({ kind: 'booked', booking: JSON.parse(secrets.open(sealed, key)) as SubmittedBooking });
}

function answerOf(
  { id, state, startsAt, endsAt }: BookingRow,
  artist: string,
  token: string,
): SubmittedBooking {
  return { id, state, start: startsAt.toISOString(), end: endsAt.toISOString(), artist, token };
}

const DAY_MS = 86_400_000;
const NEARBY_DAYS = 14;

async function tooLate(
  context: BookContext,
  { artist, serviceId, start, zone }: BookSlot,
  { reason }: Extract<Booked, { kind: 'taken' }>,
): Promise<Submitted> {
  const nearest = await nearby(context, { artist, serviceId, start, zone: zone ?? undefined });
  const refusal = {
    kind: 'conflict',
    message: WORDS[reason],
    hint: 'What you have typed is safe. Choose another time.',
  } as const;
  return { kind: 'taken', reason, nearest, refusal };
}

const WORDS: Readonly<Record<Extract<Booked, { kind: 'taken' }>['reason'], string>> = {
  CLOSED: 'The studio is not open then.',
  BUSY: 'This time was just taken.',
  BUFFER: 'This time is too close to another appointment.',
  NOTICE: 'This time is too soon to be booked.',
  HORIZON: 'This date is too far ahead to be booked.',
  LIMIT: 'This day is fully booked.',
  HELD: 'Somebody else is just booking this time.',
};

interface Near {
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
  readonly zone: string | undefined;
}

/** A thousand who come too late at once are told the same: the sweep runs once for them. */
const looking = new Map<string, Promise<readonly OfferedSlot[]>>();

function nearby(context: BookContext, near: Near): Promise<readonly OfferedSlot[]> {
  const key = JSON.stringify(near);
  const running = looking.get(key);
  if (running) return running;
  const look = nearestOf(context, near).finally(() => looking.delete(key));
  looking.set(key, look);
  return look;
}

async function nearestOf(context: BookContext, { start, ...asked }: Near): Promise<readonly OfferedSlot[]> {
  const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const from = date(Math.max(start.getTime() - NEARBY_DAYS * DAY_MS, context.clock().getTime() - DAY_MS));
  const to = date(start.getTime() + NEARBY_DAYS * DAY_MS);
  if (Number.isNaN(Date.parse(from)) || from > to) return [];
  const offered = await offerSlots(context, { ...asked, from, to });
  if (!offered.ok) return [];
  const slots = offered.value.days.flatMap(({ slots: list }) =>
    list.map((slot) => ({ start: slot.start.getTime(), slot })),
  );
  return nearestSlots(slots, start.getTime()).map(({ slot }) => slot);
}
