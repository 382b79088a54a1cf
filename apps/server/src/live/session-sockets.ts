import type { Visitor } from '@atelier/runtime/auth';
import type { WebSocket } from 'ws';

const EXPIRY_LOOK_MS = 30_000;
/** Close code for "who you were is over" (RFC 6455 7.4.2: 4000-4999 are the application's). */
const SESSION_OVER = 4401;

/** Which sockets a session has opened: they close when it ends, or runs out. */
export function sessionSockets(clock: () => Date) {
  const bySession = new Map<string, Set<WebSocket>>();
  return {
    bind(socket: WebSocket, { sessionId, expiresAt }: Visitor): void {
      const mates = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, mates.add(socket));
      const expiry = setInterval(() => {
        if (clock() >= expiresAt) socket.close(SESSION_OVER, 'session over');
      }, EXPIRY_LOOK_MS);
      socket.once('close', () => {
        clearInterval(expiry);
        mates.delete(socket);
        if (mates.size === 0) bySession.delete(sessionId);
      });
    },
    /** @param sessionId null: the listener was away, and an end may have gone unheard; everybody proves themselves anew. */
    end(sessionId: string | null): void {
      const ended = sessionId === null ? [...bySession.values()] : [bySession.get(sessionId) ?? []];
      for (const socket of ended.flatMap((mates) => [...mates])) socket.close(SESSION_OVER, 'session over');
    },
  };
}
