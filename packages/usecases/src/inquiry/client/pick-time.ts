import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { takeTurns } from '@atelier/database/booking/claim-store';
import { type CalendarPlace, lockCalendars } from '@atelier/database/calendar/calendar-place';
import { findInquiry } from '@atelier/database/inquiry/inquiry-store';
import { setSessionBooking } from '@atelier/database/inquiry/session-store';
import { findUserById } from '@atelier/database/people/user-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { nearestLanguage } from '@atelier/words/language';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { calendarsOf } from '../../booking/availability/calendars-of.ts';
import { doubtAt } from '../../booking/availability/doubt-at.ts';
import { verifyArtist } from '../../booking/availability/verify-artist.ts';
import { storeBooking } from '../../booking/request/store-booking.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import type { ClientInquiry } from '../client-inquiry.ts';
import { freeTimes } from '../free-times.ts';
import type { InquiryContext } from '../inquiry-context.ts';
import { stands } from '../session-standing.ts';
import { changeInquiry, type LockedInquiry, lockWhole, stepOf } from '../step-inquiry.ts';
import { dueOf } from '../studio/offer-times.ts';
import { endOf } from '../view-inquiries.ts';
import { inquiryOf, seeInquiry, unknownLink } from './see-inquiry.ts';
import { sessionBooking } from './session-booking.ts';

export interface PickTime {
  readonly token: string;
  readonly offeredId: string;
}

export interface Picked {
  /** `taken`: the time is not to be had any more, or its session has another one. */
  readonly kind: 'booked' | 'taken';
  readonly inquiry: ClientInquiry;
}

/**
 * Makes an appointment of a time that the artist has offered: exactly one a session, and exactly one of all who want the
 * time (B1). Choosing the same once more is answered alike. The calendars are asked before (B2, B8); hours, notice and
 * grid do not bind, for the artist has proposed it.
 */
export async function pickTime(
  context: InquiryContext,
  { token, offeredId }: PickTime,
): Promise<Outcome<Picked>> {
  const id = await inquiryOf(context, token);
  const artist = id === null ? null : await artistOf(context, id);
  if (id === null || artist === undefined) return unknownLink();
  if (artist === null) return refusedFor('conflict', 'idea-not-answered');
  const verified = await verifyArtist(context, artist.id);
  const picked = await transact(context.database, (transaction) =>
    pick(transaction, context, { id, offeredId, artistId: artist.id, verified }),
  );
  if (!picked.ok) return picked;
  const inquiry = await seeInquiry(context, token);
  return inquiry.ok ? done({ kind: picked.value, inquiry: inquiry.value }) : inquiry;
}

/** @returns undefined when the inquiry is gone, null when nobody has taken it. */
async function artistOf(
  { database }: InquiryContext,
  id: string,
): Promise<{ readonly id: string } | null | undefined> {
  const row = await findInquiry(database, id);
  if (!row) return undefined;
  return row.artistId === null ? null : { id: row.artistId };
}

interface Picking {
  readonly id: string;
  readonly offeredId: string;
  readonly artistId: string;
  readonly verified: boolean;
}

/** Locks in the order in which everybody does: the times, the calendars, then what is to be booked. */
async function pick(
  transaction: Transaction,
  context: InquiryContext,
  { id, offeredId, artistId, verified }: Picking,
): Promise<Outcome<Picked['kind']>> {
  const now = context.clock();
  await takeTurns(transaction, [artistId], now);
  const [artist] = await listArtists(transaction, { ids: [artistId] });
  const places = artist ? await lockCalendars(transaction, calendarsOf(artist)) : new Map<string, never>();
  const place = places.get(artist?.calendarId ?? '');
  const locked = await lockWhole(transaction, id);
  if (!locked) return unknownLink();
  const step = stepOf(locked, { action: 'pick', by: 'client' });
  if (!step.ok) return step;
  if (isOver(locked, now)) return refusedFor('conflict', 'idea-times-lapsed');
  if (!artist || !place) return refusedFor('conflict', 'idea-artist-away');
  return chosen(transaction, context, { locked, offeredId, artist, place, verified, now });
}

function isOver({ inquiry: { expiresAt } }: LockedInquiry, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

interface Choice {
  readonly locked: LockedInquiry;
  readonly offeredId: string;
  readonly artist: ArtistRow;
  readonly place: CalendarPlace;
  readonly verified: boolean;
  readonly now: Date;
}

async function chosen(
  transaction: Transaction,
  context: InquiryContext,
  { locked, offeredId, artist, place, verified, now }: Choice,
): Promise<Outcome<Picked['kind']>> {
  const { inquiry, sessions, times } = locked;
  const offered = times.find((one) => one.id === offeredId);
  const session = sessions.find((one) => one.id === offered?.sessionId);
  // The artist may have proposed others while the page was open; it shows them now.
  if (!offered || !session) return done('taken');
  const { startsAt: start } = offered;
  if (stands(session))
    return done(session.bookingStartsAt?.getTime() === start.getTime() ? 'booked' : 'taken');
  const end = endOf(start, session.minutes);
  const asked = { id: offeredId, artistId: artist.id, start, end };
  if (!(await freeTimes(transaction, [asked], now)).has(offeredId)) return done('taken');
  const { sessionName } = MAIL_WORDS[nearestLanguage(await languageOf(transaction, artist))].inquiry;
  const name = sessionName(session.number, sessions.length);
  const when = { id: context.newId(), artistId: artist.id, number: session.number, name, start, end };
  const doubt = await doubtAt(transaction, artist.id, { start: start.getTime(), end: end.getTime() });
  const booking = sessionBooking(inquiry, {
    ...when,
    verified,
    doubt,
    noticeMinutes: artist.noticeMinutes,
    now,
  });
  const who = { token: null, via: 'page', party: 'client', actorId: null } as const;
  if (!(await storeBooking(transaction, context, { booking, artist, place, ...who })))
    throw new Error('a time that was checked in turn is taken');
  await setSessionBooking(transaction, session.id, booking.id);
  await changeInquiry(transaction, context, inquiry, {
    expiresAt: await dueOf(transaction, inquiry.id, now),
  });
  return done('booked');
}

async function languageOf(transaction: Transaction, { userId }: ArtistRow): Promise<string | null> {
  const user = userId === null ? null : await findUserById(transaction, userId);
  return user?.language ?? null;
}
