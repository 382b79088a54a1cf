import { orderArtists } from '@atelier/booking/order-artists';
import type { SlotReason } from '@atelier/booking/slot-query';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { deleteHold, findHold } from '@atelier/database/booking/hold-store';
import { type StoredAnswer, takeKey } from '@atelier/database/booking/idempotency-store';
import { lockCalendars } from '@atelier/database/calendar/calendar-place';
import { type Transaction, transact } from '@atelier/database/transaction';
import { admit, spend } from '../../abuse/admit.ts';
import type { Origin } from '../../abuse/origin.ts';
import type { Context } from '../../context.ts';
import { attachImages, wrongImages } from '../../image/attach-images.ts';
import { done, type Outcome } from '../../outcome.ts';
import { hashToken } from '../../tokens.ts';
import { calendarsOf } from '../availability/calendars-of.ts';
import { checkOffer, takeTurnsAt } from '../availability/check-offer.ts';
import { doubtAt } from '../availability/doubt-at.ts';
import { findOffers, type Offer } from '../availability/offer.ts';
import { verifyArtist } from '../availability/verify-artist.ts';
import { wrongAlternative } from './alternative-time.ts';
import { claimedAlready } from './claimed-already.ts';
import { type ClientDetails, readClient, readNote, type TypedClient } from './client-details.ts';
import type { Outside } from './in-turn.ts';
import { newBooking } from './new-booking.ts';
import { readAnswers } from './read-answers.ts';
import { storeBooking } from './store-booking.ts';

export interface BookSlot {
  /** A slug, or `any`. */
  readonly artist: string;
  readonly serviceId: string;
  readonly start: Date;
  readonly client: TypedClient;
  readonly note?: string | null | undefined;
  /** By id of the question. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  readonly zone?: string | null | undefined;
  readonly language?: string | undefined;
  /** Would suit as well; claims nothing. */
  readonly alternativeStart?: Date | null | undefined;
  /** Of the hold that kept the time meanwhile. */
  readonly holdToken?: string | null | undefined;
  /** Tokens of uploads. */
  readonly images?: readonly string[] | undefined;
}

/** Where somebody came from: written down with every step. */
export type Via = 'page' | 'api' | 'cli';

export interface BookContext extends Context {
  /** Where a stranger's wish comes from; null or left out for the studio's own doing, which has no limits. */
  readonly origin?: Origin | null;
}

/** The one that was made, or why not; `taken` says that the time was there and is not any more. */
export type Booked =
  | { readonly kind: 'booked'; readonly booking: BookingRow; readonly artistSlug: string }
  | { readonly kind: 'taken'; readonly reason: SlotReason }
  /** Not for the time: because of who asks, or what came along. */
  | { readonly kind: 'refused'; readonly refused: Outcome<never> }
  /** This very submit was answered before. */
  | { readonly kind: 'repeated'; readonly answer: StoredAnswer };

/** A booking that was refused for who asked is a refusal like any other. */
export type Answered = Exclude<Booked, { kind: 'refused' }>;

/** Makes one booking of one submit, however often it arrives (B5). */
export interface Once {
  readonly key: string;
  /** What is kept for the next time; made in the transaction that books. */
  readonly keep: (transaction: Transaction, booking: BookingRow, artistSlug: string) => Promise<void>;
}

/** A submit that has been read. */
export interface Wish {
  readonly input: BookSlot;
  readonly client: ClientDetails;
  readonly note: string | null;
  readonly answers: Readonly<Record<string, string>>;
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
  { once = null, outside }: { readonly once?: Once | null; readonly outside: Outside },
): Promise<Outcome<Answered>> {
  const client = readClient(input.client);
  if (!client.ok) return client;
  const note = readNote(input.note);
  if (!note.ok) return note;
  const offers = await findOffers(context.database, input);
  if (!offers.ok) return offers;
  const wrong = wrongAlternative(input, offers.value, context.clock());
  if (wrong) return wrong;
  const answers = readAnswers(questionsOf(offers.value, input.serviceId), input.answers, via !== 'cli');
  if (!answers.ok) return answers;
  const read = { client: client.value, note: note.value, answers: answers.value };
  const wish = { input, ...read, token, via, once };
  let booked: Booked = { kind: 'taken', reason: 'BUSY' };
  for (const offer of inTurn(offers.value, token)) {
    booked = await bookWith(context, offer, wish, outside);
    if (booked.kind !== 'taken') break;
  }
  return booked.kind === 'refused' ? booked.refused : done(booked);
}

