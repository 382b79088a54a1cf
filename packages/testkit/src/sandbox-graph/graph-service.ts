import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphEffect, GraphFaults } from './graph-faults.ts';
import { type Fields, GraphError, type GraphStore, type StoredUser } from './graph-store.ts';
import { type Asked, habitsIn, repeatedFields } from './lint.ts';
import { answer } from './routes.ts';
import type { Answered } from './serving.ts';
import type { GraphSettings } from './settings.ts';
import type { Subscribing } from './subscriptions.ts';

export interface GraphRecord {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface GraphService {
  readonly store: GraphStore;
  readonly settings: GraphSettings;
  readonly faults: GraphFaults;
  /** Whose token it is; null is a 401. */
  readonly userOf: (token: string) => StoredUser | null;
  readonly origin: () => string;
  readonly log: GraphRecord[];
  /** Bad habits of clients, each once. */
  readonly complaints: Set<string>;
  readonly push: Subscribing;
  /** Of each mailbox. */
  readonly underWay: Map<string, number>;
}

const VERSION = '/v1.0';
/** More at once of one mailbox is throttled. */
const MOST_AT_ONCE = 4;
const MOST_PARTS = 20;

/** Cuts the connection. */
class Cut extends Error {}

export async function serve(
  service: GraphService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const asked = await readRequest(request);
    const { status, body, headers, raw, bytes } = await answered(
      service,
      asked,
      request.headers.authorization ?? '',
    );
    service.log.push({ method: asked.method, path: asked.path, status });
    response.writeHead(status, {
      'content-type': bytes
        ? 'text/plain'
        : raw?.startsWith('<')
          ? 'text/html'
          : 'application/json; odata.metadata=minimal',
      'request-id': randomUUID(),
      ...headers,
    });
    response.end(bytes ?? raw ?? (body === null ? '' : JSON.stringify(body)));
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
    request.socket.destroy();
  }
}

interface Sent extends Answered {
  /** In place of the body. */
  readonly raw?: string;
}

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://graph');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
  return {
    method: request.method ?? 'GET',
    path: url.pathname.startsWith(VERSION) ? url.pathname.slice(VERSION.length) : '',
    query: url.searchParams,
    headers,
    ...(/json/.test(headers['content-type'] ?? '') || text === ''
      ? { body: text === '' ? null : (JSON.parse(text) as Fields) }
      : { body: null, text }),
    inBatch: false,
  };
}

async function answered(service: GraphService, asked: Asked, authorization: string): Promise<Sent> {
  const user = service.userOf(authorization.replace(/^Bearer /, ''));
  if (!user) {
    const error = { code: 'InvalidAuthenticationToken', message: 'Access token is empty, or has expired.' };
    return { status: 401, body: { error } };
  }
  const before = service.underWay.get(user.id) ?? 0;
  service.underWay.set(user.id, before + 1);
  try {
    if (before >= MOST_AT_ONCE) {
      service.complaints.add('more than four requests at once');
      return failed(
        new GraphError(429, 'ApplicationThrottled', 'MailboxConcurrency', {}, { 'retry-after': '1' }),
      );
    }
    if (/^\/subscriptions(\/|$)/.test(asked.path)) return await subscription(service, user, asked);
    return asked.path === '/$batch' ? await batch(service, user, asked) : await struck(service, user, asked);
  } finally {
    service.underWay.set(user.id, (service.underWay.get(user.id) ?? 1) - 1);
  }
}

