import type { Sandbox } from './sandbox.ts';
import {
  addCalendar,
  addUser,
  type CalendarStore,
  findCalendar,
  type StoredUser,
} from './store/calendar-store.ts';
import { eraseObject, type StoredCalendar, writeObject } from './store/stored-calendar.ts';

type StoreHandle = Pick<
  Sandbox,
  'addUser' | 'addCalendar' | 'removeCalendar' | 'calendars' | 'put' | 'remove' | 'objects'
>;

/** The part of a sandbox's handle that reads and changes the store, past HTTP and past all checks. */
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
