import { noteOrigin } from '@atelier/database/abuse/open-requests';
import type { ArtistRow } from '@atelier/database/booking/artist-store';
import { type BookingRow, insertBooking } from '@atelier/database/booking/booking-store';
import { insertLink } from '@atelier/database/booking/link-store';
import { insertStep } from '@atelier/database/booking/step-store';
import type { CalendarPlace } from '@atelier/database/calendar/calendar-place';
import type { Transaction } from '@atelier/database/transaction';
import { tellRequest } from '../../notify/tell-request.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { hashToken } from '../../tokens.ts';
import { writeEntry } from '../entry/write-entry.ts';
import { claimTime } from '../hold/claim-time.ts';
import { mailNewBooking } from '../mail/mail-new-booking.ts';
import type { BookContext, Via } from './booking-request.ts';

export interface StoreBooking {
  readonly booking: BookingRow;
  readonly artist: ArtistRow;
  /** The calendar that receives the artist's bookings, locked. */
  readonly place: CalendarPlace;
  /** Of the client's link; null where only a mail brings one. */
  readonly token: string | null;
  readonly via: Via;
  readonly party: 'client' | 'artist';
  /** Who is signed in; null for a client. */
  readonly actorId: string | null;
  /** Nobody is told: the mail is made elsewhere. */
  readonly quiet?: true;
}

/**
 * Writes all that a new booking is: its row, the client's link, the claims, the first step, the event with the wish to
 * have it at the provider (B3), and the mails. Call it with turns taken and the calendars locked.
 * @returns false when the time is taken; the caller then gives its transaction up, or its savepoint.
 */
export async function storeBooking(
  transaction: Transaction,
  context: BookContext,
  { booking, artist, place, token, via, party, actorId, quiet }: StoreBooking,
): Promise<boolean> {
  const { newId } = context;
  const { id: bookingId, state: toState, startsAt, endsAt, createdAt: at } = booking;
  await insertBooking(transaction, booking);
  if (context.origin) await noteOrigin(transaction, bookingId, context.origin.hash);
  if (token !== null)
    await insertLink(transaction, { tokenHash: hashToken(token), bookingId, party: 'client' }, at);
  const kind = toState === 'CONFIRMED' ? 'CONFIRMED' : 'REQUESTED';
  if (!(await claimTime(transaction, newId, { ...booking, kind, holder: { bookingId } }))) return false;
  const what = {
    action: 'request',
    fromState: null,
    toState,
    startsAt,
    endsAt,
    detail: null,
    unverified: false,
  };
  await insertStep(transaction, { id: newId(), bookingId, at, party, actorId, via, ...what });
  const { url } = await readStudio(transaction, context);
  const entry = { place, zone: artist.timeZone, url, actorId, now: at, newId };
  await writeEntry(transaction, booking, entry);
  if (!quiet && toState === 'REQUESTED' && party === 'client')
    await tellRequest(transaction, context, { booking, artist });
  if (!quiet) await mailNewBooking(transaction, context, { bookings: [booking], artist, actorId });
  return true;
}
