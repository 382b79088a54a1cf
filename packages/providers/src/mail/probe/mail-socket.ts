import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls';
import type { CheckedHost } from '../secure-line.ts';

const MOST_LETTERS = 10_000;

/** A line to a server on which nothing secret is ever said. */
export interface MailSocket {
  say(line: string): void;
  /** What has come until `enough` is satisfied. @throws when the line ends, too much comes, or `signal` is aborted. */
  hear(enough: (said: string) => boolean): Promise<string>;
  /** Goes on in TLS, whoever vouches for it: what it shows is looked at, not trusted. @param name as it was typed. */
  secure(name: string): Promise<TLSSocket>;
  close(): void;
}

export async function openMailSocket(
  { address, servername }: CheckedHost,
  port: number,
  signal: AbortSignal,
): Promise<MailSocket> {
  const plain = connect({ host: address, port });
  // Whatever happens later is heard where somebody waits for it.
  plain.on('error', () => undefined);
  try {
    await once(plain, 'connect', { signal });
  } catch (error) {
    plain.destroy();
    throw error;
  }
  let [line, ear]: [Socket, Ear] = [plain, listenTo(plain)];
  return {
    say: (text) => void line.write(`${text}\r\n`),
    hear: (enough) => heard(ear, enough, signal),
    async secure(name) {
      ear.stop();
      const tls = connectTls({
        socket: plain,
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
        checkServerIdentity: (_, certificate) => checkServerIdentity(name, certificate),
        ...(servername !== false && { servername }),
      });
      tls.on('error', () => undefined);
      line = tls;
      await once(tls, 'secureConnect', { signal });
      ear = listenTo(tls);
      return tls;
    },
    close() {
      line.destroy();
      plain.destroy();
    },
  };
}

/** What has come on a line and nobody has made use of yet. */
interface Ear {
  said: string;
  ended: boolean;
  /** Told of each piece, and of the end. */
  more: () => void;
  stop(): void;
}

function listenTo(socket: Socket): Ear {
  const ear: Ear = { said: '', ended: false, more: () => undefined, stop: () => socket.off('data', take) };
  function take(piece: Buffer): void {
    ear.said += piece.toString('latin1');
    if (ear.said.length > MOST_LETTERS) socket.pause();
    ear.more();
  }
  socket.on('data', take).on('close', () => {
    ear.ended = true;
    ear.more();
  });
  return ear;
}

async function heard(ear: Ear, enough: (said: string) => boolean, signal: AbortSignal): Promise<string> {
  while (!enough(ear.said)) {
    if (ear.said.length > MOST_LETTERS)
      throw Object.assign(new Error('it says too much'), { code: 'ResponseTooLarge' });
    if (ear.ended) throw Object.assign(new Error('it hung up'), { code: 'ECONNRESET' });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const aborted = () => reject(signal.reason);
    ear.more = resolve;
    signal.addEventListener('abort', aborted, { once: true });
    if (signal.aborted) aborted();
    await promise.finally(() => signal.removeEventListener('abort', aborted));
  }
  const { said } = ear;
  ear.said = '';
  return said;
}
