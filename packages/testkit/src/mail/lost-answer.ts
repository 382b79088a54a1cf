import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Where a server of mail breaks off: when it is given a recipient, the wish to send, the whole mail; or nowhere. */
export type BreaksAt = 'rcpt' | 'data' | 'body' | 'nothing';

export interface LostAnswerServer extends AsyncDisposable {
  readonly port: number;
  /** Mails that came whole. */
  readonly taken: readonly string[];
}

/** Breaks the line without an answer at one step of SMTP (RFC 5321), as networks do. */
export async function startLostAnswer(at: BreaksAt): Promise<LostAnswerServer> {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    converse(socket, at, taken);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    taken,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, at: BreaksAt, taken: string[]): void {
  let body: string | null = null;
  let heard = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answer = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250-localhost\r\n250 AUTH PLAIN');
    else if (verb === 'AUTH') say('235 in');
    else if (verb === at.toUpperCase()) socket.destroy();
    else if (verb === 'DATA') {
      body = '';
      say('354 go on');
    } else say('250 well');
  };
  say('220 localhost');
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString('latin1');
    for (let end = heard.indexOf('\r\n'); end !== -1; end = heard.indexOf('\r\n')) {
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      if (body === null) answer(line);
      else if (line === '.') {
        taken.push(body);
        body = null;
        if (at === 'body') socket.destroy();
        else say('250 taken');
      } else body += `${line}\r\n`;
    }
  });
}
