import { fileOf } from '../../event-builder.ts';
import { zoneLines } from '../../zone-text.ts';
import type { DavPush } from '../push/dav-push.ts';
import { type DavName, escapeXml, name } from '../wire/dav-name.ts';
import type { Change, StoredCalendar } from './stored-calendar.ts';

export interface StoredUser {
  readonly name: string;
  readonly password: string;
  readonly displayName: string;
  /** That the server has made, beside the password. */
  readonly appPasswords: Set<string>;
  readonly calendars: Map<string, StoredCalendar>;
}

export interface NewCalendar {
  readonly uri: string;
  readonly name?: string;
  /** `#RRGGBB`. */
  readonly color?: string;
  readonly description?: string;
  /** IANA name; shown as `calendar-timezone`, a VCALENDAR text. */
  readonly zone?: string;
  readonly readOnly?: boolean;
  readonly components?: readonly string[];
}

/** Everything that the server knows. It outlives the listening socket, so a restart keeps it. */
export interface CalendarStore {
  readonly users: Map<string, StoredUser>;
  readonly now: () => Temporal.Instant;
  readonly newId: () => string;
  /** Null where it tells nobody of changes. */
  readonly push: DavPush | null;
  /** What is to know of every change; null where nothing is. */
  readonly told: ((calendar: StoredCalendar, change: Change) => void) | null;
}

export function addUser(
  store: CalendarStore,
  user: Omit<StoredUser, 'calendars' | 'appPasswords'>,
): StoredUser {
  const added = { ...user, appPasswords: new Set<string>(), calendars: new Map() };
  store.users.set(user.name, added);
  return added;
}

/** Adds a calendar, or replaces the one at the same URL by a fresh generation. */
export function addCalendar(store: CalendarStore, user: StoredUser, settings: NewCalendar): StoredCalendar {
  const calendar: StoredCalendar = {
    owner: user.name,
    uri: settings.uri,
    generation: store.newId(),
    components: settings.components ?? ['VEVENT', 'VTODO'],
    readOnly: settings.readOnly ?? false,
    properties: initialProperties(settings),
    objects: new Map(),
    namesByUid: new Map(),
    trashed: new Set(),
    log: [],
    frozenAt: null,
    told: (change) => store.told?.(calendar, change),
  };
  user.calendars.set(settings.uri, calendar);
  return calendar;
}

/** The same calendar at the same URL with the same properties, but empty and with another history. */
export function recreateCalendar(store: CalendarStore, old: StoredCalendar): void {
  const user = store.users.get(old.owner);
  user?.calendars.set(old.uri, {
    ...old,
    generation: store.newId(),
    properties: new Map(old.properties),
    objects: new Map(),
    namesByUid: new Map(),
    trashed: new Set(),
    log: [],
    frozenAt: null,
  });
}

export function findCalendar(store: CalendarStore, owner: string, uri: string): StoredCalendar | undefined {
  return store.users.get(owner)?.calendars.get(uri);
}

function initialProperties(settings: NewCalendar): Map<DavName, string> {
  const values: [DavName, string | undefined][] = [
    [name('d', 'displayname'), settings.name ?? settings.uri],
    [name('ical', 'calendar-color'), settings.color],
    [name('cal', 'calendar-description'), settings.description],
    [name('cal', 'calendar-timezone'), settings.zone && fileOf(zoneLines(settings.zone))],
  ];
  return new Map(values.flatMap(([key, value]) => (value ? [[key, escapeXml(value)] as const] : [])));
}
