import type { CalendarProvider, DiscoveredAccount } from '../port.ts';
import { accountAddresses } from './account-addresses.ts';
import { calendarSession, type SyncLimits } from './calendar-session.ts';
import { changes } from './changes.ts';
import type { DavClient } from './dav-client.ts';
import { fetchByName } from './fetch-by-name.ts';
import { findByUid } from './find-by-uid.ts';
import { listCalendars } from './list-calendars.ts';
import { moveObject } from './move-object.ts';
import { putObject } from './put-object.ts';
import { recheck } from './recheck.ts';
import { removeObject } from './remove-object.ts';

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
    addresses: () => accountAddresses(client, account.principalUrl),
    listCalendars: () => listCalendars(client, homes, account.principalUrl),
    changes: (request) => changes(session(request.calendarHref), request),
    recheck: (calendarHref) => recheck(session(calendarHref)),
    put: (request) => putObject(session(request.calendarHref), request),
    remove: (request) => removeObject(session(request.calendarHref), request),
    move: (request) => moveObject(session(request.calendarHref), session(request.to.calendarHref), request),
    fetch: (calendarHref, hrefs) => fetchByName(session(calendarHref), hrefs),
    findByUid: (calendarHref, uid) => findByUid(session(calendarHref), uid),
    get traffic() {
      return { ...client.meter };
    },
    close: async () => undefined,
  };
}
