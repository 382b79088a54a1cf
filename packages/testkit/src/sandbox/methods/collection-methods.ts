import { type Exchange, lacks } from '../faults/exchange.ts';
import { addCalendar } from '../store/calendar-store.ts';
import type { StoredCalendar } from '../store/stored-calendar.ts';
import { type Answer, empty, failure, multistatus, propstatMarkup, responseMarkup } from '../wire/answer.ts';
import type { PropertyChange } from '../wire/dav-body.ts';
import { type DavName, escapeXml, markup, name } from '../wire/dav-name.ts';
import { calendarPath } from '../wire/layout.ts';
import { children, type XmlElement } from '../wire/xml-reader.ts';
import { calendarProperties } from './properties.ts';

const COMPONENTS = name('cal', 'supported-calendar-component-set');

/** MKCALENDAR (RFC 4791 5.3.1), and the extended MKCOL of RFC 5689. */
export function makeCalendar(exchange: Exchange, uri: string): Answer {
  const { dav } = exchange.request;
  if (dav !== null && (dav === 'unreadable' || dav.kind !== 'make-calendar')) {
    return failure(400, 'This is no mkcalendar document.');
  }
  if (lacks(exchange, 'make-calendar')) return failure(403, 'Calendars are not made here.');
  if (exchange.user.calendars.has(uri) || uri in exchange.layout.homeExtras) {
    return failure(405, 'There is something at this place already.', '<d:resource-must-be-null/>');
  }
  const changes = dav?.changes ?? [];
  const components = componentsOf(changes.find((change) => change.name === COMPONENTS)?.value);
  const calendar = addCalendar(exchange.store, exchange.user, { uri, ...(components && { components }) });
  for (const change of changes) if (isSettable(change.name)) applyChange(calendar, change);
  return empty(201);
}

function componentsOf(value: XmlElement | null | undefined): string[] | null {
  const listed = children(value ?? undefined, name('cal', 'comp')).flatMap(
    (comp) => comp.attributes.name ?? [],
  );
  return listed.length > 0 ? listed : null;
}

/** PROPPATCH (RFC 4918 9.2): all or nothing, with a status for each property. */
export function patchCalendar(exchange: Exchange, calendar: StoredCalendar): Answer {
  const { dav } = exchange.request;
  if (dav === 'unreadable' || dav?.kind !== 'proppatch') return failure(400, 'This is no propertyupdate.');
  if (calendar.readOnly && !exchange.layout.readOnlyPrivileges.includes('write-properties')) {
    return failure(403, 'This calendar is read-only.', '<d:need-privileges/>');
  }
  const refused = dav.changes.filter((change) => !isSettable(change.name));
  if (refused.length === 0) for (const change of dav.changes) applyChange(calendar, change);
  const settled = dav.changes.filter((change) => isSettable(change.name));
  const inner = [...propstat(refused, 403), ...propstat(settled, refused.length === 0 ? 200 : 424)].join('');
  return multistatus([responseMarkup(calendarPath(exchange.layout, calendar.owner, calendar.uri), inner)]);
}

const propstat = (changes: readonly PropertyChange[], status: number): string[] =>
  changes.length === 0
    ? []
    : [propstatMarkup(status, changes.map((change) => markup(change.name, '')).join(''))];

const settable: ReadonlySet<DavName> = new Set([
  name('d', 'displayname'),
  name('ical', 'calendar-color'),
  name('cal', 'calendar-description'),
  name('cal', 'calendar-timezone'),
]);

/** What the server does not make itself is a dead property and free to set. */
const isSettable = (property: DavName): boolean =>
  settable.has(property) || !calendarProperties.has(property);

/** Only text is kept: no client sets structured properties that it needs back. */
function applyChange(calendar: StoredCalendar, { name: property, value }: PropertyChange): void {
  if (value) calendar.properties.set(property, escapeXml(value.text));
  else calendar.properties.delete(property);
}

export function deleteCalendar(exchange: Exchange, calendar: StoredCalendar): Answer {
  if (calendar.readOnly) return failure(403, 'This calendar is read-only.', '<d:need-privileges/>');
  exchange.user.calendars.delete(calendar.uri);
  return empty(204);
}
