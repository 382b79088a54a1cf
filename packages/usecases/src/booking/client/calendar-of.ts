import type { Context } from '../../context.ts';
import { done, type Outcome } from '../../outcome.ts';
import { calendarFile } from '../mail/calendar-file.ts';
import { OPENS_NOTHING } from './opened-link.ts';
import { readLink } from './see-by-link.ts';

export interface CalendarText {
  readonly name: string;
  /** iCalendar (RFC 5545). */
  readonly text: string;
}

/** The file that puts a booking into the client's own calendar; of sessions booked together, all of them. */
export async function calendarOf(
  context: Pick<Context, 'database' | 'clock'>,
  token: string,
): Promise<Outcome<CalendarText>> {
  const seen = await readLink(context, token);
  if (!seen) return OPENS_NOTHING;
  const { booking, sessions, artist } = seen;
  const bookings = sessions.length === 0 ? [booking] : sessions;
  return done({ name: 'booking.ics', text: calendarFile(bookings, artist.name) });
}
