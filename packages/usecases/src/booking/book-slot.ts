import { checkSlot } from '@atelier/booking/check-slot';
import { orderArtists } from '@atelier/booking/order-artists';
import type { SlotReason } from '@atelier/booking/slot-query';
import { type BookingRow, insertBooking, insertStep } from '@atelier/database/booking/booking-store';
import { takeTurns } from '@atelier/database/booking/claim-store';
import { deleteHold, findHold } from '@atelier/database/booking/hold-store';
import { type StoredAnswer, takeKey } from '@atelier/database/booking/idempotency-store';
import { slotSource } from '@atelier/database/booking/slot-source';
import { lockCalendars } from '@atelier/database/calendar-place';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';
import { type ClientDetails, readClient, readNote, type TypedClient } from './client-details.ts';
import { claimAll, newBooking } from './new-booking.ts';
import { findOffers, type Offer } from './offer.ts';
import { slotQueryOf } from './slot-query-of.ts';
import { hashToken } from './tokens.ts';
import { verifyArtist } from './verify-artist.ts';
import { writeEntry } from './write-entry.ts';

export interface BookSlot {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
  readonly client: TypedClient;
  readonly note?: string | null | undefined;
  readonly answers?: Readonly<Record<string, string>> | undefined;
  readonly zone?: string | null | undefined;
  readonly language?: string | undefined;
  readonly alternativeStart?: Date | null | undefined;
  /** Of the hold that kept the time meanwhile. */
  readonly holdToken?: string | null | undefined;
}

/** Where somebody came from: written down with every step. */
export type Via = 'page' | 'api' | 'cli';

export interface BookContext extends Context {
  readonly publicUrl: string | null;
}

/** The one that was made, or why not; `taken` says that the time was there and is not any more. */
export type Booked =
  | { readonly kind: 'booked'; readonly booking: BookingRow; readonly artistSlug: string }
  | { readonly kind: 'taken'; readonly reason: SlotReason }
  /** This very submit was answered before. */
  | { readonly kind: 'repeated'; readonly answer: StoredAnswer };

/** Makes one booking of one submit, however often it arrives (B5). */
export interface Once {
  readonly key: string;
  /** What is kept for the next time; made in the transaction that books. */
  readonly keep: (transaction: Transaction, booking: BookingRow) => Promise<void>;
}

/** A submit that has been read. */
export interface Wish {
  readonly input: BookSlot;
  readonly client: ClientDetails;
  readonly note: string | null;
  readonly token: string;
  readonly via: Via;
  readonly once: Once | null;
}

/**
 * Books a time for a client: exactly one of all who want it (B1). The service, its length and its grid are read here
 * again; of what the client sent only the wish counts (B6).
 */
export async function bookSlot(
  context: BookContext,
  input: BookSlot,
  token: string,
  via: Via,
  once: Once | null = null,
): Promise<Outcome<Booked>> {
  const client = readClient(input.client);
  if (!client.ok) return client;
  const note = readNote(input.note);
  if (!note.ok) return note;
  const offers = await findOffers(context.database, input);
  if (!offers.ok) return offers;
  const wish = { input, client: client.value, note: note.value, token, via, once };
  let booked: Booked = { kind: 'taken', reason: 'BUSY' };
  for (const offer of inTurn(offers.value, token)) {
    booked = await bookWith(context, offer, wish);
    if (booked.kind !== 'taken') break;
  }
  return done(booked);
}

/** Whoever is lost to somebody else, another free artist is tried before the client hears no. */
function inTurn(offers: readonly Offer[], seed: string): readonly Offer[] {
  const order = orderArtists(
    offers.map(({ artist }) => ({ artist: artist.id, booked: 0 })),
    seed,
  );
  return order.flatMap((id) => offers.find(({ artist }) => artist.id === id) ?? []);
}

async function bookWith(context: BookContext, offer: Offer, wish: Wish): Promise<Booked> {
  const early = await available(context, offer, wish);
  if (early !== null) return { kind: 'taken', reason: early };
  const verified = await verifyArtist(context, offer.artist.id);
  return transact(context.database, (transaction) => claimIt(transaction, context, offer, wish, verified));
}

/** A look without waiting for anybody: of a thousand at once, all but a few learn here that they are too late. */
async function available(context: BookContext, offer: Offer, wish: Wish): Promise<SlotReason | null> {
  const now = context.clock();
  const hold = await holdOf(context.database, wish);
  const source = await slotSource(context.database.query, [offer.artist.id], spanOf(wish, offer, now));
  const query = slotQueryOf(offer.artist, offer.service, source, now, { holdId: hold?.id ?? null });
  const found = checkSlot(query, wish.input.start.getTime());
  return found.available ? null : found.reason;
}

function holdOf(
  asked: Parameters<typeof findHold>[0],
  { input }: Wish,
): Promise<{ readonly id: string } | null> {
  return input.holdToken ? findHold(asked, hashToken(input.holdToken)) : Promise.resolve(null);
}

function spanOf({ input }: Wish, { service }: Offer, now: Date) {
  const end = input.start.getTime() + service.minutes * MINUTE_MS;
  return { from: new Date(input.start.getTime() - DAY_MS), to: new Date(end + DAY_MS), now };
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Everything that must be one: turns at the artist and the chairs, the calendars that block, the check, the claims, the
 * booking, its event and the way out.
 */
async function claimIt(
  transaction: Transaction,
  context: BookContext,
  offer: Offer,
  wish: Wish,
  verified: boolean,
): Promise<Booked> {
  const { artist, service } = offer;
  const now = context.clock();
  const answer = wish.once && (await takeKey(transaction, wish.once.key));
  if (answer) return { kind: 'repeated', answer };
  const chairs = service.needsChair
    ? await transaction.query<{ id: string }>('SELECT id FROM chair WHERE active')
    : [];
  await takeTurns(transaction, [artist.id, ...chairs.map(({ id }) => id)], now);
  const hold = await holdOf(transaction, wish);
  const places = await lockCalendars(
    transaction,
    [...new Set([...artist.blocking, artist.calendarId ?? ''])].filter((id) => id !== ''),
  );
  const place = places.get(artist.calendarId ?? '');
  if (!place) return { kind: 'taken', reason: 'CLOSED' };
  const source = await slotSource(transaction.query, [artist.id], spanOf(wish, offer, now));
  const query = slotQueryOf(artist, service, source, now, { holdId: hold?.id ?? null });
  const found = checkSlot(query, wish.input.start.getTime());
  if (!found.available) return { kind: 'taken', reason: found.reason };
  if (hold) await deleteHold(transaction, hold.id);
  const booking = newBooking(context.newId, offer, wish, {
    slot: found.slot,
    chairId: found.chairs[0] ?? null,
    verified,
    now,
  });
  await insertBooking(transaction, booking, hashToken(wish.token));
  if (!(await claimAll(transaction, context.newId, booking)))
    throw new Error('a slot that was checked in turn is taken');
  await insertStep(transaction, {
    id: context.newId(),
    bookingId: booking.id,
    at: now,
    action: 'request',
    party: 'client',
    actorId: null,
    via: wish.via,
    fromState: null,
    toState: booking.state,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    detail: null,
  });
  const { publicUrl, newId } = context;
  await writeEntry(transaction, booking, {
    place,
    zone: artist.timeZone,
    publicUrl,
    actorId: null,
    now,
    newId,
  });
  await wish.once?.keep(transaction, booking);
  return { kind: 'booked', booking, artistSlug: artist.slug };
}
