import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isKnownHost, isOwnOrigin } from '@atelier/api/doors/own-origin';
import { appRouter } from '@atelier/api/trpc/app-router';
import { chargeEach } from '@atelier/api/trpc/charge';
import type { Auth, Visitor } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/live-services';
import { addressGroup } from '@atelier/usecases/abuse/address-group';
import { outOfReach } from '@atelier/usecases/out-of-reach';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { fromNodeHeaders } from 'better-auth/node';
import proxyAddr from 'proxy-addr';
import { WebSocketServer } from 'ws';
import { apiServices } from '../api-services.ts';
import { BoundedSocket } from './bounded-socket.ts';
import { sessionSockets } from './session-sockets.ts';
import { OF_A_PERSON, OF_STRANGERS, type Seat, StreamRoom } from './stream-room.ts';

const LARGEST_MESSAGE = 100_000;
const PING_MS = 20_000;
const PONG_WAIT_MS = 8_000;

/** WebSocket subscriptions. A socket lives no longer than the session that opened it. */
export function attachSockets(http: Server, services: LiveServices, auth: Auth): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    WebSocket: BoundedSocket,
  });
  const guests = new WeakMap<IncomingMessage, Guest>();
  const sessions = sessionSockets(services.context.clock);
  const enter = doorOf(services, auth);
  let closing = false;
  const handler = serveStreams(sockets, services, guests, (error, path) => {
    // Where the process ends, a question that is cut off is no failure.
    if (!closing) services.logger.error({ err: error, path }, 'a subscription failed');
  });

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const guest = await enter(request);
    if (socket.destroyed) return;
    if (typeof guest === 'number') return refuse(socket, guest);
    guests.set(request, guest);
    if (guest.seat) socket.once('close', guest.seat.leave);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (guest.visitor) sessions.bind(opened, guest.visitor);
      sockets.emit('connection', opened, request);
    });
  }

  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error) => refuse(socket, outOfReach(error) ? 503 : 500));
  });
  const unlisten = services.listener.on('atelier_session_end', sessions.end);
  return {
    close() {
      closing = true;
      unlisten();
      handler.broadcastReconnectNotification();
      for (const socket of sockets.clients) socket.close(1012, 'restarting');
      sockets.close();
    },
  };
}

/** Who came in, and the room that they have. */
interface Guest {
  readonly visitor: Visitor | null;
  /** Null where nothing is bounded. */
  readonly seat: Seat | null;
}

/**
 * Nobody signed in is let through all the same: to what is open to anybody. Strangers are bounded by their address,
 * people by who they are. What is only for people is refused by the procedure, for after a refused upgrade the client
 * would knock for ever and never learn why.
 * @returns the status to refuse with, or who it is.
 */
function doorOf({ config }: LiveServices, auth: Auth) {
  const room = config.rateLimits ? new StreamRoom() : null;
  return async (request: IncomingMessage): Promise<Guest | 403 | 404 | 429> => {
    if ((request.url ?? '/').split('?')[0] !== '/trpc') return 404;
    // A browser never leaves Origin out here, so its absence is refused as well.
    const own = request.headers.origin !== undefined && isOwnOrigin(request, config);
    if (!own || !isKnownHost(request, config)) return 403;
    const visitor = await auth.visitor(fromNodeHeaders(request.headers));
    if (request.socket.destroyed || room === null) return { visitor, seat: null };
    const seat = visitor
      ? room.enter(visitor.actor.userId, OF_A_PERSON)
      : room.enter(addressGroup(clientAddress(request, config.trustedProxies)), OF_STRANGERS);
    return seat === null ? 429 : { visitor, seat };
  };
}

function serveStreams(
  sockets: WebSocketServer,
  services: LiveServices,
  guests: WeakMap<IncomingMessage, Guest>,
  failed: (error: Error, path: string | undefined) => void,
) {
  return applyWSSHandler({
    wss: sockets,
    router: appRouter,
    createContext: ({ req }) => {
      const { visitor = null, seat = null } = guests.get(req) ?? {};
      const asker = {
        actor: visitor?.actor ?? null,
        ip: clientAddress(req, services.config.trustedProxies),
      };
      return {
        ...asker,
        sessionId: visitor?.sessionId ?? null,
        services: apiServices(services),
        allowance: seat?.allowance ?? null,
        charge: chargeEach(services.limiter, asker),
      };
    },
    keepAlive: { enabled: true, pingMs: PING_MS, pongWaitMs: PONG_WAIT_MS },
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') failed(error, path);
    },
  });
}

function refuse(socket: Duplex, status: 403 | 404 | 429 | 500 | 503): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Address of whoever knocks, past so many proxies that are ours; as Express counts them. */
function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  return proxyAddr(request, (_address, hop) => hop < trustedProxies);
}
