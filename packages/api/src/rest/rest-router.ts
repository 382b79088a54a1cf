import type { Limited } from '@atelier/usecases/abuse/limiter';
import { tooOften } from '@atelier/usecases/abuse/within-limit';
import type { Actor } from '@atelier/usecases/actor';
import { actorOfKey } from '@atelier/usecases/people/api-keys';
import { codedRefusal } from '@atelier/words/refusals/coded-refusal';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import { type DoorKeeper, SMALL_BODY } from '../doors/door.ts';
import type { ApiServices } from '../trpc/trpc.ts';
import { answerPreflight, forAnySite } from './any-site.ts';
import { openApiDocument } from './open-api.ts';
import { readAsked } from './read-asked.ts';
import { RestError, refusalError } from './rest-error.ts';
import { REST_ROUTES } from './rest-routes.ts';
import type { RestRoute } from './route.ts';
import { signedIn } from './signed-in.ts';

export interface RestServices {
  readonly services: ApiServices;
  readonly door: DoorKeeper;
  /** Who is signed in by a session; asked on admin routes only. */
  readonly actorOf: (request: Request) => Promise<Actor | null>;
}

/** Everything under /api/v1, for other sites and for scripts, over the same use cases as the pages. */
export function restRouter(rest: RestServices): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const contract = { path: '/api/v1/openapi.json', access: 'public', limit: 'read' } as const;
  router.get(contract.path, ...entrance(rest, contract), openApi());
  for (const route of REST_ROUTES)
    router[route.method](
      addressOf(route),
      ...entrance(rest, route),
      onlyJson,
      json({ limit: SMALL_BODY }),
      handler(rest, route),
    );
  for (const route of onePerPath([...REST_ROUTES, contract])) otherMethods(router, rest, route);
  const nowhere = entrance(rest, { access: 'admin', limit: 'read' });
  router.all(['/api/v1', '/api/v1/', '/api/v1/{*rest}'], ...nowhere, () => {
    throw unknownRoute();
  });
  return router;
}

type Mounted = Pick<RestRoute, 'path' | 'access' | 'limit'>;

/** What every request passes before its route looks at it. */
function entrance(rest: RestServices, { access, limit }: Omit<Mounted, 'path'>): RequestHandler[] {
  const door = rest.door({ access: access === 'admin' ? 'own' : 'public', largestBody: SMALL_BODY });
  return access === 'public'
    ? [door, forAnySite, noStore, counted(rest, limit)]
    : [door, noStore, counted(rest, limit)];
}

/** A browser may ask beforehand what is for any site; whatever else is tried at an address that exists is refused. */
function otherMethods(router: Router, rest: RestServices, route: Mounted): void {
  const path = addressOf(route);
  if (route.access === 'public')
    router.options(path, rest.door({ access: 'public', largestBody: 0 }), forAnySite, answerPreflight);
  router.all(path, ...entrance(rest, route), (request) => {
    throw wrongMethod(request);
  });
}

function onePerPath(routes: readonly Mounted[]): readonly Mounted[] {
  return [...new Map(routes.map((route) => [route.path, route])).values()];
}

/** As the router writes what OpenAPI writes `{id}`. */
function addressOf({ path }: Pick<Mounted, 'path'>): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function openApi(): RequestHandler {
  const document = openApiDocument();
  return (_request, response) => {
    response.json(document);
  };
}

/** Counts, says so on every answer, and ends what is too much. Who cannot be counted is not let in. */
function counted({ services }: RestServices, what: Limited): RequestHandler {
  return async (request, response, next) => {
    if (services.limiter === null) return next();
    const count = await services.limiter.take(what, ipOf(request)).catch((cause: unknown) => {
      throw new RestError('unavailable', codedRefusal('unavailable-now'), { retryAfter: 5, cause });
    });
    response.locals['used'] = count.used;
    response.set({
      'RateLimit-Limit': String(count.limit),
      'RateLimit-Remaining': String(Math.max(0, count.limit - count.used)),
      'RateLimit-Reset': String(count.resetSeconds),
    });
    if (count.allowed) return next();
    throw refusalError(tooOften(count.resetSeconds), { retryAfter: count.resetSeconds });
  };
}

const onlyJson: RequestHandler = (request, _response, next) => {
  const empty = request.get('transfer-encoding') === undefined && !Number(request.get('content-length'));
  if (empty || request.is('application/json')) return next();
  throw new RestError('unsupported_type', codedRefusal('body-json'));
};

function handler(rest: RestServices, route: RestRoute): RequestHandler {
  return async (request, response) => {
    const { services } = rest;
    const actor = await actorFor(rest, route, request);
    const asked = {
      ...readAsked(route, request),
      services,
      actor,
      ip: ipOf(request),
      key: route.keyed ? (request.get('idempotency-key') ?? null) : null,
      used: Number(response.locals['used'] ?? 0),
    };
    answer(response, route, await route.run(asked));
  };
}

/** By key; on admin routes also by session. A key that is none is told so wherever it is shown. */
async function actorFor(
  { services, actorOf }: RestServices,
  { access }: RestRoute,
  request: Request,
): Promise<Actor | null> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const actor = await actorOfKey(services, bearer);
    if (actor) return actor;
    throw new RestError('unauthorized', codedRefusal('key-invalid'));
  }
  return access === 'admin' ? signedIn(await actorOf(request)) : null;
}

/** Only what the schema says leaves the house, in the form that it says. */
function answer(
  response: Response,
  { status, contentType, answer: schema }: RestRoute,
  value: unknown,
): void {
  response.status(status);
  if (schema === null) response.end();
  else if (contentType === 'application/json') response.json(schema.parse(JSON.parse(JSON.stringify(value))));
  else {
    // A browser that is sent here saves it under a name that calendars know.
    response.set('Content-Disposition', 'attachment; filename="booking.ics"');
    response.type(`${contentType}; charset=utf-8`).send(schema.parse(value));
  }
}

function wrongMethod({ method }: Request): RestError {
  return new RestError('method_not_allowed', codedRefusal('method-nothing', { method }));
}

function unknownRoute(): RestError {
  return new RestError('not_found', codedRefusal('no-route'));
}

function ipOf({ ip }: Request): string {
  return ip ?? 'unknown';
}