/** The page asked those of the service that was chosen, whoever is booked in the end. */
function questionsOf(offers: readonly [Offer, ...Offer[]], serviceId: string) {
  const named = offers.find(({ service }) => service.id === serviceId) ?? offers[0];
  return named.service.questions;
}

/** Whoever is lost to somebody else, another free artist is tried before the client hears no. */
function inTurn(offers: readonly Offer[], seed: string): readonly Offer[] {
  const order = orderArtists(
    offers.map(({ artist }) => ({ artist: artist.id, booked: 0 })),
    seed,
  );
  return order.flatMap((id) => offers.find(({ artist }) => artist.id === id) ?? []);
}

async function bookWith(context: BookContext, offer: Offer, wish: Wish, outside: Outside): Promise<Booked> {
  const hold = await holdOf(context.database, wish);
  const look = { artistId: offer.artist.id, start: wish.input.start, holdId: hold?.id ?? null };
  const early =
    (await claimedAlready(context.database, { ...look, now: context.clock() })) ??
    (await unavailable(context, offer, look));
  if (early !== null) return { kind: 'taken', reason: early };
  const verified = await outside(() => verifyArtist(context, offer.artist.id));
  const late = await claimedAlready(context.database, { ...look, now: context.clock() });
  if (late !== null) return { kind: 'taken', reason: late };
  return transact(context.database, (transaction) => claimIt(transaction, context, offer, wish, verified));
}

/** A look without waiting for anybody. */
async function unavailable(
  { database, clock }: BookContext,
  offer: Offer,
  { start, holdId }: { readonly start: Date; readonly holdId: string | null },
): Promise<SlotReason | null> {
  const found = await checkOffer(database.query, offer, start, clock(), { holdId });
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
  const barred = await admit(transaction, context.origin, {
    artistId: artist.id,
    email: wish.client.email,
    now,
  });
  if (barred) return { kind: 'refused', refused: barred };
  await takeTurnsAt(transaction, offer, now);
  const hold = await holdOf(transaction, wish);
  const place = (await lockCalendars(transaction, calendarsOf(artist))).get(artist.calendarId ?? '');
  if (!place) return { kind: 'taken', reason: 'CLOSED' };
  const own = { holdId: hold?.id ?? null };
  const found = await checkOffer(transaction.query, offer, wish.input.start, now, own);
  if (!found.available) return { kind: 'taken', reason: found.reason };
  const wrong =
    (await wrongImages(transaction, wish.input.images)) ?? (await spend(transaction, context.origin));
  if (wrong) return { kind: 'refused', refused: wrong };
  if (hold) await deleteHold(transaction, hold.id);
  const chairId = found.chairs[0] ?? null;
  const doubt = await doubtAt(transaction.query, artist.id, found.slot);
  const booking = newBooking(context.newId, offer, wish, { slot: found.slot, chairId, verified, doubt, now });
  const { token, via } = wish;
  const stored = { booking, artist, place, token, via, party: 'client', actorId: null } as const;
  if (!(await storeBooking(transaction, context, stored)))
    throw new Error('a slot that was checked in turn is taken');
  await attachImages(transaction, { bookingId: booking.id }, wish.input.images);
  await wish.once?.keep(transaction, booking, artist.slug);
  return { kind: 'booked', booking, artistSlug: artist.slug };
}
