import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Config } from '@atelier/runtime/config/config';
import { registerProcess } from '@atelier/runtime/watched/process-metrics';
import type { Context } from '@atelier/usecases/context';
import { expectAnswer } from '@atelier/usecases/health/installation-health';
import { Registry } from 'prom-client';

export interface WorkerHealth extends AsyncDisposable {
  /** From now on the worker is well when its database answers; before, it waits for it. */
  watch(context: Pick<Context, 'database'>): void;
}

/** `/healthz` and `/metrics` of this process, where WORKER_PORT asks for them. */
export async function serveHealth({
  workerPort,
  host,
}: Pick<Config, 'workerPort' | 'host'>): Promise<WorkerHealth> {
  // Nobody could read what was counted.
  if (workerPort === 0) return { watch: () => undefined, [Symbol.asyncDispose]: async () => undefined };
  let asked = (): Promise<unknown> => Promise.reject(new Error('There is no database yet.'));
  const registry = new Registry();
  const watch: WorkerHealth['watch'] = ({ database }) => {
    asked = () => expectAnswer({ database });
    registerProcess(registry, database);
  };
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
