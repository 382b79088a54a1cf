import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultMenu } from '../sandbox/faults/fault-menu.ts';
import { eventAnswer, extendedAnswer, seriesParts } from './event-answer.ts';
import { createEvent, findEvent, patchEvent, removeEvent, type Writing } from './event-writes.ts';
import type { GraphFaults } from './graph-faults.ts';
import { type GraphRecord, type GraphService, serve } from './graph-service.ts';
import type { Fields, GraphStore, StoredCalendar, StoredUser } from './graph-store.ts';
import { newMail, type StoredMail } from './mail/stored-mail.ts';
import { occurrenceId, occurrencesIn } from './occurrences.ts';
import { type GraphSettings, SETTINGS } from './settings.ts';
import { createSubscriptions, type GraphPush, type Subscribing } from './subscriptions.ts';

export interface GraphSandboxOptions {
  readonly port?: number;
  readonly settings?: Partial<GraphSettings>;
  readonly now?: () => Temporal.Instant;
  readonly newId?: () => string;
  readonly random?: () => number;
  /** The mail address of whoever a token is for; null is a 401. Without it a token is the mail address itself. */
  readonly accepts?: (token: string) => string | null;
}

export interface SandboxCalendar {
  readonly id: string;
  readonly name?: string;
  readonly canEdit?: boolean;
  readonly hexColor?: string;
  readonly isDefault?: boolean;
  readonly owner?: string;
}

