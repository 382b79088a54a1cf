import type { Agent } from 'node:http';
import { request } from 'node:http';

export interface Ask {
  /** Of one of the servers. */
  readonly origin: string;
  readonly path: string;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** From the moment it was sent until it was answered in full. */
  readonly ms: number;
}

/** Sends all of them at the same moment, each on a connection of its own, and waits for every answer. */
export function contest(agent: Agent, asks: readonly Ask[]): Promise<readonly Answer[]> {
  return Promise.all(asks.map((ask) => send(agent, ask)));
}

function send(agent: Agent, { origin, path, body, headers }: Ask): Promise<Answer> {
  const text = JSON.stringify(body);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, origin),
      {
        agent,
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('error', reject);
        response.once('end', () => {
          const answered = Buffer.concat(pieces).toString();
          resolve({
            status: response.statusCode ?? 0,
            body: answered === '' ? null : JSON.parse(answered),
            ms: performance.now() - began,
          });
        });
      },
    );
    sent.once('error', reject);
    sent.end(text);
  });
}
