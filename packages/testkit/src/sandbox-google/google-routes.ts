import { listEvents } from './event-list.ts';
import {
  deleteEvent,
  insertEvent,
  moveEvent,
  notFound,
  patchEvent,
  type WriteContext,
} from './event-writes.ts';
import type { GoogleSettings } from './google-settings.ts';
import {
  type Fields,
  GoogleError,
  type GoogleStore,
  type StoredCalendar,
  type StoredUser,
} from './google-store.ts';
import { allInstances, eventNamed, shown } from './instances.ts';
import type { Asked } from './lint.ts';

export interface RouteContext {
  readonly store: GoogleStore;
  readonly settings: GoogleSettings;
  readonly user: StoredUser;
  readonly emptied: boolean;
}

export interface Answered {
  readonly status: number;
  readonly body: Fields | null;
}

/** The API as its reference has it. @throws GoogleError */
export function answer(context: RouteContext, asked: Asked): Answered {
  const segments = asked.path.split('/').filter(Boolean).map(decodeURIComponent);
  const [root, ...rest] = segments;
  if (root === 'users') return { status: 200, body: calendarList(context, rest, asked) };
  if (root !== 'calendars') throw notFound();
  const [calendarId = '', events, id, action] = rest;
  const calendar = calendarNamed(context.user, calendarId);
  if (!calendar) throw notFound();
  if (events === undefined) return { status: 200, body: { ...calendar.entry, id: calendar.id } };
  if (events !== 'events') throw notFound();
  if (calendar.entry['accessRole'] === 'freeBusyReader')
    throw new GoogleError(403, 'requiredAccessLevel', 'You need to have reader access to this calendar.');
  return id === undefined ? collection(context, calendar, asked) : one(context, calendar, asked, id, action);
}

function calendarNamed(user: StoredUser, id: string): StoredCalendar | undefined {
  return user.calendars.get(id === 'primary' ? user.mail : id);
}

function calendarList({ user }: RouteContext, [me, list, id]: readonly string[], { method }: Asked): Fields {
  if (method !== 'GET' || me !== 'me' || list !== 'calendarList') throw notFound();
  const entries = [...user.calendars.values()].map((calendar) => ({
    kind: 'calendar#calendarListEntry',
    etag: '"list"',
    ...calendar.entry,
    id: calendar.id,
    timeZone: calendar.timeZone,
  }));
  if (id === undefined) return { kind: 'calendar#calendarList', items: entries, nextSyncToken: 'list' };
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw notFound();
  return entry;
}

function collection(context: RouteContext, calendar: StoredCalendar, asked: Asked): Answered {
  const { settings, emptied } = context;
  if (asked.method === 'GET')
    return { status: 200, body: listEvents(calendar, asked.query, settings, emptied) };
  if (asked.method === 'POST' && asked.body)
    return { status: 200, body: insertEvent(writing(context, calendar, asked), asked.body) };
  throw notFound();
}

function one(
  context: RouteContext,
  calendar: StoredCalendar,
  asked: Asked,
  id: string,
  action: string | undefined,
): Answered {
  const write = writing(context, calendar, asked);
  if (action === 'move') {
    const to = calendarNamed(context.user, asked.query.get('destination') ?? '');
    return { status: 200, body: moveEvent(write, id, to) };
  }
  if (action === 'instances') {
    const master = calendar.events.get(id);
    if (!master) throw notFound();
    const items = allInstances(calendar, master).map((event) => shown(calendar, event));
    return { status: 200, body: { kind: 'calendar#events', items } };
  }
  if (asked.method === 'GET') {
    const event = eventNamed(calendar, id);
    if (!event) throw notFound();
    return { status: 200, body: shown(calendar, event, true) };
  }
  if (asked.method === 'PATCH') return { status: 200, body: patchEvent(write, id, asked.body ?? {}) };
  if (asked.method === 'DELETE') return { status: 204, body: deleteEvent(write, id) };
  throw notFound();
}

function writing(
  { store, settings, user }: RouteContext,
  calendar: StoredCalendar,
  { headers }: Asked,
): WriteContext {
  return { store, settings, user, calendar, ifMatch: headers['if-match'] };
}
