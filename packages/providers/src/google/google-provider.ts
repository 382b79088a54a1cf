import type { CalendarProvider } from '../port/calendar-provider.ts';
import { changes } from './read/changes.ts';
import { listCalendars } from './read/list-calendars.ts';
import { fetchByHref, findByUid, recheck } from './read/look-up.ts';
import type { GoogleClient } from './wire/google-client.ts';
import { moveEvent } from './write/move-event.ts';
import { putEvent } from './write/put-event.ts';
import { removeEvent } from './write/remove-event.ts';

/** The port over the calendars of one Google account. The HTTP connections belong to whoever made the client. */
export function createGoogleProvider(client: GoogleClient): CalendarProvider {
  return {
    async addresses() {
      const { address } = await listCalendars(client);
      return address === null ? [] : [address];
    },
    schedules: async () => false,
    listCalendars: async () => (await listCalendars(client)).calendars,
    changes: (request) => changes(client, request),
    recheck: (calendarHref) => recheck(client, calendarHref),
    put: (request) => putEvent(client, request),
    remove: (request) => removeEvent(client, request),
    move: (request) => moveEvent(client, request),
    fetch: (calendarHref, hrefs) => fetchByHref(client, calendarHref, hrefs),
    findByUid: (calendarHref, uid) => findByUid(client, calendarHref, uid),
    get traffic() {
      return { ...client.meter };
    },
    close: async () => undefined,
  };
}
