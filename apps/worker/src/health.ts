import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Config } from '@atelier/runtime/config/config';
import { collectDefaultMetrics, Registry } from 'prom-client';

export interface WorkerHealth extends AsyncDisposable {
  /** From now on the worker is well when this resolves; before, it waits for its database. */
  watch(ask: () => Promise<unknown>): void;
}

/** `/healthz` and `/metrics` of this process, where WORKER_PORT asks for them. */
export async function serveHealth({
  workerPort,
  host,
}: Pick<Config, 'workerPort' | 'host'>): Promise<WorkerHealth> {
  let asked = (): Promise<unknown> => Promise.reject(new Error('There is no database yet.'));
  const watch: WorkerHealth['watch'] = (ask) => {
    asked = ask;
  };
  if (workerPort === 0) return { watch, [Symbol.asyncDispose]: async () => undefined };
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const server = createServer(async (request, response) => {
    if (request.url === '/metrics') {
      response.setHeader('content-type', registry.contentType).end(await registry.metrics());
      return;
    }
    const alive = await asked().then(
      () => true,
      () => false,
    );
    response.writeHead(request.url === '/healthz' ? (alive ? 200 : 503) : 404).end();
  });
  server.listen(workerPort, host);
  await once(server, 'listening');
  return {
    watch,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
