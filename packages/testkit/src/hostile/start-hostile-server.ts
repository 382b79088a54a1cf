import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { HostilePlace } from './benign-answer.ts';
import { HOSTILE_BODIES } from './hostile-body.ts';

export interface HostileServer extends AsyncDisposable {
  /** The address of an account whose server is hostile in this way at this place; any `*.hostile.test` is 127.0.0.1. */
  address(body: string, place: HostilePlace): string;
}

export async function startHostileServer(): Promise<HostileServer> {
  const path = fileURLToPath(new URL('./hostile-server.ts', import.meta.url));
  const child = fork(path, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [port] = (await once(child, 'message')) as [number];
  const names = Object.keys(HOSTILE_BODIES);
  return {
    address: (body, place) => `http://${names.indexOf(body)}-${place}.hostile.test:${port}/`,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
