import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import { type DavClient, itemsOf } from '../wire/dav-client.ts';
import { collectionHref } from '../wire/href.ts';
import { CALENDAR_PROPERTIES } from '../wire/request-bodies.ts';
import { toRemoteCalendar } from './remote-calendar.ts';

/** Bytes: some two kilobytes a calendar, and more where each carries the definition of its zone. */
const LONGEST_LIST = 4 * 1024 * 1024;

/** The calendars of one home, in the server's order, in one request. Throws ProviderFailure. */
export async function listHome(
  client: DavClient,
  home: URL,
  principalUrl: string | null = null,
): Promise<readonly RemoteCalendar[]> {
  const answer = await client.ask({
    method: 'PROPFIND',
    url: home,
    depth: 1,
    body: CALENDAR_PROPERTIES,
    quick: true,
    maxBytes: LONGEST_LIST,
  });
  const path = collectionHref(home.pathname);
  const calendars: RemoteCalendar[] = [];
  for await (const item of itemsOf(answer)) {
    const calendar = item.kind === 'response' ? toRemoteCalendar(item, path, principalUrl) : null;
    if (calendar !== null) calendars.push(calendar);
  }
  return calendars;
}

/** The calendars of all homes; one that two homes show alike is listed once (Zimbra lists some hrefs twice). */
export async function listCalendars(
  client: DavClient,
  homes: readonly URL[],
  principalUrl: string | null = null,
): Promise<readonly RemoteCalendar[]> {
  const byHref = new Map<string, RemoteCalendar>();
  for (const home of homes) {
    for (const calendar of await listHome(client, home, principalUrl)) byHref.set(calendar.href, calendar);
  }
  return [...byHref.values()];
}
