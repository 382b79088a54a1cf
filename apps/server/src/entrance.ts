import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '@atelier/runtime/config/config';

export interface Entrance extends AsyncDisposable {
  readonly http: Server;
  readonly port: number;
  /** From now on requests are served; until then each is told to come back. */
  open(serve: RequestListener): void;
}

/** Where a server listens from its first moment on, also while there is no database yet. */
export async function openEntrance({ port, host }: Pick<Config, 'port' | 'host'>): Promise<Entrance> {
  let serve: RequestListener = notYet;
  const http = createServer((request, response) => serve(request, response));
  http.listen(port, host);
  await once(http, 'listening').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new Error(`Port ${port} is not free: stop what listens there, or set PORT to another number.`);
  });
  return {
    http,
    port: (http.address() as AddressInfo).port,
    open(listener) {
      serve = listener;
    },
    [Symbol.asyncDispose]: async () => {
      if (!http.listening) return;
      const closed = once(http, 'close');
      http.close();
      await answered(http, closed);
      http.closeAllConnections();
      await closed;
    },
  };
}

/** Longer than any answer takes that is worth waiting for. */
const ANSWERED_MS = 3_000;
const LOOK_MS = 20;

/** Whoever is being answered gets the answer, while there is still a database to answer from. */
async function answered(http: Server, closed: Promise<unknown>): Promise<void> {
  const looking = setInterval(() => http.closeIdleConnections(), LOOK_MS);
  const patience = new AbortController();
  await Promise.race([
    closed,
    delay(ANSWERED_MS, undefined, { signal: patience.signal }).catch(() => undefined),
  ]);
  clearInterval(looking);
  patience.abort();
}

const MESSAGE = 'Atelier is waiting for its database. Nothing was changed.';
const HINT = 'It goes on by itself; try again in a moment.';
const COME_BACK = {
  'cache-control': 'no-store',
  'retry-after': '5',
  'x-content-type-options': 'nosniff',
};

const notYet: RequestListener = (request, response) => {
  // The body is not waited for.
  request.resume();
  const [path = ''] = (request.url ?? '').split('?');
  const json = (status: number, body: object) =>
    response
      .writeHead(status, { ...COME_BACK, 'content-type': 'application/json' })
      .end(JSON.stringify(body));
  if (path === '/healthz') return json(200, { ok: true });
  if (path === '/readyz') return json(503, { ok: false, database: false, worker: false, message: MESSAGE });
  if (/^\/(?:api|trpc)(?:\/|$)/.test(path))
    return json(503, { error: { kind: 'unavailable', message: MESSAGE, hint: HINT } });
  return response
    .writeHead(503, { ...COME_BACK, refresh: '5', 'content-type': 'text/plain; charset=utf-8' })
    .end(`${MESSAGE} ${HINT}\n`);
};
