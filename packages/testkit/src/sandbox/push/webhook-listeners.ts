import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { authenticate } from '../http/authentication.ts';
import type { CalendarStore, StoredUser } from '../store/calendar-store.ts';
import type { Change, StoredCalendar } from '../store/stored-calendar.ts';
import { type PayloadFilter, passes } from './payload-filter.ts';
import { createTellings, type Tellings } from './tellings.ts';

export interface Webhook {
  readonly id: number;
  readonly userId: string;
  readonly httpMethod: string;
  readonly uri: string;
  readonly event: string;
  readonly eventFilter: PayloadFilter;
  readonly headers: Readonly<Record<string, string>>;
  readonly authMethod: string;
  readonly authData: Readonly<Record<string, string>>;
}

/** The app `webhook_listeners` of a Nextcloud: admins have other servers told of what happens in the instance. */
export interface WebhookListeners extends Omit<Tellings, 'tell'> {
  readonly hooks: ReadonlyMap<number, Webhook>;
  readonly admins: Set<string>;
  /** Where the classes of its events are: older versions have them in the second. */
  namespace: 'OCP\\Calendar\\Events' | 'OCA\\DAV\\Events';
  /** What is deleted goes to a bin first, which is an event of another name. */
  trash: boolean;
  /** The app is switched on. */
  installed: boolean;
}

export interface WebhookService extends WebhookListeners {
  serves(path: string): boolean;
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  changed(calendar: StoredCalendar, change: Change): void;
}

const BASE = '/ocs/v2.php/apps/webhook_listeners/api/v1/webhooks';
const SAME: Readonly<Record<Change['kind'], string>> = {
  added: 'Created',
  modified: 'Updated',
  removed: 'Deleted',
};
const EVENTS = ['Created', 'Updated', 'Deleted', 'MovedToTrash', 'Restored', 'Moved'];

export function webhookListeners(store: Pick<CalendarStore, 'users' | 'now'>): WebhookService {
  const hooks = new Map<number, Webhook>();
  const tellings = createTellings();
  let last = 16;

  function read(body: string, user: StoredUser, id: number): Webhook | null {
    const said = JSON.parse(body === '' ? '{}' : body) as Partial<Webhook>;
    const events = EVENTS.map((event) => `${service.namespace}\\CalendarObject${event}Event`);
    if (!URL.canParse(said.uri ?? '') || !events.includes(said.event ?? '')) return null;
    return {
      id,
      userId: user.name,
      httpMethod: said.httpMethod ?? 'POST',
      uri: said.uri ?? '',
      event: said.event ?? '',
      // PHP knows no difference between an empty list and an empty object.
      eventFilter: Array.isArray(said.eventFilter) ? {} : (said.eventFilter ?? {}),
      headers: said.headers ?? {},
      authMethod: said.authMethod ?? 'none',
      authData: said.authData ?? {},
    };
  }

  async function answer(request: IncomingMessage, path: string): Promise<[status: number, data: unknown]> {
    const body = await text(request);
    const user = authenticate(store, request.headers.authorization, 'strict');
    if (!user) return [401, []];
    if (request.headers['ocs-apirequest'] !== 'true') return [412, []];
    if (!service.installed) return [404, []];
    if (!service.admins.has(user.name)) return [403, []];
    const id = path === BASE ? null : Number(path.slice(BASE.length + 1));
    if (id === null && request.method === 'GET') return [200, [...hooks.values()]];
    if (id !== null && !hooks.has(id)) return [404, []];
    if (id !== null && request.method === 'GET') return [200, hooks.get(id)];
    if (id !== null && request.method === 'DELETE') return [200, hooks.delete(id)];
    if (request.method !== 'POST') return [405, []];
    const hook = read(body, user, id ?? (last += 1));
    if (hook === null) return [400, []];
    hooks.set(hook.id, hook);
    return [200, hook];
  }

  const service: WebhookService = {
    hooks,
    admins: new Set(),
    namespace: 'OCP\\Calendar\\Events',
    trash: true,
    installed: true,
    get habits() {
      return tellings.habits;
    },
    set habits(habits) {
      tellings.habits = habits;
    },
    answers: tellings.answers,
    release: tellings.release,
    settled: tellings.settled,
    serves: (path) => path === BASE || path.startsWith(`${BASE}/`),
    async serve(request, response) {
      const [status, data] = await answer(request, new URL(request.url ?? '/', 'http://nextcloud').pathname);
      const meta = { status: status < 300 ? 'ok' : 'failure', statuscode: status, message: null };
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ ocs: { meta, data } }));
    },
    changed(calendar, change) {
      const what = change.kind === 'removed' && service.trash ? 'MovedToTrash' : SAME[change.kind];
      const event = `${service.namespace}\\CalendarObject${what}Event`;
      const payload = payloadOf(store, calendar, change, event);
      for (const hook of hooks.values())
        if (hook.event === event && passes(hook.eventFilter, payload))
          tellings.tell(() => post(hook, payload));
    },
  };
  return service;
}

function post({ uri, httpMethod, headers, authMethod, authData }: Webhook, payload: unknown) {
  const auth = authMethod === 'header' ? authData : {};
  return fetch(uri, {
    method: httpMethod,
    headers: { 'content-type': 'application/json', ...headers, ...auth },
    body: JSON.stringify(payload),
  });
}

/** As it was seen to come from an instance; what it says of the event itself is nobody's business here. */
function payloadOf(
  { now }: Pick<CalendarStore, 'now'>,
  { owner, uri }: StoredCalendar,
  { name, sequence }: Change,
  event: string,
): object {
  const version = `http://sabre.io/ns/sync/${sequence}`;
  return {
    time: Math.floor(now().epochMilliseconds / 1_000),
    user: { uid: owner, displayName: owner },
    event: {
      class: event,
      calendarId: 3,
      calendarData: {
        id: 3,
        uri,
        principaluri: `principals/users/${owner}`,
        '{http://calendarserver.org/ns/}getctag': version,
        '{http://sabredav.org/ns}sync-token': sequence,
      },
      shares: [],
      objectData: { id: sequence, uri: name, calendarid: 3, component: 'vevent', classification: 0 },
    },
  };
}
