import { appRouter } from '@atelier/api/app-router';
import { imageRoutes } from '@atelier/api/images/image-routes';
import { restRouter } from '@atelier/api/rest/rest-router';
import type { Auth } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/services';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import compression from 'compression';
import express, { type Express, type Request } from 'express';
import { apiServices } from './api-services.ts';
import { rememberClientIp } from './client-ip.ts';
import { healthRoutes } from './health.ts';
import { refuseForeignOrigin } from './origin.ts';
import { securityHeaders } from './security-headers.ts';
import { webPages } from './web-pages.ts';

const LARGEST_BODY = 1_000_000;

export function createApp(services: LiveServices, auth: Auth): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', services.config.trustedProxies);
  app.use(securityHeaders(services.config));
  app.use(rememberClientIp);
  app.use(healthRoutes(services));
  app.use(refuseForeignOrigin(services.config));
  // Before any body parser: the auth library reads the body itself.
  app.all('/api/auth/{*any}', toNodeHandler(auth.handler));
  app.use(compression());
  const actorOf = async ({ headers }: Request) =>
    (await auth.visitor(fromNodeHeaders(headers)))?.actor ?? null;
  app.use(imageRoutes({ services: apiServices(services), actorOf }));
  const report = (error: unknown, path: string) =>
    services.logger.error({ err: error, path }, 'a request failed');
  app.use(restRouter({ services: apiServices(services), actorOf, report }));
  app.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      maxBodySize: LARGEST_BODY,
      createContext: async ({ req }) => ({
        actor: (await auth.visitor(fromNodeHeaders(req.headers)))?.actor ?? null,
        services: apiServices(services),
        ip: req.ip ?? 'unknown',
        allowance: null,
      }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          services.logger.error({ err: error, path }, 'a request failed');
      },
    }),
  );
  app.use(webPages());
  return app;
}
