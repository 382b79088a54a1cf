import type { Opaque } from '../json.ts';
import type { CalendarProvider } from '../port/calendar-provider.ts';
import { type CalendarSession, calendarSession, type SyncLimits } from './collection/calendar-session.ts';
import { listCalendars } from './collection/list-calendars.ts';
import { davAccountOf, dialectOf } from './dav-account.ts';
import { accountAddresses } from './discover/account-addresses.ts';
import { fetchByName } from './fetch/fetch-by-name.ts';
import { findByUid } from './fetch/find-by-uid.ts';
import { changes } from './read/changes.ts';
import { recheck } from './read/recheck.ts';
import type { DavClient } from './wire/dav-client.ts';
import { moveObject } from './write/move-object.ts';
import { putObject } from './write/put-object.ts';
import { removeObject } from './write/remove-object.ts';

/** The port over one account of a CalDAV server. The HTTP connections belong to whoever made the client. */
export function createCalDavProvider(
  client: DavClient,
  reach: Opaque,
  limits: SyncLimits,
  monotonicMs: () => number,
): CalendarProvider {
  const account = davAccountOf(reach);
  const homes = account.homeUrls.map((home) => new URL(home));
  const shared = { client, origin: homes[0]?.origin ?? '', limits, monotonicMs, dialect: dialectOf(reach) };
  const session = (href: string): CalendarSession => calendarSession(shared, href);
  return {
    addresses: () => accountAddresses(client, account.principalUrl),
    schedules: async () => {
      const [home] = homes;
      return home !== undefined && (await client.features(home)).has('calendar-auto-schedule');
    },
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
