import { once } from 'node:events';
import { createServer } from 'node:http';
import type { LiveServices } from '@atelier/runtime/services';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** `/healthz` and `/metrics` of this process, where WORKER_PORT asks for them. */
export async function serveHealth({ config, context }: LiveServices): Promise<AsyncDisposable> {
  if (config.workerPort === 0) return { [Symbol.asyncDispose]: async () => undefined };
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const server = createServer(async (request, response) => {
    if (request.url === '/metrics') {
      response.setHeader('content-type', registry.contentType).end(await registry.metrics());
      return;
    }
    const alive = await context.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    response.writeHead(request.url === '/healthz' ? (alive ? 200 : 503) : 404).end();
  });
  server.listen(config.workerPort, config.host);
  await once(server, 'listening');
  return {
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
