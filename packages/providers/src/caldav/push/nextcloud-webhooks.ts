import { isDeepStrictEqual } from 'node:util';
import { failureFromStatus, malformed } from '../../http/classify.ts';
import { type Json, type Opaque, textOfField } from '../../json.ts';
import { passwordOf } from '../../port/account.ts';
import {
  type GrantedChannel,
  type HintAccess,
  type HintCalendar,
  type HintChannel,
  type HintRequest,
  type HintVerdict,
  REFUSED,
} from '../../port/change-hints.ts';
import { ProviderFailure } from '../../port/failure.ts';
import { isSame } from '../../same-text.ts';
import { davAccountOf } from '../dav-account.ts';
import { basicAuthorization } from '../wire/tsdav-requests.ts';
import type { PushOutside } from './dav-push.ts';

/** A delete goes to the trash bin, which is an event of its own. */
const EVENTS = ['Created', 'Updated', 'Deleted', 'MovedToTrash', 'Restored', 'Moved'];
/** The second is where the classes were before Nextcloud 32. */
const NAMESPACES = ['OCP\\Calendar\\Events', 'OCA\\DAV\\Events'];
const LONGEST = 64 * 1024;

/** Where a Nextcloud keeps its webhooks; null for what is none. */
export function webhooksOf(reach: Opaque): URL | null {
  const home = URL.parse(davAccountOf(reach).homeUrls[0] ?? '');
  const [base, rest] = home?.pathname.split('/remote.php/') ?? [];
  if (home === null || base === undefined || rest === undefined) return null;
  return new URL(`${base}/ocs/v2.php/apps/webhook_listeners/api/v1/webhooks`, home.origin);
}

/** One registration for each kind of event, for all calendars of the instance; an admin alone may make them. */
export async function registerWebhooks(
  outside: PushOutside,
  access: HintAccess,
  channel: HintChannel,
): Promise<GrantedChannel> {
  const ids: number[] = [];
  const of = urisOf(channel.calendars);
  let namespace = NAMESPACES[0] ?? '';
  try {
    for (const [n, event] of EVENTS.entries()) {
      const add = (name: string) => saveWebhook(outside, access, channel, { namespace: name, event });
      const id = await add(namespace).catch((error: unknown) => {
        if (n > 0 || !isUnknownEvent(error)) throw error;
        namespace = NAMESPACES[1] ?? '';
        return add(namespace);
      });
      ids.push(id);
    }
  } catch (error) {
    await removeWebhooks(outside, access, { ...channel, remote: { ids } }).catch(() => undefined);
    throw error;
  }
  return { remote: { ids, namespace, of }, expiresAt: null };
}

function isUnknownEvent(error: unknown): boolean {
  return error instanceof ProviderFailure && error.status === 400;
}

interface WantedWebhook {
  readonly namespace: string;
  /** One of those above. */
  readonly event: string;
  /** One that is there already. */
  readonly id?: number;
}

/** A server tells of all its people's calendars; of those that are nobody's here it is not to say a word. */
async function saveWebhook(
  outside: PushOutside,
  access: HintAccess,
  { address, keys, calendars }: HintChannel,
  { namespace, event, id: known }: WantedWebhook,
): Promise<number> {
  const body = {
    httpMethod: 'POST',
    uri: address,
    event: `${namespace}\\CalendarObject${event}Event`,
    eventFilter: filterOf(event, urisOf(calendars)),
    authMethod: 'header',
    authData: { Authorization: `Bearer ${String(keys['secret'])}` },
  };
  const path = known === undefined ? '' : `/${known}`;
  const answer = await ask(outside, access, 'POST', path, JSON.stringify(body));
  const id = idIn(answer);
  if (id === null) throw malformed('it does not say which webhook it has made');
  return id;
}

function filterOf(event: string, uris: readonly string[]): object {
  const isOne = (of: string) => ({ [`event.${of}.uri`]: { $in: uris } });
  return event === 'Moved'
    ? { $or: [isOne('sourceCalendarData'), isOne('targetCalendarData')] }
    : isOne('calendarData');
}

