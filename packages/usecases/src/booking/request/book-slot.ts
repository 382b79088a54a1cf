import { orderArtists } from '@atelier/booking/slots/order-artists';
import type { SlotReason } from '@atelier/booking/slots/slot-query';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { deleteHold, findHold } from '@atelier/database/booking/hold-store';
import { type StoredAnswer, takeKey } from '@atelier/database/booking/idempotency-store';
import { lockCalendars } from '@atelier/database/calendar/calendar-place';
import { type Transaction, transact } from '@atelier/database/transaction';
import { admit, spend } from '../../abuse/admit.ts';
import { attachImages, wrongImages } from '../../image/attach-images.ts';
import { done, type Outcome } from '../../outcome.ts';
import { hashToken } from '../../tokens.ts';
import { calendarsOf } from '../availability/calendars-of.ts';
import { checkOffer, takeTurnsAt } from '../availability/check-offer.ts';
import { doubtAt } from '../availability/doubt-at.ts';
import { findOffers, type Offer } from '../availability/offer.ts';
import { verifyArtist } from '../availability/verify-artist.ts';
import { wrongAlternative } from './alternative-time.ts';
import type { BookContext, BookingRequest, BookSlot, Once, Via } from './booking-request.ts';
import { claimedAlready } from './claimed-already.ts';
import { readClient, readNote } from './client-details.ts';
import { newBooking } from './new-booking.ts';
import { readAnswers } from './read-answers.ts';
import { storeBooking } from './store-booking.ts';
import type { Released } from './submit-permits.ts';

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

/**
 * Books a time for a client: exactly one of all who want it (B1). The service, its length and its grid are read here
 * again; of what the client sent only the wish counts (B6).
 */
export async function bookSlot(
  context: BookContext,
  input: BookSlot,
  token: string,
  via: Via,
  { once = null, released }: { readonly once?: Once | null; readonly released: Released },
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
  const request = { input, ...read, token, via, once };
  let booked: Booked = { kind: 'taken', reason: 'BUSY' };
  for (const offer of inBookingOrder(offers.value, token)) {
    booked = await bookWith(context, offer, request, released);
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
function inBookingOrder(offers: readonly Offer[], seed: string): readonly Offer[] {
  const order = orderArtists(
    offers.map(({ artist }) => ({ artist: artist.id, booked: 0 })),
    seed,
  );
  return order.flatMap((id) => offers.find(({ artist }) => artist.id === id) ?? []);
}

async function bookWith(
  context: BookContext,
  offer: Offer,
  request: BookingRequest,
  released: Released,
): Promise<Booked> {
  const hold = await holdOf(context.database, request);
  const look = { artistId: offer.artist.id, start: request.input.start, holdId: hold?.id ?? null };
  const early =
    (await claimedAlready(context.database, { ...look, now: context.clock() })) ??
    (await unavailable(context, offer, look));
  if (early !== null) return { kind: 'taken', reason: early };
  const verified = await released(() => verifyArtist(context, offer.artist.id));
  const late = await claimedAlready(context.database, { ...look, now: context.clock() });
  if (late !== null) return { kind: 'taken', reason: late };
  return transact(context.database, (transaction) => claimIt(transaction, context, offer, request, verified));
}

/** A look without waiting for anybody. */
async function unavailable(
  { database, clock }: BookContext,
  offer: Offer,
  { start, holdId }: { readonly start: Date; readonly holdId: string | null },
): Promise<SlotReason | null> {
  const found = await checkOffer(database, offer, start, clock(), { holdId });
  return found.available ? null : found.reason;
}

function holdOf(
  asked: Parameters<typeof findHold>[0],
  { input }: BookingRequest,
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
  request: BookingRequest,
  verified: boolean,
): Promise<Booked> {
  const { artist } = offer;
  const now = context.clock();
  const answer = request.once && (await takeKey(transaction, request.once.key));
  if (answer) return { kind: 'repeated', answer };
  const barred = await admit(transaction, context.origin, {
    artistId: artist.id,
    email: request.client.email,
    now,
  });
  if (barred) return { kind: 'refused', refused: barred };
  await takeTurnsAt(transaction, offer, now);
  const hold = await holdOf(transaction, request);
  const place = (await lockCalendars(transaction, calendarsOf(artist))).get(artist.calendarId ?? '');
  if (!place) return { kind: 'taken', reason: 'CLOSED' };
  const own = { holdId: hold?.id ?? null };
  const found = await checkOffer(transaction, offer, request.input.start, now, own);
  if (!found.available) return { kind: 'taken', reason: found.reason };
  const wrong =
    (await wrongImages(transaction, request.input.images)) ?? (await spend(transaction, context.origin));
  if (wrong) return { kind: 'refused', refused: wrong };
  if (hold) await deleteHold(transaction, hold.id);
  const chairId = found.chairs[0] ?? null;
  const doubt = await doubtAt(transaction, artist.id, found.slot);
  const booking = newBooking(context.newId, offer, request, {
    slot: found.slot,
    chairId,
    verified,
    doubt,
    now,
  });
  const { token, via } = request;
  const stored = { booking, artist, place, token, via, party: 'client', actorId: null } as const;
  if (!(await storeBooking(transaction, context, stored)))
    throw new Error('a slot that was checked in turn is taken');
  await attachImages(transaction, { bookingId: booking.id }, request.input.images);
  await request.once?.keep(transaction, booking, artist.slug);
  return { kind: 'booked', booking, artistSlug: artist.slug };
}
