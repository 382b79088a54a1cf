import { davRequest, type HttpAnswer } from '../../caldav-server.ts';
import { eventFile } from '../../event-builder.ts';
import type { Effect } from '../faults/effect.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox.ts';
import { type ReadResponse, readMultistatus } from './read-multistatus.ts';

type Options = { readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

/** A sandbox with ann's calendar `work` of three events (`a.ics`, `b.ics`, `c.ics`), and requests in her name. */
export interface World extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly work: string;
  request(method: string, url: string, options?: Options): Promise<HttpAnswer>;
  propfind(url: string, properties: string, depth?: '0' | '1'): Promise<readonly ReadResponse[]>;
  /** The raw answer of a sync-collection; the empty token is an initial sync. */
  sync(token: string, options?: SyncRequest): Promise<HttpAnswer>;
  /** The same, read: hrefs by last segment. */
  changes(token: string, options?: SyncRequest): Promise<Changes>;
  multiget(...names: readonly string[]): Promise<HttpAnswer>;
  put(name: string, ics: string, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** From now on, for every request, unless it is told otherwise. */
  always(effect: Effect): void;
}

export interface SyncRequest {
  readonly properties?: string;
  readonly limit?: number;
}

export interface Changes {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly truncated: boolean;
  readonly token: string;
}

const START = Temporal.ZonedDateTime.from('2026-11-21T10:00[Europe/Zurich]');

export const sampleEvent = (uid: string, summary = `Event ${uid}`): string =>
  eventFile({ uid, summary, start: START, end: START.add({ hours: 1 }) });

export async function openWorld(options: SandboxOptions = {}): Promise<World> {
  const sandbox = await startSandbox(options);
  sandbox.addUser('ann', 'secret');
  sandbox.addCalendar('ann', { uri: 'work', name: 'Work & play', color: '#FF8800' });
  for (const uid of ['a', 'b', 'c']) sandbox.put('ann', 'work', `${uid}.ics`, sampleEvent(uid));
  const work = sandbox.calendarUrl('ann', 'work');
  const request = (method: string, url: string, given: Options = {}) =>
    davRequest({ username: 'ann', password: 'secret' }, method, url, given);
  const sync: World['sync'] = (token, { properties = '<getetag/>', limit } = {}) => {
    const limited = limit === undefined ? '' : `<limit><nresults>${limit}</nresults></limit>`;
    const body = `<sync-collection xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><sync-token>${token}</sync-token><sync-level>1</sync-level>${limited}<prop>${properties}</prop></sync-collection>`;
    return request('REPORT', work, { body });
  };
  return {
    sandbox,
    work,
    request,
    sync,
    changes: async (token, given) => readChanges((await sync(token, given)).body, new URL(work).pathname),
    async propfind(url, properties, depth = '0') {
      const body = `<propfind xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/" xmlns:i="http://apple.com/ns/ical/"><prop>${properties}</prop></propfind>`;
      return readMultistatus((await request('PROPFIND', url, { body, headers: { depth } })).body).responses;
    },
    multiget(...names) {
      const hrefs = names.map((name) => `<href>${new URL(work).pathname}${encodeURIComponent(name)}</href>`);
      const body = `<c:calendar-multiget xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><getetag/><c:calendar-data/></prop>${hrefs.join('')}</c:calendar-multiget>`;
      return request('REPORT', work, { body });
    },
    put: (name, ics, headers = {}) => request('PUT', work + encodeURIComponent(name), { body: ics, headers }),
    always: (effect) => void sandbox.faults.add({ effect, occurs: 'always' }),
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

function readChanges(body: string, self: string): Changes {
  const { responses, token } = readMultistatus(body);
  const members = responses.filter(({ href }) => href !== self);
  const isGone = ({ status }: ReadResponse) => status === 404;
  return {
    changed: members.filter((one) => !isGone(one)).map(nameOf),
    removed: members.filter(isGone).map(nameOf),
    truncated: responses.some(({ href, status }) => href === self && status === 507),
    token: token ?? '',
  };
}

export const nameOf = ({ href }: ReadResponse): string => decodeURIComponent(href.split('/').at(-1) ?? '');
