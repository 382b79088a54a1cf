import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Watching, watchRequest } from './channels.ts';
import type { GoogleEffect, GoogleFaults } from './google-faults.ts';
import { type Answered, answer } from './google-routes.ts';
import type { GoogleSettings } from './google-settings.ts';
import { etagOf, type Fields, GoogleError, type GoogleStore, type StoredUser } from './google-store.ts';
import { type Asked, habitsIn, repeatedFields } from './lint.ts';

export interface GoogleRecord {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
}

export interface GoogleService {
  readonly store: GoogleStore;
  readonly settings: GoogleSettings;
  readonly faults: GoogleFaults;
  /** The mail address of whose token it is; null is a 401. */
  readonly mailOf: (token: string) => string | null;
  readonly log: GoogleRecord[];
  /** Bad habits of clients, each once. */
  readonly complaints: Set<string>;
  readonly push: Watching;
}

export const API_PATH = '/calendar/v3';

/** Cuts the connection. */
class Cut extends Error {}

interface Sent {
  readonly status: number;
  readonly body: Fields | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the body. */
  readonly raw?: string;
}

export async function serve(
  service: GoogleService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const asked = await readRequest(request);
    const { status, body, headers, raw } = await answered(service, asked);
    service.log.push({ method: asked.method, path: asked.path, query: asked.query.toString(), status });
    const type = raw?.startsWith('<') ? 'text/html' : 'application/json; charset=UTF-8';
    response.writeHead(status, { ...(status !== 204 && { 'content-type': type }), ...headers });
    response.end(raw ?? (body === null ? '' : JSON.stringify(body)));
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
    request.socket.destroy();
  }
}

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://google');
  const sent = await text(request);
  return {
    method: request.method ?? 'GET',
    path: url.pathname.startsWith(API_PATH) ? url.pathname.slice(API_PATH.length) : '',
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    body: sent === '' ? null : (JSON.parse(sent) as Fields),
  };
}

async function answered(service: GoogleService, asked: Asked): Promise<Sent> {
  const token = (asked.headers['authorization'] ?? '').replace(/^Bearer /, '');
  const user = service.store.users.get(service.mailOf(token) ?? '');
  if (!user) return failed(new GoogleError(401, 'authError', 'Invalid Credentials'));
  for (const complaint of habitsIn(asked)) service.complaints.add(complaint);
  const effect = service.faults.strike(asked);
  if (watchRequest(asked)) return await watched(service, user, asked, effect);
  return effect === null ? truly(service, user, asked) : struck(service, user, asked, effect);
}

/** Whoever is to be told may hear of it before this is answered. */
async function watched(
  { push }: GoogleService,
  user: StoredUser,
  asked: Asked,
  effect: GoogleEffect | null,
): Promise<Sent> {
  if (effect?.kind === 'status')
    return failed(new GoogleError(effect.status, effect.reason ?? 'backendError', 'As ordered.'));
  const of = watchRequest(asked)?.calendar ?? null;
  try {
    if (of === null) {
      push.stop(asked.body ?? {});
      return { status: 204, body: null };
    }
    const calendar = user.calendars.get(of);
    if (!calendar) throw new GoogleError(404, 'notFound', 'Not Found');
    const body = await push.watch(calendar, asked.body ?? {});
    if (effect?.kind === 'reset') throw new Cut();
    return { status: 200, body };
  } catch (error) {
    if (error instanceof GoogleError) return failed(error);
    throw error;
  }
}

async function struck(
  service: GoogleService,
  user: StoredUser,
  asked: Asked,
  effect: GoogleEffect,
): Promise<Sent> {
  switch (effect.kind) {
    case 'status': {
      if (effect.applied) truly(service, user, asked);
      const headers: Record<string, string> =
        effect.retryAfter === undefined ? {} : { 'retry-after': String(effect.retryAfter) };
      return failed(new GoogleError(effect.status, effect.reason ?? 'backendError', 'As ordered.', headers));
    }
    case 'reset':
      if (effect.at === 'answer') truly(service, user, asked);
      throw new Cut();
    case 'html':
      return { status: 200, body: null, raw: '<!doctype html><title>Sign in</title>' };
    case 'truncate': {
      const whole = JSON.stringify(truly(service, user, asked).body);
      return { status: 200, body: null, raw: whole.slice(0, Math.floor(whole.length / 2)) };
    }
    case 'emptied':
      return truly(service, user, asked, true);
    case 'endless': {
      const { body, ...sent } = truly(service, user, asked);
      const { nextSyncToken: _, nextPageToken: __, ...rest } = body ?? {};
      return { ...sent, body: rest };
    }
    case 'meanwhile': {
      if (effect.when === 'before') await effect.act();
      const sent = truly(service, user, asked);
      if (effect.when === 'after') await effect.act();
      return sent;
    }
  }
}

function truly(service: GoogleService, user: StoredUser, asked: Asked, emptied = false): Answered | Sent {
  try {
    noteRepeats(service, user, asked);
    return answer({ store: service.store, settings: service.settings, user, emptied }, asked);
  } catch (error) {
    if (error instanceof GoogleError) return failed(error);
    throw error;
  }
}

/** Whoever names an old version knows nothing of what is there. */
function noteRepeats(
  { complaints }: GoogleService,
  user: StoredUser,
  { method, path, headers, body }: Asked,
): void {
  const [, calendarId = '', id = ''] = /^\/calendars\/([^/]+)\/events\/([^/]+)$/.exec(path) ?? [];
  const event = user.calendars.get(decodeURIComponent(calendarId))?.events.get(decodeURIComponent(id));
  if (method !== 'PATCH' || !event || body === null || headers['if-match'] !== etagOf(event)) return;
  for (const name of repeatedFields(body, event)) complaints.add(`PATCH says ${name} again`);
}

function failed({ status, reason, message, headers }: GoogleError): Sent {
  const errors = [{ domain: status === 403 ? 'usageLimits' : 'global', reason, message }];
  return { status, body: { error: { errors, code: status, message } }, headers };
}
