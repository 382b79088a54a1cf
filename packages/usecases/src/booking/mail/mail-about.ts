import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { MailAbout } from '@atelier/database/mail/mail-store';
import type { ArtistMailKind } from './artist-mail.ts';
import type { ClientMailKind } from './client-mail.ts';

type Bookings = readonly [BookingRow, ...BookingRow[]];

/** Who asks for an answer has nothing to ask for once it was given. */
const ASKS: readonly ArtistMailKind[] = ['requested', 'requestMoved'];
const DAY_MS = 24 * 3_600_000;

/** How long a mail to a client is true (B10). Of sessions that were booked together no later mail tells it all. */
export function clientMailAbout(kind: ClientMailKind, bookings: Bookings, now: Date): MailAbout {
  const [first, ...others] = bookings;
  return {
    thread: others.length > 0 ? null : `booking:${first.id}:client`,
    bookingId: first.id,
    // Who is reminded of what has begun is not helped.
    validUntil: kind === 'reminder' ? first.startsAt : overAt(bookings, now),
  };
}

/** The same for a mail to the artist. What could not be followed is said beside whatever else is. */
export function artistMailAbout(kind: ArtistMailKind, bookings: Bookings, now: Date): MailAbout {
  const [first, ...others] = bookings;
  const alone = others.length === 0;
  return {
    thread: alone ? `booking:${first.id}:${kind === 'trouble' ? 'trouble' : 'artist'}` : null,
    bookingId: first.id,
    needsState: alone && ASKS.includes(kind) ? 'REQUESTED' : null,
    validUntil: overAt(bookings, now),
  };
}

/** The end of the last appointment; news of one that was over when it was written is good for a day. */
function overAt(bookings: Bookings, now: Date): Date {
  const ends = bookings.map(({ endsAt }) => endsAt.getTime());
  return new Date(Math.max(...ends, now.getTime() + DAY_MS));
}
