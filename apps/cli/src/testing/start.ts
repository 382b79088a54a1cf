import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { projectRoot } from '@atelier/runtime/config/project-root';
import { thisMachine } from '@atelier/testkit/this-machine';

export interface StartedStudio {
  readonly output: () => string;
  /** Process ids of what runs under it, by the file that was started. */
  children(file: string): Promise<readonly number[]>;
  /** Whoever read what it says has gone. */
  closeOutput(): void;
  /** @returns its exit code */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** A home and a port of a test's own, to start the whole product in. */
export interface TestHome extends AsyncDisposable {
  readonly directory: string;
  readonly port: number;
  readonly origin: string;
  start(...args: string[]): Promise<StartedStudio>;
}

export async function openTestHome(settings: Record<string, string> = {}): Promise<TestHome> {
  const directory = await mkdtemp(join(tmpdir(), 'atelier-start-'));
  await chmod(directory, 0o755);
  const port = await freePort();
  return {
    directory,
    port,
    origin: `http://127.0.0.1:${port}`,
    start: (...args) => start({ PORT: String(port), ATELIER_HOME: directory, ...settings }, args),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

async function start(env: Record<string, string>, args: readonly string[]): Promise<StartedStudio> {
  const child = spawn(process.execPath, ['apps/cli/src/start.ts', ...args], {
    cwd: projectRoot,
    env: { ...thisMachine, PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = Promise.withResolvers<void>();
  const hear = (chunk: Buffer) => {
    output += chunk;
    if (output.includes('Ctrl-C stops everything')) ready.resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('exit', () => ready.reject(new Error(output)));
  await ready.promise;
  return {
    output: () => output,
    children: (file) => childrenOf(child.pid ?? 0, file),
    closeOutput() {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    async stop(signal) {
      if (child.exitCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

/** Linux only: read from /proc. */
async function childrenOf(parent: number, file: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    const read = (what: string) => readFile(`/proc/${name}/${what}`, 'utf8').catch(() => '');
    if (!/^\d+$/.test(name) || !(await read('cmdline')).includes(file)) continue;
    if (/^PPid:\s+(\d+)$/m.exec(await read('status'))?.[1] === String(parent)) found.push(Number(name));
  }
  return found;
}
