import type { JsonValue } from '@atelier/booking/canonical-request';
import { type BookingRow, listBookings } from '@atelier/database/booking/booking-store';
import { findAnswer, takeKey } from '@atelier/database/booking/idempotency-store';
import { lockCalendars } from '@atelier/database/calendar/calendar-place';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import { type Keyed, keepSealed, keyedRequest, openSealed } from '../../answered-once.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { calendarsOf } from '../availability/calendars-of.ts';
import { takeTurnsAt } from '../availability/check-offer.ts';
import { findOffers, type Offer } from '../availability/offer.ts';
import { verifyArtist } from '../availability/verify-artist.ts';
import { mailNewBooking } from '../mail/mail-new-booking.ts';
import type { BookContext, Via } from '../request/booking-request.ts';
import { type ClientDetails, readClient, readNote, type TypedClient } from '../request/client-details.ts';
import { newBooking } from '../request/new-booking.ts';
import { storeBooking } from '../request/store-booking.ts';
import { freeSessions } from './free-sessions.ts';
import { type SeriesTimes, seriesTimes } from './series-times.ts';

/** An appointment, or several at one rhythm, that the studio makes for a client. */
export interface BookSeries extends SeriesTimes {
  /** A slug. */
  readonly artist: string;
  readonly serviceId: string;
  readonly client: TypedClient;
  readonly note?: string | null | undefined;
  /** False: as a request, which the artist still has to confirm. */
  readonly confirmed: boolean;
  readonly language?: string | undefined;
  /** IANA zone of the client. */
  readonly zone?: string | null | undefined;
  /** Asking again with it gives the first answer (B5). */
  readonly key: string;
}

export interface BookedSeries {
  /** In order of time. */
  readonly bookings: readonly BookingRow[];
}

/** A series that has been read. */
interface SeriesRequest {
  readonly input: BookSeries;
  readonly client: ClientDetails;
  readonly note: string | null;
  readonly starts: readonly Date[];
  readonly keyed: Keyed;
  readonly actor: Actor;
  readonly via: Via;
  readonly verified: boolean;
}

/**
 * Makes an appointment or a series for a client: all sessions or none (case 43), in one transaction. Hours, grid, notice,
 * horizon and limit do not bind the studio; events and claims do, and a refusal names the sessions that are not free.
 * Staff and admins book for everybody, artists for themselves. The client gets one mail for all.
 */
export async function bookSeries(
  context: BookContext,
  actor: Actor,
  input: BookSeries,
  via: Via,
): Promise<Outcome<BookedSeries>> {
  const keyed = keyedRequest(input.key, asked(input));
  if (!keyed.ok) return keyed;
  const before = await findAnswer(context.database, input.key);
  if (before) return told(context, openSealed<readonly string[]>(context, keyed.value, before));
  const client = readClient(input.client);
  if (!client.ok) return client;
  const note = readNote(input.note);
  if (!note.ok) return note;
  const offer = await ownOffer(context, actor, input);
  if (!offer.ok) return offer;
  const starts = seriesTimes(input, offer.value, context.clock());
  if (!starts.ok) return starts;
  const read = { client: client.value, note: note.value, starts: starts.value, keyed: keyed.value };
  const verified = await verifyArtist(context, offer.value.artist.id, 'person');
  const request = { input, ...read, actor, via, verified };
  const ids = await transact(context.database, (transaction) =>
    bookAll(transaction, context, offer.value, request),
  );
  return told(context, ids);
}

async function told(
  { database }: BookContext,
  ids: Outcome<readonly string[]>,
): Promise<Outcome<BookedSeries>> {
  if (!ids.ok) return ids;
  const asked = { ids: ids.value, visibleTo: null, limit: ids.value.length };
  return done({ bookings: await listBookings(database, asked) });
}

function asked({ start, ...input }: BookSeries): JsonValue {
  return { ...input, start: start.toJSON(), kind: 'series' } as unknown as JsonValue;
}

/** A foreign artist and one that never was are answered alike. */
async function ownOffer(
  { database }: BookContext,
  actor: Actor,
  { artist, serviceId }: BookSeries,
): Promise<Outcome<Offer>> {
  if (artist === 'any') return refusedFor('invalid', 'which-artist');
  const offers = await findOffers(database, { artist, serviceId });
  if (!offers.ok) return offers;
  const [offer] = offers.value;
  if (actor.role !== 'ARTIST' || offer.artist.userId === actor.userId) return done(offer);
  return refusedFor('not-found', 'nobody-offers');
}

/** The ids of what was booked; everything is looked at before anything is written. */
async function bookAll(
  transaction: Transaction,
  context: BookContext,
  offer: Offer,
  request: SeriesRequest,
): Promise<Outcome<readonly string[]>> {
  const { artist } = offer;
  const now = context.clock();
  const before = await takeKey(transaction, request.keyed.key);
  if (before) return openSealed<readonly string[]>(context, request.keyed, before);
  await takeTurnsAt(transaction, offer, now);
  const place = (await lockCalendars(transaction, calendarsOf(artist))).get(artist.calendarId ?? '');
  if (!place) return refusedFor('conflict', 'artist-without-calendar');
  const sessions = await freeSessions(transaction, offer, request.starts, now);
  if (!sessions.ok) return sessions;
  const seriesId = sessions.value.length > 1 ? context.newId() : null;
  const studio = { confirmed: request.input.confirmed, seriesId };
  const [first, ...others] = sessions.value.map((found) =>
    newBooking(context.newId, offer, request, { ...found, verified: request.verified, now, studio }),
  );
  if (!first) throw new Error('a series without a session');
  const bookings = [first, ...others] as const;
  const made = { artist, place, token: null, via: request.via, party: 'artist', quiet: true } as const;
  for (const booking of bookings) {
    if (!(await storeBooking(transaction, context, { ...made, booking, actorId: request.actor.userId })))
      throw new Error('a session that was checked in turn is taken');
  }
  await mailNewBooking(transaction, context, { bookings, artist, actorId: request.actor.userId });
  const ids = bookings.map(({ id }) => id);
  await keepSealed(transaction, context, request.keyed, ids);
  return done(ids);
}
