import type { DoorKeeper } from '@atelier/api/doors/door';
import { SEEN_HEADER, writeSeen } from '@atelier/api/live/seen';
import { appRouter } from '@atelier/api/trpc/app-router';
import { chargeTogether } from '@atelier/api/trpc/charge';
import { type ApiServices, unavailable } from '@atelier/api/trpc/trpc';
import type { Visitor } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/live-services';
import { outOfReach } from '@atelier/usecases/out-of-reach';

import { createExpressMiddleware } from '@trpc/server/adapters/express';
import { type Request, Router } from 'express';
import { MOST_CALLS } from './live/most-calls.ts';

/** Octets. */
export const LARGEST_CALL = 1_000_000;

interface TrpcRoutes {
  readonly services: ApiServices;
  readonly door: DoorKeeper;
  readonly visitorOf: (request: Request) => Promise<Visitor | null>;
}

/** tRPC over HTTP, for our own pages. */
export function trpcRoutes(
  { logger }: Pick<LiveServices, 'logger'>,
  { services, door, visitorOf }: TrpcRoutes,
): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  const answer = createExpressMiddleware({
    router: appRouter,
    maxBodySize: LARGEST_CALL,
    maxBatchSize: MOST_CALLS,
    createContext: async ({ req, res, info }) => {
      // Before anything is looked up: what is answered may be newer than this, and never older.
      res.set(SEEN_HEADER, writeSeen(services.hub));
      const visitor = await visitorOrAway(() => visitorOf(req));
      const asker = { actor: visitor?.actor ?? null, ip: req.ip ?? 'unknown' };
      const charge = chargeTogether(services.limiter, asker, Math.max(1, info.calls.length));
      return { ...asker, sessionId: visitor?.sessionId ?? null, services, allowance: null, charge };
    },
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') logger.error({ err: error, path }, 'a request failed');
    },
  });
  const own = door({ access: 'own', largestBody: LARGEST_CALL });
  routes.get('/trpc/:calls', own, answer);
  routes.post('/trpc/:calls', own, answer);
  return routes;
}

/** Who cannot be looked up just now is not signed out. */
async function visitorOrAway<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    throw outOfReach(error) ? unavailable(error) : error;
  }
}
