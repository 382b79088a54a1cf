import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type Service, serve } from './http-service.ts';

/** Serves on a port, 0 for any. Rejects where it is taken. */
export async function listen(service: Service, host: string, port: number): Promise<Server> {
  const server = createServer((incoming, response) => {
    serve(service, incoming, response).catch((error: unknown) => {
      // Nobody is there any more, or the answer has begun and cannot be taken back.
      if (response.destroyed || response.headersSent) return void response.destroy();
      response.writeHead(500).end(String(error));
    });
  });
  // Longer than clients keep their pooled connections, so that no request meets a closing one.
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

/** Ends every connection, also those in the middle of an answer. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
