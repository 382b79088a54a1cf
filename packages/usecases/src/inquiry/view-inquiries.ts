import { type ArtistRow, listArtists } from '@atelier/database/booking/artist-store';
import { listImages } from '@atelier/database/image/image-store';
import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import {
  listOfferedTimes,
  listSessions,
  type OfferedTimeRow,
  type SessionRow,
} from '@atelier/database/inquiry/session-store';
import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';
import type { ClientInquiry, InquirySession, SessionBooking } from './client-inquiry.ts';
import { type AskedTime, freeTimes } from './free-times.ts';
import { stands } from './session-standing.ts';

export type ViewContext = Pick<Context, 'database' | 'clock' | 'given'>;

export interface ViewedInquiry {
  readonly row: InquiryRow;
  readonly inquiry: ClientInquiry;
  readonly imageIds: readonly string[];
}

/** Where the booking of a session is looked at: the client and the studio have pages of their own. */
export type BookingPage = (session: SessionRow & { readonly bookingId: string }) => string;

const MINUTE_MS = 60_000;

/** Inquiries with everything that belongs to them; which offered times are free is looked up now. */
export async function viewInquiries(
  context: ViewContext,
  rows: readonly InquiryRow[],
  pageOf: BookingPage,
): Promise<readonly ViewedInquiry[]> {
  const { database, clock } = context;
  const { zone } = await readStudio(database, context);
  const ids = rows.map(({ id }) => id);
  const sessions = await listSessions(database, ids);
  const times = await listOfferedTimes(database, ids);
  const images = await listImages(database, { inquiryIds: ids });
  const artistIds = [...new Set(rows.flatMap(({ artistId }) => artistId ?? []))];
  const artists = new Map((await listArtists(database, { ids: artistIds })).map((one) => [one.id, one]));
  const free = await freeTimes(database, askedTimes(rows, sessions, times), clock());
  return rows.map((row) => {
    const imageIds = images.filter(({ inquiryId }) => inquiryId === row.id).map(({ id }) => id);
    const own = sessions.filter(({ inquiryId }) => inquiryId === row.id);
    const inquiry = {
      ...described(row),
      ...artistOf(row, artists, zone),
      images: imageIds.length,
      sessions: own.map((session) => sessionOf(session, times, free, pageOf)),
    };
    return { row, inquiry, imageIds };
  });
}

function described(row: InquiryRow) {
  const { state, idea, placement, size, style, budget, preferredDays, quote, deposit, message } = row;
  const client = { name: row.clientName, email: row.clientEmail, phone: row.clientPhone };
  const wish = { idea, placement, size, style, budget, preferredDays };
  const { expiresAt, createdAt } = row;
  return { state, ...wish, client, quote, deposit, message, expiresAt, createdAt };
}

function artistOf(
  { artistId }: InquiryRow,
  artists: ReadonlyMap<string, ArtistRow>,
  studioZone: string,
): Pick<ClientInquiry, 'artist' | 'zone'> {
  const artist = artists.get(artistId ?? '');
  if (!artist) return { artist: null, zone: studioZone };
  return { artist: { slug: artist.slug, name: artist.name }, zone: artist.timeZone };
}

/** Only where something can still be chosen; of a session that has its appointment nothing can. */
function askedTimes(
  rows: readonly InquiryRow[],
  sessions: readonly SessionRow[],
  times: readonly OfferedTimeRow[],
): readonly AskedTime[] {
  return times.flatMap(({ id, sessionId, startsAt: start }) => {
    const session = sessions.find((one) => one.id === sessionId);
    const row = rows.find((one) => one.id === session?.inquiryId);
    if (!session || !row || row.artistId === null || row.state !== 'OFFERED' || stands(session)) return [];
    return [{ id, artistId: row.artistId, start, end: endOf(start, session.minutes) }];
  });
}

export function endOf(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * MINUTE_MS);
}

function sessionOf(
  session: SessionRow,
  times: readonly OfferedTimeRow[],
  free: ReadonlySet<string>,
  pageOf: BookingPage,
): InquirySession {
  const { number, minutes } = session;
  const offered = times
    .filter(({ sessionId }) => sessionId === session.id)
    .map(({ id, startsAt: start }) => ({ id, start, end: endOf(start, minutes), free: free.has(id) }));
  return { number, minutes, offered, booking: bookingOf(session, pageOf) };
}

function bookingOf(session: SessionRow, pageOf: BookingPage): SessionBooking | null {
  const { bookingId, bookingState: state, bookingStartsAt: start, bookingEndsAt: end } = session;
  if (bookingId === null || state === null || start === null || end === null) return null;
  return { state, start, end, manageUrl: pageOf({ ...session, bookingId }) };
}
