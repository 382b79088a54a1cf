import { orderArtists } from '@atelier/booking/order-artists';
import type { SlotReason } from '@atelier/booking/slot-query';
import { type BookingRow, insertBooking, insertStep } from '@atelier/database/booking/booking-store';
import { deleteHold, findHold } from '@atelier/database/booking/hold-store';
import { type StoredAnswer, takeKey } from '@atelier/database/booking/idempotency-store';
import { insertLink } from '@atelier/database/booking/link-store';
import { lockCalendars } from '@atelier/database/calendar-place';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../outcome.ts';
import { calendarsOf } from './calendars-of.ts';
import { checkOffer, takeTurnsAt } from './check-offer.ts';
import { claimTime } from './claim-time.ts';
import { type ClientDetails, readClient, readNote, type TypedClient } from './client-details.ts';
import { newBooking } from './new-booking.ts';
import { findOffers, type Offer } from './offer.ts';
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
  const hold = await holdOf(context.database, wish);
  const own = { holdId: hold?.id ?? null };
  const found = await checkOffer(context.database.query, offer, wish.input.start, context.clock(), own);
  return found.available ? null : found.reason;
}

function holdOf(
  asked: Parameters<typeof findHold>[0],
  { input }: Wish,
): Promise<{ readonly id: string } | null> {
  return input.holdToken ? findHold(asked, hashToken(input.holdToken)) : Promise.resolve(null);
}

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
  const { artist } = offer;
  const now = context.clock();
  const answer = wish.once && (await takeKey(transaction, wish.once.key));
  if (answer) return { kind: 'repeated', answer };
  await takeTurnsAt(transaction, offer, now);
  const hold = await holdOf(transaction, wish);
  const place = (await lockCalendars(transaction, calendarsOf(artist))).get(artist.calendarId ?? '');
  if (!place) return { kind: 'taken', reason: 'CLOSED' };
  const own = { holdId: hold?.id ?? null };
  const found = await checkOffer(transaction.query, offer, wish.input.start, now, own);
  if (!found.available) return { kind: 'taken', reason: found.reason };
  if (hold) await deleteHold(transaction, hold.id);
  const chairId = found.chairs[0] ?? null;
  const booking = newBooking(context.newId, offer, wish, { slot: found.slot, chairId, verified, now });
  await storeBooking(transaction, context, booking, wish);
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

async function storeBooking(
  transaction: Transaction,
  { newId }: BookContext,
  booking: BookingRow,
  { token, via }: Wish,
): Promise<void> {
  const { id: bookingId, state: toState, startsAt, endsAt, createdAt: at } = booking;
  await insertBooking(transaction, booking);
  await insertLink(transaction, { tokenHash: hashToken(token), bookingId, party: 'client' }, at);
  const kind = toState === 'CONFIRMED' ? 'CONFIRMED' : 'REQUESTED';
  if (!(await claimTime(transaction, newId, { ...booking, kind, holder: { bookingId } })))
    throw new Error('a slot that was checked in turn is taken');
  const who = { party: 'client', actorId: null, via } as const;
  const what = { action: 'request', fromState: null, toState, startsAt, endsAt, detail: null };
  await insertStep(transaction, { id: newId(), bookingId, at, ...who, ...what });
}
