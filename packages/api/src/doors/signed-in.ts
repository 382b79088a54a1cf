import { withinLimit } from '@atelier/usecases/abuse/within-limit';
import type { Actor } from '@atelier/usecases/actor';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import type { Request, RequestHandler } from 'express';
import { expectDone } from '../rest/expect-done.ts';
import { RestError } from '../rest/rest-error.ts';
import type { ApiServices } from '../trpc/trpc.ts';
import type { DoorKeeper } from './door.ts';

/** What routes for people of the studio are made of. */
export interface OwnRoutes {
  readonly services: ApiServices;
  readonly door: DoorKeeper;
  /** Who is signed in; null for a stranger. */
  readonly actorOf: (request: Request) => Promise<Actor | null>;
}

/** Whose request it is; a stranger's is refused. */
export function signedInBy({ actorOf }: Pick<OwnRoutes, 'actorOf'>): (request: Request) => Promise<Actor> {
  return async (request) => {
    const actor = await actorOf(request);
    if (!actor) throw new RestError('unauthorized', codedRefusal('sign-in-first'));
    return actor;
  };
}

/** Nobody's megabytes are read before they are known. @param points a file costs as much as so many looks. */
export function knownFirst(routes: OwnRoutes, points: number): RequestHandler {
  const signedIn = signedInBy(routes);
  return async (request, _response, next) => {
    const { userId } = await signedIn(request);
    expectDone(await withinLimit(routes.services.limiter, 'person', userId, points));
    next();
  };
}
