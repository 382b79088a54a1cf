import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isKnownHost, isOwnOrigin } from '@atelier/api/doors/own-origin';
import { appRouter } from '@atelier/api/trpc/app-router';
import { chargeEach } from '@atelier/api/trpc/charge';
import type { Auth, Visitor } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/services';
import { addressGroup } from '@atelier/usecases/abuse/address-group';
import { outOfReach } from '@atelier/usecases/out-of-reach';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { fromNodeHeaders } from 'better-auth/node';
import { type WebSocket, WebSocketServer } from 'ws';
import { apiServices } from '../api-services.ts';
import { clientAddress } from '../doors/client-address.ts';
import { BoundedSocket } from './bounded-socket.ts';

import { OF_A_PERSON, OF_STRANGERS, type Seat, StreamRoom } from './stream-room.ts';

const LARGEST_MESSAGE = 100_000;
const PING_MS = 20_000;
const PONG_WAIT_MS = 8_000;
const EXPIRY_LOOK_MS = 30_000;
/** Close code for "who you were is over" (RFC 6455 7.4.2: 4000-4999 are the application's). */
const SESSION_OVER = 4401;

/** WebSocket subscriptions. A socket lives no longer than the session that opened it. */
export function attachSockets(http: Server, services: LiveServices, auth: Auth): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    WebSocket: BoundedSocket,
  });
  const visitors = new WeakMap<IncomingMessage, Visitor>();
  const bySession = new Map<string, Set<WebSocket>>();
  const room = services.config.rateLimits ? new StreamRoom() : null;
  const seats = new WeakMap<IncomingMessage, Seat>();

  const handler = applyWSSHandler({
    wss: sockets,
    router: appRouter,
    createContext: ({ req }) => {
      const { actor = null, sessionId = null } = visitors.get(req) ?? {};
      const asker = { actor, ip: clientAddress(req, services.config.trustedProxies) };
      const charge = chargeEach(services.limiter, asker);
      const allowance = seats.get(req)?.allowance ?? null;
      return { ...asker, sessionId, services: apiServices(services), allowance, charge };
    },
    keepAlive: { enabled: true, pingMs: PING_MS, pongWaitMs: PONG_WAIT_MS },
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR')
        services.logger.error({ err: error, path }, 'a subscription failed');
    },
  });

  /**
   * Nobody signed in is let through all the same: to what is open to anybody. Strangers are bounded by their address,
   * people by who they are. What is only for people is refused by the procedure, for after a refused upgrade the client would knock for ever and never learn why.
   */
  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if ((request.url ?? '/').split('?')[0] !== '/trpc') return refuse(socket, 404);
    const { config } = services;
    // A browser never leaves Origin out here, so its absence is refused as well.
    const own = request.headers.origin !== undefined && isOwnOrigin(request, config);
    if (!own || !isKnownHost(request, config)) return refuse(socket, 403);
    const visitor = await auth.visitor(fromNodeHeaders(request.headers));
    if (visitor) visitors.set(request, visitor);
    if (socket.destroyed) return;
    const seat = visitor
      ? room?.enter(visitor.actor.userId, OF_A_PERSON)
      : room?.enter(addressGroup(clientAddress(request, config.trustedProxies)), OF_STRANGERS);
    if (seat === null) return refuse(socket, 429);
    if (seat) {
      seats.set(request, seat);
      socket.once('close', seat.leave);
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (visitor) bindToSession(opened, visitor);
      sockets.emit('connection', opened, request);
    });
  }

  function bindToSession(socket: WebSocket, { sessionId, expiresAt }: Visitor): void {
    const mates = bySession.get(sessionId) ?? new Set();
    bySession.set(sessionId, mates.add(socket));
    const expiry = setInterval(() => {
      if (services.context.clock() >= expiresAt) socket.close(SESSION_OVER, 'session over');
    }, EXPIRY_LOOK_MS);
    socket.once('close', () => {
      clearInterval(expiry);
      mates.delete(socket);
      if (mates.size === 0) bySession.delete(sessionId);
    });
  }

  /** After the listener was away, an ended session may have gone unheard: everybody proves themselves anew. */
  function sessionEnded(sessionId: string | null): void {
    const ended =
      sessionId === null
        ? [...bySession.values()].flatMap((mates) => [...mates])
        : [...(bySession.get(sessionId) ?? [])];
    for (const socket of ended) socket.close(SESSION_OVER, 'session over');
  }

  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error) => refuse(socket, outOfReach(error) ? 503 : 500));
  });
  const quiet = services.listener.on('atelier_session_end', sessionEnded);
  return {
    close() {
      quiet();
      handler.broadcastReconnectNotification();
      for (const socket of sockets.clients) socket.close(1012, 'restarting');
      sockets.close();
    },
  };
}

function refuse(socket: Duplex, status: 403 | 404 | 429 | 500 | 503): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
