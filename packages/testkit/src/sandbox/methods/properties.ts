import { type Exchange, lacks } from '../faults/exchange.ts';
import { TRANSPORTS, transports } from '../push/dav-push.ts';
import type { StoredUser } from '../store/calendar-store.ts';
import type { StoredCalendar, StoredObject } from '../store/stored-calendar.ts';
import { propstatMarkup } from '../wire/answer.ts';
import type { AskedProperties } from '../wire/dav-body.ts';
import { type DavName, escapeXml, markup, name } from '../wire/dav-name.ts';
import { homePath, type Layout, principalPath } from '../wire/layout.ts';
import { listedEtag } from './entity-tag.ts';
import { servedData } from './served-body.ts';
import { shownToken } from './sync-plan.ts';

/** Gives the inner markup of a property, or null where the resource does not have it. */
type Property<R> = (resource: R, exchange: Exchange) => string | null;
type PropertyTable<R> = ReadonlyMap<DavName, Property<R>>;

const href = (path: string): string => `<d:href>${escapeXml(path)}</d:href>`;

const privileges = (names: readonly string[]): string =>
  names.map((privilege) => `<d:privilege><d:${privilege}/></d:privilege>`).join('');

const OWNER = ['all', 'read', 'write', 'write-properties', 'write-content', 'bind', 'unbind', 'unlock'];

const currentUser: Property<unknown> = (_, exchange) =>
  lacks(exchange, 'current-user-principal') ? null : href(principalPath(exchange.layout, exchange.user.name));

const common: readonly [DavName, Property<unknown>][] = [
  [name('d', 'current-user-principal'), currentUser],
  [name('d', 'principal-collection-set'), (_, exchange) => href(exchange.layout.principals)],
];

export const collectionProperties: PropertyTable<unknown> = new Map([
  ...common,
  [name('d', 'resourcetype'), () => '<d:collection/>'],
  [name('d', 'current-user-privilege-set'), () => privileges(['read'])],
]);

/** Empty where the home is on the host that was asked. */
function homeOrigin({ partition }: Layout, host: string | undefined): string {
  const [, name, port = ''] = /^([^:]*)(:\d+)?$/.exec(host ?? '') ?? [];
  return partition !== null && name === partition.from ? `http://${partition.to}${port}` : '';
}

export const principalProperties: PropertyTable<StoredUser> = new Map<DavName, Property<StoredUser>>([
  ...common,
  [name('d', 'resourcetype'), () => '<d:collection/><d:principal/>'],
  [name('d', 'displayname'), (user) => escapeXml(user.displayName)],
  [name('d', 'principal-URL'), (user, { layout }) => href(principalPath(layout, user.name))],
  [name('d', 'current-user-privilege-set'), () => privileges(['read'])],
  [
    name('cal', 'calendar-home-set'),
    (user, { layout, request }) =>
      href(homeOrigin(layout, request.headers.host) + homePath(layout, user.name)),
  ],
  [name('cal', 'calendar-user-type'), () => 'INDIVIDUAL'],
  [
    name('cal', 'calendar-user-address-set'),
    (user, { layout }) =>
      href(`mailto:${user.name}@sandbox.example`) + href(principalPath(layout, user.name)),
  ],
]);

export const homeProperties: PropertyTable<StoredUser> = new Map<DavName, Property<StoredUser>>([
  ...common,
  [name('d', 'resourcetype'), () => '<d:collection/>'],
  [name('d', 'displayname'), (user) => escapeXml(user.displayName)],
  [name('d', 'owner'), (user, { layout }) => href(principalPath(layout, user.name))],
  [name('d', 'current-user-privilege-set'), () => privileges(OWNER)],
]);

const reports = ['d:sync-collection', 'cal:calendar-multiget', 'cal:calendar-query'];

const supportedReports: Property<StoredCalendar> = (_, exchange) =>
  reports
    .filter((report) => !(report === 'd:sync-collection' && lacks(exchange, 'sync-collection')))
    .filter((report) => !(report === 'cal:calendar-multiget' && lacks(exchange, 'multiget')))
    .map((report) => `<d:supported-report><d:report><${report}/></d:report></d:supported-report>`)
    .join('');

