import { type Fields, objectIn, type StoredEvent } from './google-store.ts';

/** One request as it was asked. */
export interface Asked {
  readonly method: string;
  /** Behind `/calendar/v3`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Fields | null;
}

/** Habits that cost people mails, changes or quota. */
export function habitsIn({ method, path, query, headers, body }: Asked): readonly string[] {
  const isEvent = /^\/calendars\/[^/]+\/events/.test(path);
  const writes = isEvent && method !== 'GET' && !/\/(?:watch|stop)$/.test(path);
  const changes = writes && method !== 'POST';
  return [
    ...(writes && query.get('sendUpdates') !== 'none' ? [`${method} does not say sendUpdates=none`] : []),
    ...(changes && headers['if-match'] === undefined ? [`${method} without If-Match`] : []),
    ...(method === 'PUT' ? ['PUT forgets what it does not name'] : []),
    ...(body !== null && 'attendees' in body ? [`${method} names attendees`] : []),
    ...(method === 'POST' && path.endsWith('/events') && body?.['id'] === undefined
      ? ['an event is made without an id of its own']
      : []),
    ...(method === 'GET' && /\/(?:events|calendarList)$/.test(path) && !query.has('maxResults')
      ? ['a list in small pages']
      : []),
  ];
}

/** Fields that a PATCH says again as they are; what a client keeps beside an event is its own affair. */
export function repeatedFields(body: Fields, { fields }: StoredEvent): readonly string[] {
  const said = Object.keys(body).filter((name) => name !== 'extendedProperties');
  return said.filter((name) => {
    const given = objectIn(body, name);
    const before = objectIn(fields, name);
    if (given && before)
      return Object.entries(given).every(
        ([key, value]) => JSON.stringify(before[key]) === JSON.stringify(value),
      );
    return JSON.stringify(fields[name]) === JSON.stringify(body[name]);
  });
}
