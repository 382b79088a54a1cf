import type { GoogleSettings } from './google-settings.ts';
import {
  type Fields,
  GoogleError,
  isCancelled,
  objectIn,
  type StoredCalendar,
  type StoredEvent,
  textIn,
} from './google-store.ts';
import { shown } from './instances.ts';

/** May not stand beside a sync token (reference of `events.list`). */
const NOT_WITH_TOKEN = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

interface PageToken {
  /** The place in the list, by rows. */
  readonly at: number;
  /** Where the calendar stood when the list was begun, and what it is told from. */
  readonly upTo: number;
  readonly from: number;
  /** The token of an empty page between two. */
  readonly empty: boolean;
}

/** `events.list`: everything, or what changed since a token. */
export function listEvents(
  calendar: StoredCalendar,
  query: URLSearchParams,
  settings: GoogleSettings,
  emptied: boolean,
): Fields {
  const since = query.get('syncToken');
  checkQuery(query, since);
  const from = since === null ? 0 : readSyncToken(calendar, since);
  const page = readPageToken(calendar, query.get('pageToken')) ?? {
    at: 0,
    upTo: calendar.sequence,
    from,
    empty: false,
  };
  const rows = emptied ? [] : rowsFor(calendar, query, settings, page.from);
  const size = Math.min(Number(query.get('maxResults') ?? 250), settings.pageSize);
  const items = page.empty ? [] : rows.slice(page.at, page.at + size);
  const at = page.empty ? page.at : page.at + size;
  const isLast = at >= rows.length;
  const next = { ...page, at, empty: settings.emptyPages && !page.empty };
  return {
    kind: 'calendar#events',
    etag: `"p${calendar.sequence}"`,
    summary: calendar.entry['summary'],
    timeZone: calendar.timeZone,
    accessRole: calendar.entry['accessRole'],
    items: items.map(({ event, old }) =>
      old ? { ...shown(calendar, event), summary: 'Old' } : shown(calendar, event),
    ),
    ...(isLast
      ? syncTokenFor(calendar, query, page.upTo)
      : { nextPageToken: writeToken('page', calendar, next) }),
  };
}

function checkQuery(query: URLSearchParams, since: string | null): void {
  if (since === null) return;
  const wrong = NOT_WITH_TOKEN.find((name) => query.has(name));
  if (wrong !== undefined) throw new GoogleError(400, 'invalid', `Sync token cannot be used with ${wrong}.`);
  if (query.get('showDeleted') === 'false')
    throw new GoogleError(400, 'invalid', 'Sync token cannot be used without deleted events.');
}

/** A list that was narrowed down has none. */
function syncTokenFor(calendar: StoredCalendar, query: URLSearchParams, upTo: number): Fields {
  const narrowed = ['iCalUID', 'privateExtendedProperty', 'q', 'timeMin', 'timeMax', 'orderBy'];
  if (narrowed.some((name) => query.has(name))) return {};
  return { nextSyncToken: writeToken('sync', calendar, { upTo }) };
}

interface Row {
  readonly event: StoredEvent;
  /** Told as it was before. */
  readonly old: boolean;
}

function rowsFor(
  calendar: StoredCalendar,
  query: URLSearchParams,
  settings: GoogleSettings,
  from: number,
): readonly Row[] {
  const withDeleted = from > 0 || query.get('showDeleted') === 'true';
  const uid = query.get('iCalUID');
  const property = query.get('privateExtendedProperty');
  const events = [...calendar.events.values()]
    .toSorted((a, b) => a.sequence - b.sequence)
    .filter(({ sequence }) => sequence > from)
    .filter((event) => withDeleted || !isCancelled(event) || event.fields['recurringEventId'] !== undefined)
    .filter((event) => uid === null || hasUid(calendar, event, uid, settings))
    .filter((event) => property === null || hasProperty(event, property));
  const rows = events.map((event) => ({ event, old: false }));
  if (!settings.repeats || from === 0) return rows;
  const told = rows
    .filter(({ event }) => !isCancelled(event))
    .map(({ event }) => ({ event: before(event), old: true }));
  return [...told, ...rows];
}

/** The same row as it was an hour ago. */
function before(event: StoredEvent): StoredEvent {
  const updated = Temporal.Instant.from(textIn(event.fields, 'updated') ?? '')
    .subtract({ hours: 1 })
    .toString();
  return { ...event, sequence: 0, fields: { ...event.fields, updated } };
}

function hasUid(
  calendar: StoredCalendar,
  event: StoredEvent,
  uid: string,
  { uidListing }: GoogleSettings,
): boolean {
  const masterId = textIn(event.fields, 'recurringEventId');
  if (masterId !== null && isCancelled(event) && uidListing === 'without-cancelled') return false;
  const own = textIn(event.fields, 'iCalUID');
  const master = masterId === null ? undefined : calendar.events.get(masterId);
  return (own ?? textIn(master?.fields, 'iCalUID')) === uid;
}

function hasProperty(event: StoredEvent, wanted: string): boolean {
  const [name = '', ...value] = wanted.split('=');
  const own = objectIn(objectIn(event.fields, 'extendedProperties'), 'private');
  return !isCancelled(event) && textIn(own, name) === value.join('=');
}

function writeToken(kind: 'page' | 'sync', calendar: StoredCalendar, content: object): string {
  return Buffer.from(JSON.stringify({ kind, calendar: calendar.id, ...content })).toString('base64url');
}

function readToken(kind: 'page' | 'sync', calendar: StoredCalendar, text: string): Fields | null {
  try {
    const content = JSON.parse(Buffer.from(text, 'base64url').toString()) as Fields;
    return content['kind'] === kind && content['calendar'] === calendar.id ? content : null;
  } catch {
    return null;
  }
}

function readSyncToken(calendar: StoredCalendar, text: string): number {
  const upTo = readToken('sync', calendar, text)?.['upTo'];
  if (typeof upTo !== 'number' || upTo < calendar.oldestToken)
    throw new GoogleError(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.');
  return upTo;
}

function readPageToken(calendar: StoredCalendar, text: string | null): PageToken | null {
  if (text === null) return null;
  const content = readToken('page', calendar, text);
  if (content === null || Number(content['upTo']) < calendar.oldestToken)
    throw new GoogleError(410, 'fullSyncRequired', 'Page token is no longer valid.');
  return content as unknown as PageToken;
}
