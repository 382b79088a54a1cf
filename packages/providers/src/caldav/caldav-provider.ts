import type { CalendarProvider, DiscoveredAccount } from '../port.ts';
import { calendarSession, type SyncLimits } from './calendar-session.ts';
import { changes } from './changes.ts';
import type { DavClient } from './dav-client.ts';
import { listCalendars } from './list-calendars.ts';
import { recheck } from './recheck.ts';

/** The port over one account of a CalDAV server. The HTTP connections belong to whoever made the client. */
export function createCalDavProvider(
  client: DavClient,
  account: DiscoveredAccount,
  limits: SyncLimits,
  monotonicMs: () => number,
): CalendarProvider {
  const homes = account.homeUrls.map((home) => new URL(home));
  const origin = homes[0]?.origin ?? '';
  const session = (href: string): ReturnType<typeof calendarSession> =>
    calendarSession(client, origin, href, limits, monotonicMs);
  return {
    listCalendars: () => listCalendars(client, homes),
    changes: (request) => changes(session(request.calendarHref), request),
    recheck: (calendarHref) => recheck(session(calendarHref)),
    get traffic() {
      return { ...client.meter };
    },
    close: async () => undefined,
  };
}
