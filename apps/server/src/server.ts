import { createAuth } from '@atelier/runtime/auth';
import type { LiveServices } from '@atelier/runtime/live-services';
import { createApp } from './app.ts';
import { type Entrance, openEntrance } from './entrance.ts';
import { attachSockets } from './live/sockets.ts';

export interface RunningServer extends AsyncDisposable {
  readonly port: number;
}

/**
 * Pages, tRPC over HTTP and WebSocket, sign-in, health and metrics on one address.
 * @param given where it listens already; otherwise it listens where the settings say.
 */
export async function startServer(services: LiveServices, given?: Entrance): Promise<RunningServer> {
  const entrance = given ?? (await openEntrance(services.config));
  const auth = createAuth(services.context, services.config);
  const sockets = attachSockets(entrance.http, services, auth);
  entrance.open(createApp(services, auth));
  return {
    port: entrance.port,
    [Symbol.asyncDispose]: async () => {
      sockets.close();
      await entrance[Symbol.asyncDispose]();
    },
  };
}
