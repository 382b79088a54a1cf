import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from './certificate.ts';

export interface GreetingServer extends AsyncDisposable {
  readonly port: number;
  /** All that anybody has said to it. */
  readonly heard: () => string;
}

export interface Greets {
  /** Its first words; left out: it waits. */
  readonly hello?: string;
  /** What it answers to a line; left out: nothing. */
  readonly answer?: (line: string) => string | null;
  /** It speaks TLS from the first byte. */
  readonly tls?: Certificate;
}

/** Something that listens at a port, whatever it is: a server of another kind, one that is mute, one that lies. */
export async function startGreeting({ hello, answer, tls }: Greets): Promise<GreetingServer> {
  let heard = '';
  const sockets = new Set<Socket>();
  const converse = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (hello !== undefined) socket.write(hello);
    let line = '';
    socket.on('data', (piece: Buffer) => {
      heard += piece.toString('latin1');
      line += piece.toString('latin1');
      for (let end = line.indexOf('\n'); end !== -1; end = line.indexOf('\n')) {
        const said = answer?.(line.slice(0, end).trimEnd());
        line = line.slice(end + 1);
        if (said != null) socket.write(said);
      }
    });
  };
  const server: Server = tls ? createTlsServer({ ...tls }, converse) : createServer(converse);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    heard: () => heard,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