/** They last until somebody removes them: this finds out whether somebody has, and says of which calendars they are. */
export async function renewWebhooks(
  outside: PushOutside,
  access: HintAccess,
  channel: HintChannel,
): Promise<GrantedChannel> {
  const { remote, calendars } = channel;
  const namespace = textOfField(remote, 'namespace') ?? NAMESPACES[0] ?? '';
  for (const [n, id] of idsOf(remote).entries())
    await saveWebhook(outside, access, channel, { namespace, event: EVENTS[n] ?? '', id });
  return { remote: { ...remote, of: urisOf(calendars) }, expiresAt: null };
}

/** Whether they are of the calendars that there are now. */
export function areWebhooksOf({ remote, calendars }: HintChannel): boolean {
  return isDeepStrictEqual(remote['of'], urisOf(calendars));
}

export async function removeWebhooks(
  outside: PushOutside,
  access: HintAccess,
  { remote }: HintChannel,
): Promise<void> {
  for (const id of idsOf(remote)) {
    await ask(outside, access, 'DELETE', `/${id}`).catch((error: unknown) => {
      if (!(error instanceof ProviderFailure && error.kind === 'not-found')) throw error;
    });
  }
}

async function ask(
  { http, now }: PushOutside,
  { credential, reach }: HintAccess,
  method: string,
  path: string,
  body?: string,
): Promise<Json> {
  const base = webhooksOf(reach);
  if (base === null) throw new ProviderFailure('not-found', 'The server has no webhooks.', '');
  const url = new URL(`${base.pathname}${path}?format=json`, base);
  const headers = {
    authorization: basicAuthorization(passwordOf(credential)),
    'ocs-apirequest': 'true',
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const answer = await http.send({
    method,
    url,
    headers,
    ...(body !== undefined && { body }),
    quick: true,
    totalMs: 15_000,
  });
  if (answer.status >= 300) {
    answer.discard();
    throw failureFromStatus(answer.status, answer.header('retry-after'), now());
  }
  return jsonOf(Buffer.concat(await Array.fromAsync(answer.body)));
}

export function verifyWebhook(request: HintRequest, channel: HintChannel): HintVerdict {
  const said = request.headers['authorization'] ?? '';
  if (request.method !== 'POST' || !isSame(said, `Bearer ${String(channel.keys['secret'])}`)) return REFUSED;
  const answer = { status: 204 };
  const uris = request.body.byteLength > LONGEST ? null : urisIn(jsonOf(request.body));
  if (uris === null) return { kind: 'changed', hrefs: null, answer };
  const hrefs = channel.calendars
    .filter((calendar) => namesOf(calendar).some((name) => uris.includes(name)))
    .map(({ href }) => href);
  return hrefs.length === 0 ? { kind: 'nothing', answer } : { kind: 'changed', hrefs, answer };
}

/** A calendar that is shared has the owner's name behind its own at whoever it is shared with. */
function namesOf({ href }: HintCalendar): readonly string[] {
  const last = decodeURIComponent(href.split('/').filter(Boolean).at(-1) ?? '');
  return [...new Set([last, last.replace(/_shared_by_.*$/, '')])];
}

function urisOf(calendars: readonly HintCalendar[]): readonly string[] {
  return [...new Set(calendars.flatMap(namesOf))].toSorted();
}

/** Null where it does not say: then it may be any. */
function urisIn(payload: Json): readonly string[] | null {
  const event = objectIn(payload)['event'];
  const uris = ['calendarData', 'sourceCalendarData', 'targetCalendarData']
    .map((name) => objectIn(objectIn(event)[name])['uri'])
    .filter((uri) => typeof uri === 'string');
  return uris.length === 0 ? null : uris;
}

function idIn(answer: Json): number | null {
  const id = Number(objectIn(objectIn(objectIn(answer)['ocs'])['data'])['id']);
  return Number.isInteger(id) && id > 0 ? id : null;
}

function idsOf({ ids }: Opaque): readonly number[] {
  return Array.isArray(ids) ? ids.filter((id): id is number => typeof id === 'number') : [];
}

function objectIn(value: Json | undefined): Opaque {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Opaque) : {};
}

function jsonOf(bytes: Uint8Array): Json {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
  } catch {
    return null;
  }
}