async function struck(service: GraphService, user: StoredUser, asked: Asked): Promise<Sent> {
  for (const complaint of habitsIn(asked)) service.complaints.add(complaint);
  const effect = service.faults.strike(asked);
  if (effect === null) return truly(service, user, asked, false);
  switch (effect.kind) {
    case 'status':
      if (effect.applied) truly(service, user, asked, false);
      return refused(effect);
    case 'reset':
      if (effect.at === 'answer') truly(service, user, asked, false);
      throw new Cut();
    case 'html':
      return { status: 200, body: null, raw: '<!doctype html><title>Sign in</title>' };
    case 'truncate': {
      const whole = JSON.stringify(truly(service, user, asked, false).body);
      return { status: 200, body: null, raw: whole.slice(0, Math.floor(whole.length / 2)) };
    }
    case 'delay':
      await pause(effect.ms);
      return truly(service, user, asked, false);
    case 'emptied':
      return truly(service, user, asked, true);
    case 'meanwhile': {
      if (effect.when === 'before') await effect.act();
      const sent = truly(service, user, asked, false);
      if (effect.when === 'after') await effect.act();
      return sent;
    }
  }
}

/** Its answer waits for the receiver, who is asked meanwhile. */
async function subscription(service: GraphService, user: StoredUser, asked: Asked): Promise<Sent> {
  const effect = service.faults.strike(asked);
  if (effect?.kind === 'status' && effect.applied !== true) return refused(effect);
  if (effect?.kind === 'reset' && effect.at === 'before') throw new Cut();
  try {
    const sent = await service.push.answer(user, asked);
    if (effect?.kind === 'reset') throw new Cut();
    return sent;
  } catch (error) {
    if (error instanceof GraphError) return failed(error);
    throw error;
  }
}

function refused({ status, code, retryAfter }: Extract<GraphEffect, { kind: 'status' }>): Sent {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return failed(new GraphError(status, code ?? 'UnknownError', 'A fault that was ordered.', {}, headers));
}

function truly(service: GraphService, user: StoredUser, asked: Asked, emptied: boolean): Sent {
  try {
    noteRepeats(service, user, asked);
    const { store, settings, origin } = service;
    return answer({ store, settings, emptied, base: () => origin() + VERSION }, user, asked);
  } catch (error) {
    if (error instanceof GraphError) return failed(error);
    throw error;
  }
}

function noteRepeats(service: GraphService, user: StoredUser, { method, path, body }: Asked): void {
  const [, calendarId = '', id = ''] = /^\/me\/calendars\/([^/]+)\/events\/([^/]+)$/.exec(path) ?? [];
  const event = user.calendars.get(decodeURIComponent(calendarId))?.events.get(decodeURIComponent(id));
  if (method !== 'PATCH' || !event || body === null) return;
  for (const name of repeatedFields(body, event.fields)) service.complaints.add(`PATCH says ${name} again`);
}

function failed({ status, code, message, more, headers }: GraphError): Sent {
  const innerError = { date: '2026-01-01T00:00:00', 'request-id': 'r', 'client-request-id': 'c' };
  return { status, body: { error: { code, message, innerError, ...more } }, headers };
}

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Fields;
}

/** Parts are answered in another order than they were asked in. */
async function batch(service: GraphService, user: StoredUser, asked: Asked): Promise<Sent> {
  const parts = (asked.body?.['requests'] ?? []) as readonly Part[];
  const ids = new Set(parts.map(({ id }) => id));
  if (parts.length === 0 || parts.length > MOST_PARTS || ids.size !== parts.length)
    return failed(new GraphError(400, 'BadRequest', 'Invalid batch payload format.'));
  const effect = service.faults.strike(asked);
  if (effect?.kind === 'status') return refused(effect);
  if (effect?.kind === 'reset') throw new Cut();
  const responses = [];
  for (const part of parts) {
    const url = new URL(part.url, 'http://graph');
    const headers = Object.fromEntries(
      Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const inner: Asked = {
      method: part.method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: part.body ?? null,
      inBatch: true,
    };
    const { status, body, headers: told = {} } = await struck(service, user, inner);
    service.log.push({ method: `batched ${part.method}`, path: inner.path, status });
    responses.unshift({ id: part.id, status, headers: told, body });
  }
  return { status: 200, body: { responses } };
}
