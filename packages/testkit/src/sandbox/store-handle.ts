import {
  addCalendar,
  addUser,
  type CalendarStore,
  findCalendar,
  type NewCalendar,
  type StoredUser,
} from './store/calendar-store.ts';
import { eraseObject, type StoredCalendar, writeObject } from './store/stored-calendar.ts';

/** An object as `objects()` shows it; the etag is quoted, as on the wire. */
export interface SandboxObject {
  readonly etag: string;
  readonly body: string;
}

export type SandboxCalendar = NewCalendar;

/** The part of a sandbox's handle that reads and changes the store, past HTTP and past all checks. */
export interface StoreHandle {
  addUser(name: string, password: string, displayName?: string): void;
  /** Replaces a calendar with the same uri. Throws where the user is unknown; so do all below. */
  addCalendar(user: string, calendar: SandboxCalendar): void;
  removeCalendar(user: string, calendar: string): void;
  calendars(user: string): readonly string[];
  /** Stores any text, unchecked, as somebody else's write. Returns the etag, quoted. */
  put(user: string, calendar: string, name: string, ics: string): string;
  remove(user: string, calendar: string, name: string): boolean;
  objects(user: string, calendar: string): ReadonlyMap<string, SandboxObject>;
}

export function storeHandle(store: CalendarStore): StoreHandle {
  const userNamed = (name: string): StoredUser => {
    const user = store.users.get(name);
    if (!user) throw new Error(`The sandbox has no user ${name}.`);
    return user;
  };
  const calendarOf = (user: string, uri: string): StoredCalendar => {
    const calendar = findCalendar(store, userNamed(user).name, uri);
    if (!calendar) throw new Error(`The sandbox has no calendar ${uri} of ${user}.`);
    return calendar;
  };
  return {
    addUser: (name, password, displayName = name) => void addUser(store, { name, password, displayName }),
    addCalendar: (user, calendar) => void addCalendar(store, userNamed(user), calendar),
    removeCalendar: (user, calendar) => void userNamed(user).calendars.delete(calendar),
    calendars: (user) => [...userNamed(user).calendars.keys()],
    put: (user, calendar, name, ics) =>
      `"${writeObject(calendarOf(user, calendar), name, ics, store.now()).etag}"`,
    remove: (user, calendar, name) => eraseObject(calendarOf(user, calendar), name),
    objects: (user, calendar) =>
      new Map(
        Array.from(calendarOf(user, calendar).objects.values(), ({ name, etag, body }) => [
          name,
          { etag: `"${etag}"`, body },
        ]),
      ),
  };
}
