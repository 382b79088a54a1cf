import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuth } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/services';
import { createApp } from './app.ts';
import { attachSockets } from './sockets.ts';

export interface RunningServer extends AsyncDisposable {
  readonly port: number;
}

/** Pages, tRPC over HTTP and WebSocket, sign-in, health and metrics on one address. */
export async function startServer(services: LiveServices): Promise<RunningServer> {
  const auth = createAuth(services.context.database, services.config);
  const http = createServer(createApp(services, auth));
  const sockets = attachSockets(http, services, auth);
  http.listen(services.config.port, services.config.host);
  await once(http, 'listening');
  return {
    port: (http.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      sockets.close();
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
}
