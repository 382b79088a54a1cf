import type { AlreadyGone } from '../../port/writes.ts';
import { requireCalendar } from '../read/calendar-there.ts';
import type { GoogleClient } from '../wire/google-client.ts';

/** Throws `not-found` where it is the calendar that is gone: nothing was said about the event then. */
export async function goneOrNotThere(client: GoogleClient, calendar: string): Promise<AlreadyGone> {
  await requireCalendar(client, calendar);
  return { outcome: 'gone' };
}
