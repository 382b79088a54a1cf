const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for XML content and attributes; control characters, which XML 1.0 cannot hold, are left out. */
function xmlText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);
}

const NAMESPACES =
  'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/" xmlns:a="http://apple.com/ns/ical/" xmlns:oc="http://owncloud.org/ns" xmlns:p="https://bitfire.at/webdav-push"';

function document(root: string, content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root} ${NAMESPACES}>${content}</${root}>`;
}

function propfind(names: readonly string[]): string {
  return document('d:propfind', `<d:prop>${names.map((name) => `<${name}/>`).join('')}</d:prop>`);
}

/** What a typed address turns out to be: a principal, a home, a calendar, or a mere root. */
export const WHAT_IS_THIS = propfind([
  'd:current-user-principal',
  'd:principal-URL',
  'd:resourcetype',
  'c:calendar-home-set',
]);

/** Everything that the list of calendars shows and that tells whether one of them changed. */
export const CALENDAR_PROPERTIES = propfind([
  'd:resourcetype',
  'd:displayname',
  'd:current-user-privilege-set',
  'd:supported-report-set',
  'd:sync-token',
  'cs:getctag',
  'a:calendar-color',
  'c:calendar-description',
  'c:calendar-timezone',
  'c:supported-calendar-component-set',
  'd:owner',
  'oc:owner-principal',
  'd:current-user-principal',
  'p:transports',
]);

export const USER_ADDRESSES = propfind(['c:calendar-user-address-set']);

export const COLLECTION_STATE = propfind(['d:resourcetype', 'cs:getctag', 'd:current-user-privilege-set']);

/** `resourcetype` tells collections apart, and tells an object without an etag from one that is gone. */
const MEMBER = ['d:getetag', 'd:resourcetype'];

export const MEMBERS = propfind(MEMBER);

/**
 * RFC 6578 3.2. An empty token asks for everything. No `limit` is ever sent: Nextcloud cuts a limited delta
 * short and still returns the newest token.
 */
export function syncCollection(token: string, withData: boolean): string {
  const names = withData ? [...MEMBER, 'c:calendar-data'] : MEMBER;
  const prop = names.map((name) => `<${name}/>`).join('');
  const sync = `<d:sync-token>${xmlText(token)}</d:sync-token><d:sync-level>1</d:sync-level>`;
  return document('d:sync-collection', `${sync}<d:prop>${prop}</d:prop>`);
}

/** RFC 4791 7.9. */
export function calendarMultiget(hrefs: readonly string[]): string {
  const list = hrefs.map((href) => `<d:href>${xmlText(href)}</d:href>`).join('');
  return document('c:calendar-multiget', `<d:prop><d:getetag/><c:calendar-data/></d:prop>${list}`);
}

/** RFC 4791 7.8: events that touch the time between two instants. */
export function eventsBetween(from: Temporal.Instant, to: Temporal.Instant): string {
  const range = `<c:time-range start="${icalendarUtc(from)}" end="${icalendarUtc(to)}"/>`;
  const filter = `<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">${range}</c:comp-filter></c:comp-filter>`;
  return document(
    'c:calendar-query',
    `<d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>${filter}</c:filter>`,
  );
}

/** RFC 4791 7.8.6, octet for octet. */
export function eventsWithUid(uid: string): string {
  const match = `<c:text-match collation="i;octet">${xmlText(uid)}</c:text-match>`;
  const property = `<c:prop-filter name="UID">${match}</c:prop-filter>`;
  const filter = `<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">${property}</c:comp-filter></c:comp-filter>`;
  return document(
    'c:calendar-query',
    `<d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>${filter}</c:filter>`,
  );
}

/** `20260704T100000Z`, the only form RFC 4791 9.9 allows. */
function icalendarUtc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}
