import type { LiveServices } from '@atelier/runtime/services';
import { readiness } from '@atelier/usecases/installation-health';
import { Router } from 'express';
import { createMetrics } from './metrics.ts';

/** `/healthz`: this process can serve. `/readyz`: database and a worker are there too. `/metrics`: for Prometheus. */
export function healthRoutes({ context }: Pick<LiveServices, 'context'>): Router {
  const routes = Router();
  const metrics = createMetrics(context);
  routes.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  routes.get('/readyz', async (_request, response) => {
    const state = await readiness(context);
    response.status(state.ok ? 200 : 503).json(state);
  });
  routes.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return routes;
}