const calendarPrivileges: Property<StoredCalendar> = (calendar, exchange) => {
  if (lacks(exchange, 'privileges')) return null;
  return privileges(calendar.readOnly ? exchange.layout.readOnlyPrivileges : OWNER);
};

/** Set by clients: kept as they came, and absent until then. */
const kept = (property: DavName): [DavName, Property<StoredCalendar>] => [
  property,
  (calendar) => calendar.properties.get(property) ?? null,
];

export const calendarProperties: PropertyTable<StoredCalendar> = new Map<DavName, Property<StoredCalendar>>([
  ...common,
  [name('d', 'resourcetype'), () => '<d:collection/><cal:calendar/>'],
  kept(name('d', 'displayname')),
  [
    name('d', 'owner'),
    (calendar, { layout, effect }) =>
      href(principalPath(layout, effect('masked') ? 'somebody-else' : calendar.owner)),
  ],
  [name('d', 'current-user-privilege-set'), calendarPrivileges],
  [name('d', 'supported-report-set'), supportedReports],
  [
    name('d', 'sync-token'),
    (calendar, exchange) =>
      lacks(exchange, 'sync-collection') ? null : escapeXml(shownToken(exchange, calendar)),
  ],
  [
    name('cs', 'getctag'),
    (calendar, exchange) => (lacks(exchange, 'ctag') ? null : escapeXml(shownToken(exchange, calendar))),
  ],
  kept(name('ical', 'calendar-color')),
  kept(name('cal', 'calendar-description')),
  kept(name('cal', 'calendar-timezone')),
  [
    name('cal', 'supported-calendar-component-set'),
    (calendar) => calendar.components.map((component) => `<cal:comp name="${component}"/>`).join(''),
  ],
  [
    name('cal', 'supported-calendar-data'),
    () => '<cal:calendar-data content-type="text/calendar" version="2.0"/>',
  ],
  [name('cal', 'max-resource-size'), () => '10000000'],
  [TRANSPORTS, (_, { store }) => (store.push === null ? null : transports(store.push))],
]);

export const objectProperties: PropertyTable<StoredObject> = new Map<DavName, Property<StoredObject>>([
  [name('d', 'resourcetype'), () => ''],
  [
    name('d', 'getetag'),
    (object, exchange) => {
      const etag = lacks(exchange, 'etags-in-listings') ? null : listedEtag(exchange, object);
      return etag === null ? null : escapeXml(etag);
    },
  ],
  [name('d', 'getcontenttype'), () => 'text/calendar; charset=utf-8'],
  [name('d', 'getcontentlength'), (object) => String(Buffer.byteLength(object.body))],
  [name('d', 'getlastmodified'), (object) => new Date(object.modified.epochMilliseconds).toUTCString()],
  [name('cal', 'calendar-data'), (object, exchange) => servedData(exchange, object)],
]);

/** RFC 4791 5.2: CalDAV's own properties are not part of allprop. */
const isInAllprop = (property: DavName): boolean => property.startsWith('{DAV:}');

/** The propstats of a resource, ready to be made many times: the wanted columns are looked up once. */
export function propstats<R>(
  asked: AskedProperties,
  table: PropertyTable<R>,
  exchange: Exchange,
  dead: (resource: R) => ReadonlyMap<DavName, string> = () => new Map(),
): (resource: R) => string {
  if (asked.kind === 'names')
    return () => propstatMarkup(200, [...table.keys()].map((n) => markup(n, '')).join(''));
  const wanted = asked.kind === 'all' ? [...table.keys()].filter(isInAllprop) : asked.names;
  const columns = wanted.map((property) => ({ property, value: table.get(property) }));
  const minimal =
    asked.kind === 'all' || exchange.request.headers.prefer?.includes('return=minimal') === true;
  return (resource) => {
    let found = '';
    let missing = '';
    for (const { property, value } of columns) {
      const inner = value ? value(resource, exchange) : (dead(resource).get(property) ?? null);
      if (inner !== null) found += markup(property, inner);
      else if (!minimal) missing += markup(property, '');
    }
    const absent = missing === '' ? '' : propstatMarkup(404, missing);
    return found === '' && absent !== '' ? absent : propstatMarkup(200, found) + absent;
  };
}
