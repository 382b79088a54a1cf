import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { readStudio } from '../../studio/read-studio.ts';
import { bookingAddress } from '../link/booking-address.ts';
import { OPENS_NOTHING } from '../link/opened-link.ts';
import { calendarFile } from '../mail/calendar-file.ts';
import { readLink } from './see-by-link.ts';

export interface CalendarText {
  readonly name: string;
  /** iCalendar (RFC 5545). */
  readonly text: string;
}

/** The file that puts a booking into the client's own calendar; of sessions booked together, all of them. */
export async function calendarOf(
  context: Pick<Context, 'database' | 'clock' | 'given'>,
  token: string,
): Promise<Outcome<CalendarText>> {
  const seen = await readLink(context, token);
  if (!seen) return OPENS_NOTHING;
  const { booking, sessions, artist, party } = seen;
  const bookings = sessions.length === 0 ? [booking] : sessions;
  const studio = await readStudio(context.database, context);
  const link = party === 'client' ? bookingAddress(studio.url, token) : null;
  const text = calendarFile({ bookings, artist: artist.name, studio, link, as: 'file' });
  return done({ name: 'booking.ics', text });
}
