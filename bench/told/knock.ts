import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { SentPush } from '@atelier/testkit/sandbox/push/dav-push';

/** What knocks at an address of ours, and is nobody's hint. */
export type Knock = 'guessed' | 'forged' | 'replayed' | 'slow';

export interface Knocked {
  readonly kind: Knock;
  /** 0: the connection was cut. */
  readonly status: number;
  readonly ms: number;
}

export interface Knocker extends Disposable {
  /** Resolves with what was answered; never rejects. */
  knock(kind: Knock): Promise<Knocked>;
}

const CONNECTIONS = 400;

/** @param true_ a message that the provider has truly sent: its address is known, and it can be sent again. */
export function openKnocker(origin: string, true_: SentPush): Knocker {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const forged = { 'content-encoding': 'aes128gcm', authorization: 'vapid t=a.b.c, k=BA' };
  const what = {
    guessed: () => [`${origin}/hooks/${randomBytes(24).toString('base64url')}`, {}, 'x'] as const,
    forged: () => [true_.resource, forged, randomBytes(300)] as const,
    replayed: () => [true_.resource, true_.headers, true_.body] as const,
    // Says that more will come, and sends no more.
    slow: () => [true_.resource, { 'content-length': '5000' }, 'x'] as const,
  };
  return {
    knock: (kind) =>
      new Promise((resolve) => {
        const [address, headers, body] = what[kind]();
        const began = performance.now();
        const done = (status: number) => resolve({ kind, status, ms: performance.now() - began });
        const asked = request(address, { method: 'POST', headers, agent }, (answer) => {
          answer.resume().on('end', () => done(answer.statusCode ?? 0));
          answer.on('error', () => done(0));
        });
        asked.on('error', () => done(0));
        if (kind === 'slow') asked.write(body);
        else asked.end(body);
      }),
    [Symbol.dispose]: () => agent.destroy(),
  };
}
