import type { RemoteCalendar } from '../../port/remote-calendar.ts';
import { pushOffer } from '../push/push-offer.ts';
import { APPLE, CALENDAR_SERVER, caldav, childrenNamed, dav, namesWithin } from '../wire/dav-element.ts';
import { type DavResponse, propText } from '../wire/dav-response.ts';
import { collectionHref } from '../wire/href.ts';
import { calendarColor } from './calendar-color.ts';
import { calendarTimeZone } from './calendar-time-zone.ts';
import type { DavCapabilities } from './dav-capabilities.ts';
import { isOwnedByOther } from './owner.ts';

/**
 * The calendar that a response of a home's listing describes, or null when it is something else: inbox,
 * outbox, trash, a deleted or merely subscribed calendar, one for tasks only.
 */
export function toRemoteCalendar(
  response: DavResponse,
  homePath: string,
  principalUrl: string | null = null,
): RemoteCalendar | null {
  if (!isCalendar(response)) return null;
  const components = componentsOf(response);
  if (components.length > 0 && !components.includes('VEVENT')) return null;
  const href = collectionHref(response.href, homePath);
  const syncToken = tokenText(response, dav('sync-token'));
  const ctag = tokenText(response, CTAG);
  return {
    href,
    name: propText(response, dav('displayname'))?.trim() || lastSegment(href),
    color: calendarColor(propText(response, `{${APPLE}}calendar-color`)),
    description: propText(response, caldav('calendar-description'))?.trim() || null,
    timeZone: calendarTimeZone(propText(response, caldav('calendar-timezone'))),
    readOnly: isReadOnly(response),
    ownedByOther: isOwnedByOther(response, principalUrl),
    components,
    version: syncToken ?? ctag,
    capabilities: capabilitiesOf(response, syncToken, ctag),
  };
}

export const CTAG = `{${CALENDAR_SERVER}}getctag`;

/** `cal:calendar` in the resource type is the only thing that makes a calendar. */
export function isCalendar(response: DavResponse): boolean {
  return namesWithin(response.props.get(dav('resourcetype'))).has(caldav('calendar'));
}

/** A token or ctag as opaque text; null when absent or empty. */
export function tokenText(response: DavResponse, name: string): string | null {
  return propText(response, name)?.trim() || null;
}

function componentsOf(response: DavResponse): readonly string[] {
  const set = response.props.get(caldav('supported-calendar-component-set'));
  return childrenNamed(set, caldav('comp'))
    .map((comp) => (comp.attributes['name'] ?? '').toUpperCase())
    .filter((name) => name !== '');
}

/**
 * Nextcloud grants `write-properties` on read-only shares, so "some kind of write" is not the test. A
 * server that tells no privileges at all is taken to allow writing.
 */
export function isReadOnly(response: DavResponse): boolean {
  const privileges = response.props.get(dav('current-user-privilege-set'));
  if (privileges === undefined) return false;
  const granted = namesWithin(privileges);
  return !['all', 'write', 'write-content', 'bind'].some((privilege) => granted.has(dav(privilege)));
}

function capabilitiesOf(
  response: DavResponse,
  syncToken: string | null,
  ctag: string | null,
): DavCapabilities {
  const reports = response.props.get(dav('supported-report-set'));
  const syncCollection =
    reports === undefined ? syncToken !== null : namesWithin(reports).has(dav('sync-collection'));
  const push = pushOffer(response);
  return { syncCollection, ctag: ctag !== null, ...(push && { push }) };
}

function lastSegment(href: string): string {
  const segment = href.split('/').at(-2) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
