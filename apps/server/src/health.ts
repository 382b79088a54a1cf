import { createHash, timingSafeEqual } from 'node:crypto';
import { type DoorKeeper, SMALL_BODY } from '@atelier/api/doors/door';
import type { LiveServices } from '@atelier/runtime/live-services';
import { registerFeed, registerInstallation } from '@atelier/runtime/watched/installation-metrics';
import { registerProcess } from '@atelier/runtime/watched/process-metrics';
import { readiness } from '@atelier/usecases/health/installation-health';
import { type RequestHandler, Router } from 'express';
import { Registry } from 'prom-client';

/**
 * `/healthz`: this process can serve. `/readyz`: database and a worker are there too. `/metrics`: for Prometheus, behind
 * its token; without one it is not there.
 */
export function healthRoutes(
  { context, config, hub }: Pick<LiveServices, 'context' | 'config' | 'hub'>,
  door: DoorKeeper,
): Router {
  const routes = Router({ caseSensitive: true, strict: true });
  const open = door({ access: 'public', largestBody: SMALL_BODY });
  routes.get('/healthz', open, (_request, response) => {
    response.json({ ok: true });
  });
  routes.get('/readyz', open, async (_request, response) => {
    const state = await readiness(context);
    response.status(state.ok ? 200 : 503).json(state);
  });
  if (config.metricsToken === null) return routes;
  const metrics = new Registry();
  registerProcess(metrics, context.database);
  registerInstallation(metrics, context);
  registerFeed(metrics, { ...context, hub });
  routes.get('/metrics', open, onlyWith(config.metricsToken), async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return routes;
}

/** Compared by their hashes, in the same time however much of them is alike. */
function onlyWith(token: string): RequestHandler {
  const expected = hashOf(token);
  return (request, response, next) => {
    const [, said = ''] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (timingSafeEqual(hashOf(said), expected)) return next();
    response
      .status(401)
      .set('WWW-Authenticate', 'Bearer')
      .type('text')
      .send('This needs the token of METRICS_TOKEN.');
  };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
