import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultMenu } from '../sandbox/faults/fault-menu.ts';
import { createChannels, type GooglePush } from './channels.ts';
import { fresh } from './event-writes.ts';
import type { GoogleFaults } from './google-faults.ts';
import { API_PATH, type GoogleRecord, type GoogleService, serve } from './google-service.ts';
import { type GoogleSettings, SETTINGS } from './google-settings.ts';
import {
  etagOf,
  exceptionsOf,
  type Fields,
  isCancelled,
  type StoredCalendar,
  store,
} from './google-store.ts';
import { allInstances, eventNamed, shown } from './instances.ts';

export interface GoogleSandboxOptions {
  readonly port?: number;
  readonly now?: () => Temporal.Instant;
  /** From 0 to below 1; decides faults that strike by chance. */
  readonly random?: () => number;
  /** The mail address of whose token it is; without it, every token is the mail address itself. */
  readonly mailOf?: (token: string) => string | null;
}

export interface NewGoogleCalendar {
  readonly id: string;
  readonly timeZone?: string;
  /** What else the entry of the list says; `accessRole` is `owner` unless told otherwise. */
  readonly entry?: Fields;
}

/** Google Calendar on this machine (REST v3), and a hand inside it. */
export interface GoogleSandbox extends AsyncDisposable {
  readonly origin: string;
  /** As `ATELIER_GOOGLE_API` names it. */
  readonly api: string;
  readonly settings: GoogleSettings;
  readonly faults: GoogleFaults;
  readonly requests: readonly GoogleRecord[];
  readonly complaints: ReadonlySet<string>;
  /** Telling those who want to know of changes. */
  readonly push: GooglePush;
  clearRequests(): void;
  /** With a primary calendar named by the address, in the zone that is given. */
  addUser(mail: string, timeZone?: string): void;
  addCalendar(mail: string, calendar: NewGoogleCalendar): void;
  removeCalendar(mail: string, id: string): void;
  /** What somebody else does: writes a row, whole; gives its etag. */
  put(mail: string, calendar: string, id: string, fields: Fields): string;
  /** What somebody else does: changes some fields of an event or an instance. */
  change(mail: string, calendar: string, id: string, fields: Fields): void;
  /** Ids of the instances of a series that are not cancelled. */
  instances(mail: string, calendar: string, id: string): readonly string[];
  /** What somebody else does: deletes an event, or cancels an instance. */
  remove(mail: string, calendar: string, id: string): void;
  /** As it would be answered; null where there is none, or no more. */
  event(mail: string, calendar: string, id: string): Fields | null;
  /** All rows, those of what is deleted among them, as they would be answered. */
  rows(mail: string, calendar: string): readonly Fields[];
  /** All tokens that were given so far are refused from now on. */
  expireTokens(mail: string, calendar: string): void;
}

export async function startGoogleSandbox(options: GoogleSandboxOptions = {}): Promise<GoogleSandbox> {
  const now = options.now ?? Temporal.Now.instant;
  const service: GoogleService = {
    store: { users: new Map(), now },
    settings: { ...SETTINGS },
    faults: faultMenu(options.random ?? Math.random),
    mailOf: options.mailOf ?? ((token) => token),
    log: [],
    complaints: new Set(),
    push: createChannels({ now }),
  };
  const server = createServer((request, response) => {
    serve(service, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 65_000;
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    api: origin + API_PATH,
    settings: service.settings,
    faults: service.faults,
    requests: service.log,
    complaints: service.complaints,
    push: service.push,
    clearRequests: () => void service.log.splice(0),
    ...handle(service),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

type Handle = Pick<
  GoogleSandbox,
  | 'change'
  | 'instances'
  | 'addUser'
  | 'addCalendar'
  | 'removeCalendar'
  | 'put'
  | 'remove'
  | 'event'
  | 'rows'
  | 'expireTokens'
>;

function handle({ store: { users, now }, push }: GoogleService): Handle {
  const userNamed = (mail: string) => {
    const user = users.get(mail);
    if (!user) throw new Error(`The sandbox has no account ${mail}.`);
    return user;
  };
  const calendarOf = (mail: string, id: string): StoredCalendar => {
    const calendar = userNamed(mail).calendars.get(id);
    if (!calendar) throw new Error(`The sandbox has no calendar ${id} of ${mail}.`);
    return calendar;
  };
  const addCalendar: Handle['addCalendar'] = (mail, { id, timeZone = 'Europe/Zurich', entry = {} }) => {
    const calendar: StoredCalendar = {
      id,
      timeZone,
      entry: {
        summary: id,
        backgroundColor: '#9fe1e7',
        colorId: '14',
        selected: true,
        accessRole: 'owner',
        ...entry,
      },
      events: new Map(),
      sequence: 0,
      oldestToken: 0,
      // After the change itself is there.
      told: () => queueMicrotask(() => push.changed(calendar)),
    };
    userNamed(mail).calendars.set(id, calendar);
  };
  return {
    addUser(mail, timeZone) {
      users.set(mail, { mail, calendars: new Map() });
      addCalendar(mail, { id: mail, entry: { primary: true }, ...(timeZone !== undefined && { timeZone }) });
    },
    addCalendar,
    removeCalendar: (mail, id) => void userNamed(mail).calendars.delete(id),
    put(mail, calendarId, id, fields) {
      const calendar = calendarOf(mail, calendarId);
      const whole = fresh({ store: { users, now }, user: userNamed(mail), calendar }, id, fields);
      return etagOf(store(calendar, id, whole, now()));
    },
    change(mail, calendarId, id, fields) {
      const calendar = calendarOf(mail, calendarId);
      const event = eventNamed(calendar, id);
      if (event) store(calendar, id, { ...event.fields, ...fields }, now());
    },
    instances(mail, calendarId, id) {
      const calendar = calendarOf(mail, calendarId);
      const master = calendar.events.get(id);
      const all = master === undefined ? [] : allInstances(calendar, master);
      return all.filter((event) => !isCancelled(event)).map((event) => event.id);
    },
    remove(mail, calendarId, id) {
      const calendar = calendarOf(mail, calendarId);
      const event = eventNamed(calendar, id);
      if (!event) return;
      for (const row of [event, ...exceptionsOf(calendar, id)])
        store(calendar, row.id, { ...row.fields, status: 'cancelled' }, now());
    },
    event(mail, calendarId, id) {
      const calendar = calendarOf(mail, calendarId);
      const event = eventNamed(calendar, id);
      return event && event.fields['status'] !== 'cancelled' ? shown(calendar, event) : null;
    },
    rows(mail, calendarId) {
      const calendar = calendarOf(mail, calendarId);
      return [...calendar.events.values()].map((event) => shown(calendar, event));
    },
    expireTokens(mail, calendarId) {
      const calendar = calendarOf(mail, calendarId);
      calendar.sequence += 1;
      calendar.oldestToken = calendar.sequence;
    },
  };
}
