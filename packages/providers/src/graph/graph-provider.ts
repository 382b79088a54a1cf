import type { CalendarProvider } from '../port/calendar-provider.ts';
import type { GraphAccount } from './graph-account.ts';
import { changes } from './read/changes.ts';
import { findByUid } from './read/find-by-uid.ts';
import { listCalendars } from './read/list-calendars.ts';
import { fetchByHref, recheck } from './read/recheck.ts';
import type { GraphClient } from './wire/graph-client.ts';
import { putEvent } from './write/put-event.ts';
import { removeEvent } from './write/remove-event.ts';

/** The port over one mailbox of Microsoft Graph. The HTTP connections belong to whoever made the client. */
export function createGraphProvider(client: GraphClient, account: GraphAccount): CalendarProvider {
  return {
    addresses: async () => account.addresses,
    schedules: async () => false,
    listCalendars: (kept) => listCalendars(client, account.addresses, kept),
    changes: (request) => changes(client, request),
    recheck: (calendarHref) => recheck(client, calendarHref),
    put: (request) => putEvent(client, request),
    remove: (request) => removeEvent(client, request),
    // Graph v1.0 has no way to move an event: the engine copies, then deletes.
    move: async () => ({ outcome: 'unsupported' }),
    fetch: (calendarHref, hrefs) => fetchByHref(client, calendarHref, hrefs),
    findByUid: (calendarHref, uid) =>
      uid === '' ? Promise.resolve(null) : findByUid(client, calendarHref, uid),
    get traffic() {
      return { ...client.meter };
    },
    close: async () => undefined,
  };
}
