import { once } from 'node:events';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { createAuth } from '@atelier/runtime/auth';
import { readConfig } from '@atelier/runtime/config/config';
import { openLiveServices } from '@atelier/runtime/live-services';
import { rememberedPasswords } from '@atelier/runtime/testing/remembered-passwords';
import { OPERATOR, type Role } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import { addUser } from '@atelier/usecases/people/add-user';
import type { Express } from 'express';
import { WebSocket } from 'ws';
import { createApp } from '../app.ts';
import { type RunningServer, startServer } from '../server.ts';

export const PASSWORD = 'a long enough password';

export interface TestServer extends AsyncDisposable {
  readonly context: Context;
  readonly origin: string;
  /** The application as it is served, made anew to look at what is mounted. */
  app(): Express;
  addUser(email: string, role: Role): Promise<string>;
  /** Signs in and gives the cookie. */
  signIn(email: string, password?: string): Promise<string>;
  call(path: string, cookie: string | null, input?: unknown): Promise<Response>;
  /** Stops the server and starts it again on the same port, on the same database. */
  restart(): Promise<void>;
}

/** The true server on a true database, for tests. */
export async function openTestServer(settings: Record<string, string> = {}): Promise<TestServer> {
  await using stack = new AsyncDisposableStack();
  const url = settings['DATABASE_URL'] ?? stack.use(await createTestDatabase()).url;
  const environment = {
    DATABASE_URL: url,
    ATELIER_SECRET: 'x'.repeat(40),
    ATELIER_LOG_LEVEL: 'silent',
    ...settings,
  };
  const config = { ...readConfig({ PORT: '0', ...environment }), demo: false };
  const services = stack.use(await openLiveServices(config, 'test', { passwords: rememberedPasswords }));
  let server: RunningServer = await startServer(services);
  stack.defer(() => server[Symbol.asyncDispose]());
  const origin = `http://127.0.0.1:${server.port}`;
  const { context } = services;
  const owned = stack.move();
  return {
    context,
    origin,
    app: () => createApp(services, createAuth(context, config)),
    async addUser(email, role) {
      const added = await addUser(context, OPERATOR, { email, role, name: email, password: PASSWORD });
      if (!added.ok) throw new Error(added.refusal.message);
      return added.value.id;
    },
    async signIn(email, password = PASSWORD) {
      const answer = await postJson(`${origin}/api/auth/sign-in/email`, { email, password }, { origin });
      if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    call(path, cookie, input) {
      const headers = cookie === null ? {} : { cookie };
      if (input === undefined) return fetch(`${origin}/trpc/${path}`, { headers });
      return postJson(`${origin}/trpc/${path}`, { json: input }, { ...headers, origin });
    },
    async restart() {
      const { port } = server;
      await server[Symbol.asyncDispose]();
      server = await startServer({ ...services, config: { ...config, port } });
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export function postJson(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

export interface Watcher extends AsyncDisposable {
  /** Everything heard so far: ids and events, in order; a change by its topic. */
  readonly heard: readonly { readonly id: string; readonly event: { readonly type: string } }[];
  /** Waits until something matching was heard, and gives it. */
  until(type: string, count?: number): Promise<void>;
  readonly closed: Promise<number>;
}

/** A browser's live connection, by hand: opens the socket and subscribes. */
export async function watch(
  server: TestServer,
  cookie: string | null,
  lastEventId?: string,
): Promise<Watcher> {
  const { origin } = server;
  const headers = cookie === null ? { origin } : { origin, cookie };
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/trpc`, { headers });
  const heard: { id: string; event: { type: string } }[] = [];
  const hear = ({ id = '', data }: NonNullable<WireMessage['result']>) => {
    const { type, topic, ...rest } = data.json.data;
    heard.push({ id, event: { ...rest, type: topic ?? type } });
  };
  const closed = once(socket, 'close').then(([code]) => code as number);
  socket.on('message', (message) => {
    if (isPing(socket, message)) return;
    const { result, error } = JSON.parse(String(message)) as WireMessage;
    if (error) heard.push({ id: '', event: { type: `error ${error.json.data.code}` } });
    if (result?.type === 'data') hear(result);
  });
  await once(socket, 'open');
  const input = { json: lastEventId === undefined ? null : { lastEventId } };
  socket.send(JSON.stringify({ id: 1, method: 'subscription', params: { path: 'changes.watch', input } }));
  return {
    heard,
    closed,
    async until(type, count = 1) {
      while (heard.filter(({ event }) => event.type === type).length < count) await once(socket, 'message');
    },
    [Symbol.asyncDispose]: async () => {
      socket.close();
      await closed;
    },
  };
}

/** Whether it is the server that asks if anybody is still there, as it does every 20 seconds; answers it. */
export function isPing(socket: WebSocket, message: WebSocket.RawData): boolean {
  const ping = String(message) === 'PING';
  if (ping) socket.send('PONG');
  return ping;
}

interface WireMessage {
  readonly result?: {
    readonly type: string;
    readonly id?: string;
    readonly data: { readonly json: { readonly data: { readonly type: string; readonly topic?: string } } };
  };
  readonly error?: { readonly json: { readonly data: { readonly code: string } } };
}
