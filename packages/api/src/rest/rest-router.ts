import type { Limited } from '@atelier/usecases/abuse/limiter';
import { tooOften } from '@atelier/usecases/abuse/within-limit';
import type { Actor } from '@atelier/usecases/actor';
import { actorOfKey } from '@atelier/usecases/api-keys';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import type { ApiServices } from '../trpc.ts';
import { answerError } from './answer-error.ts';
import { cors, isAdminPath } from './cors.ts';
import { openApiDocument } from './open-api.ts';
import { readAsked } from './read-asked.ts';
import { RestError, refusalError } from './rest-error.ts';
import { REST_ROUTES } from './rest-routes.ts';
import type { RestRoute } from './route.ts';
import { signedIn } from './signed-in.ts';

export interface RestServices {
  readonly services: ApiServices;
  /** Who is signed in by a session; asked on admin routes only. */
  readonly actorOf: (request: Request) => Promise<Actor | null>;
  /** Of failures that nobody foresaw. */
  readonly report: (error: unknown, path: string) => void;
}

const LARGEST_BODY = 64 * 1024;

/** Everything under /api/v1, for other sites and for scripts, over the same use cases as the pages. */
export function restRouter(rest: RestServices): Router {
  const router = Router();
  router.use('/api/v1', noStore);
  router.use(under('/api/v1', cors));
  router.get('/api/v1/openapi.json', counted(rest, 'read'), openApi());
  for (const route of REST_ROUTES)
    router[route.method](
      route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      counted(rest, route.limit),
      onlyJson,
      json({ limit: LARGEST_BODY }),
      handler(rest, route),
    );
  router.use(under('/api/v1', nothingHere(rest)));
  router.use(answerError(rest.report));
  return router;
}

/** Keeps the whole path, which `router.use(path)` would cut off. */
function under(prefix: string, handle: RequestHandler): RequestHandler {
  return (request, response, next) =>
    request.path === prefix || request.path.startsWith(`${prefix}/`)
      ? handle(request, response, next)
      : next();
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
      throw new RestError('unavailable', 'Nothing can be answered just now.', { retryAfter: 5, cause });
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
  throw new RestError('unsupported_type', 'A body is JSON here.', {
    hint: 'Send the header “Content-Type: application/json”.',
  });
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
    throw new RestError('unauthorized', 'This key is not valid (any more).');
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

function nothingHere(rest: RestServices): RequestHandler {
  const count = counted(rest, 'read');
  return async (request, response, next) => {
    await count(request, response, (error?: unknown) => {
      if (error) return next(error);
      next(isKnown(request.path) ? wrongMethod(request) : unknownRoute(request));
    });
  };
}

function isKnown(path: string): boolean {
  return [...REST_ROUTES.map((route) => route.path), '/api/v1/openapi.json'].some((known) =>
    new RegExp(`^${known.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

function wrongMethod({ method }: Request): RestError {
  return new RestError('method_not_allowed', `${method} does nothing here.`, {
    hint: '/api/v1/openapi.json lists what there is.',
  });
}

function unknownRoute({ path }: Request): RestError {
  const hint = '/api/v1/openapi.json lists what there is.';
  return isAdminPath(path)
    ? new RestError('not_found', 'There is no such admin route.', { hint })
    : new RestError('not_found', 'There is no such route.', { hint });
}

function ipOf({ ip }: Request): string {
  return ip ?? 'unknown';
}
