import { eventsRoute } from '@atelier/api/calendars/events-route';
import { feedRoutes } from '@atelier/api/calendars/feed-routes';
import { importRoute } from '@atelier/api/calendars/import-route';
import { signInRoute } from '@atelier/api/connections/sign-in-route';
import { answerError } from '@atelier/api/doors/answer-error';
import { capBody } from '@atelier/api/doors/cap-body';
import { createDoorKeeper } from '@atelier/api/doors/door';
import { hookRoutes } from '@atelier/api/hooks/hook-routes';
import { imageRoutes } from '@atelier/api/images/image-routes';
import { mailRoutes } from '@atelier/api/mailbox/mail-routes';
import { restRouter } from '@atelier/api/rest/rest-router';
import type { Auth } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/live-services';
import { CLIENT_IP_HEADER } from '@atelier/runtime/sign-in/library';
import { LARGEST_IMPORT } from '@atelier/usecases/events/import-events';
import { outOfReach } from '@atelier/usecases/out-of-reach';
import { fromNodeHeaders } from 'better-auth/node';
import compression from 'compression';
import type { RequestHandler } from 'express';
import express, { type Express, type Request } from 'express';
import { apiServices } from './api-services.ts';
import { authRoutes } from './doors/auth-routes.ts';
import { refuseUnknownHost } from './doors/known-host.ts';
import { passkeyRoutes } from './doors/passkey-routes.ts';
import { securityHeaders } from './doors/security-headers.ts';
import { healthRoutes } from './health.ts';
import { trpcRoutes } from './trpc-routes.ts';
import { nothingHere, webPages } from './web-pages.ts';

/**
 * Rate limits count by address. The auth library reads it from a header, so ours replaces whatever a
 * client may have sent under that name with what the socket (or a trusted proxy) says.
 */
const rememberClientIp: RequestHandler = (request, _response, next) => {
  request.headers[CLIENT_IP_HEADER] = request.ip ?? 'unknown';
  next();
};

/** Octets. No route takes more of a body; each says by its door how much less. */
export const LARGEST_BODY = LARGEST_IMPORT;

/** Every route has a door of its own, which is its first handler; whatever has none is not there. */
export function createApp(services: LiveServices, auth: Auth): Express {
  const { config } = services;
  const app = express();
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('trust proxy', config.trustedProxies);
  app.use(capBody(LARGEST_BODY));
  app.use(securityHeaders(config));
  app.use(rememberClientIp);
  const door = createDoorKeeper(config);
  app.use(healthRoutes(services, door));
  // Providers may reach this machine by a name of their own, and need no session.
  const { context, gate, said } = services;
  app.use(hookRoutes({ services: { ...context, gate, said }, door }));
  app.use(refuseUnknownHost(config));
  app.use(compression());
  const visitorOf = ({ headers }: Request) => auth.visitor(fromNodeHeaders(headers));
  const actorOf = async (request: Request) => (await visitorOf(request))?.actor ?? null;
  const api = { services: apiServices(services), door, actorOf };
  app.use(authRoutes(services, auth, door));
  app.use(passkeyRoutes(services, auth, door));
  app.use(feedRoutes(api));
  app.use(importRoute(api));
  app.use(imageRoutes(api));
  app.use(signInRoute({ ...api, visitorOf }));
  app.use(mailRoutes(api));
  app.use(restRouter(api));
  app.use(eventsRoute(api));
  app.use(trpcRoutes(services, { ...api, visitorOf }));
  app.use(webPages(config, door));
  app.use(nothingHere);
  app.use(
    answerError((error, path) => {
      const away = outOfReach(error);
      services.logger.error({ err: error, path }, away ? 'the database is away' : 'a request failed');
    }),
  );
  return app;
}