/** The calendars of Microsoft 365 on this machine, and a hand inside them. */
export interface GraphSandbox extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/v1.0`: what ATELIER_MICROSOFT_GRAPH is set to. */
  readonly url: string;
  readonly port: number;
  readonly settings: GraphSettings;
  readonly faults: GraphFaults;
  readonly requests: readonly GraphRecord[];
  /** Bad habits of clients, each once. */
  readonly complaints: ReadonlySet<string>;
  /** Telling those who want to know of changes. */
  readonly push: GraphPush;
  forget(): void;
  addUser(mail: string, displayName?: string): void;
  addCalendar(mail: string, calendar: SandboxCalendar): void;
  removeCalendar(mail: string, id: string): void;
  /** What somebody does in Outlook, past HTTP and conditions; ids of occurrences are taken as well. */
  create(mail: string, calendar: string, event: Fields): string;
  patch(mail: string, calendar: string, id: string, fields: Fields): void;
  remove(mail: string, calendar: string, id: string): void;
  has(mail: string, calendar: string, id: string): boolean;
  /** As a GET shows them. */
  events(mail: string, calendar: string): readonly Fields[];
  /** The same with all that only a hand inside can see at once: changed instances, cancelled starts, extended properties. */
  whole(mail: string, calendar: string): readonly Fields[];
  /** Ids of the instances that a series still has. */
  instances(mail: string, calendar: string, id: string): readonly string[];
  /** Deltas of before are dead. */
  killTokens(mail: string, calendar: string): void;
  /** The mail of somebody, as a hand inside finds it. */
  mailOf(mail: string): StoredMail;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startGraphSandbox(options: GraphSandboxOptions = {}): Promise<GraphSandbox> {
  const store: GraphStore = {
    users: new Map(),
    now: options.now ?? Temporal.Now.instant,
    newId: options.newId ?? randomUUID,
  };
  const settings: GraphSettings = { ...SETTINGS, ...options.settings };
  let port = options.port ?? 0;
  let server: Server | null = null;
  const accepts = options.accepts ?? ((token: string) => token);
  const push = createSubscriptions(store);
  const service: GraphService = {
    store,
    settings,
    faults: faultMenu(options.random ?? Math.random),
    userOf: (token) => store.users.get(accepts(token) ?? '') ?? null,
    origin: () => `http://127.0.0.1:${port}`,
    log: [],
    complaints: new Set(),
    push,
    underWay: new Map(),
  };
  const start = async (): Promise<void> => {
    if (server) return;
    const made = createServer((request, response) => {
      serve(service, request, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(String(error));
      });
    });
    await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve));
    ({ port } = made.address() as AddressInfo);
    server = made;
  };
  const stop = async (): Promise<void> => {
    const closing = server;
    server = null;
    closing?.closeAllConnections();
    if (closing) await new Promise((resolve) => closing.close(resolve));
  };
  await start();
  return {
    get url() {
      return `${service.origin()}/v1.0`;
    },
    get port() {
      return port;
    },
    settings,
    faults: service.faults,
    requests: service.log,
    complaints: service.complaints,
    forget: () => {
      service.log.length = 0;
      service.complaints.clear();
    },
    push,
    ...hand({ store, settings }, push),
    start,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

type Hand = Pick<
  GraphSandbox,
  | 'has'
  | 'whole'
  | 'instances'
  | 'addUser'
  | 'addCalendar'
  | 'removeCalendar'
  | 'create'
  | 'patch'
  | 'remove'
  | 'events'
  | 'killTokens'
  | 'mailOf'
>;

function hand(writing: Writing, push: Subscribing): Hand {
  const { store, settings } = writing;
  const userOf = (mail: string): StoredUser => {
    const user = store.users.get(mail);
    if (!user) throw new Error(`The sandbox has no user ${mail}.`);
    return user;
  };
  const calendarOf = (mail: string, id: string): StoredCalendar => {
    const calendar = userOf(mail).calendars.get(id);
    if (!calendar) throw new Error(`The sandbox has no calendar ${id} of ${mail}.`);
    return calendar;
  };
  return {
    addUser(mail, displayName = mail) {
      store.users.set(mail, {
        id: store.newId(),
        mail,
        displayName,
        calendars: new Map(),
        mailbox: newMail(),
      });
    },
    addCalendar(mail, { id, name = id, canEdit = true, hexColor = '', isDefault = false, owner = null }) {
      const user = userOf(mail);
      // After the change itself is there.
      const told: StoredCalendar['told'] = (...change) => queueMicrotask(() => push.changed(user, ...change));
      const nothing = { events: new Map(), removed: [], history: 0, deadBefore: 0, told };
      user.calendars.set(id, { id, name, canEdit, hexColor, isDefault, owner, ...nothing });
    },
    removeCalendar: (mail, id) => void userOf(mail).calendars.delete(id),
    create: (mail, calendar, event) => createEvent(writing, calendarOf(mail, calendar), event).id,
    patch(mail, id, event, fields) {
      const calendar = calendarOf(mail, id);
      patchEvent(writing, calendar, findEvent(calendar, event), fields);
    },
    remove(mail, id, event) {
      const calendar = calendarOf(mail, id);
      removeEvent(writing, calendar, findEvent(calendar, event));
    },
    has: (mail, id, event) => calendarOf(mail, id).events.has(event),
    events(mail, id) {
      const calendar = calendarOf(mail, id);
      const showing = { user: userOf(mail), calendar, settings };
      return [...calendar.events.values()].map((event) => eventAnswer(showing, event));
    },
    whole(mail, id) {
      const calendar = calendarOf(mail, id);
      const showing = { user: userOf(mail), calendar, settings };
      return [...calendar.events.values()].map((event) => ({
        ...eventAnswer(showing, event),
        ...seriesParts(showing, event),
        ...extendedAnswer(event, [...event.extended.keys()]),
        cancelledStarts: [...event.cancelled.keys()],
      }));
    },
    instances(mail, id, eventId) {
      const { event } = findEvent(calendarOf(mail, id), eventId);
      const ever = {
        from: Temporal.Instant.from('1970-01-01T00:00Z'),
        to: Temporal.Instant.from('2100-01-01T00:00Z'),
      };
      return occurrencesIn(event, ever).map(({ original }) => occurrenceId(event.id, original));
    },
    mailOf: (mail) => userOf(mail).mailbox,
    killTokens(mail, id) {
      const calendar = calendarOf(mail, id);
      calendar.history += 1;
      calendar.deadBefore = calendar.history;
    },
  };
}
