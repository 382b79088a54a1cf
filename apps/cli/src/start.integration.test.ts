import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@atelier/database/postgres-cluster';
import { projectRoot } from '@atelier/runtime/config';
import { afterAll, beforeAll, expect, test } from 'vitest';

let home: string;
let port: number;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'atelier-start-'));
  await chmod(home, 0o755);
  port = await freePort();
});
afterAll(() => rm(home, { recursive: true, force: true }));

interface Studio {
  readonly process: ChildProcess;
  readonly output: () => string;
}

async function start(...args: string[]): Promise<Studio> {
  const child = spawn(process.execPath, ['apps/cli/src/start.ts', ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, PORT: String(port), ATELIER_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = Promise.withResolvers<void>();
  const hear = (chunk: Buffer) => {
    output += chunk;
    if (output.includes('Ctrl-C stops')) ready.resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('exit', () => ready.reject(new Error(output)));
  await ready.promise;
  return { process: child, output: () => output };
}

async function stop({ process: child }: Studio, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Whom a visitor could book. */
async function offered(): Promise<
  readonly { readonly slug: string; readonly services: readonly object[] }[]
> {
  return (await fetch(`http://127.0.0.1:${port}/api/v1/artists`)).json() as Promise<never>;
}

const healthy = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;

test('start: first run, second run, and a hard kill in between', { timeout: 180_000 }, async () => {
  const first = await start();
  expect(first.output()).toContain(`http://localhost:${port}`);
  expect(first.output()).toMatch(/with the password +\S{12}/);
  expect(first.output()).toMatch(/user lena, password \S+/);
  expect(await healthy()).toBe(true);
  expect(first.output()).toContain(`http://localhost:${port}/book`);
  expect((await offered()).map(({ slug, services }) => [slug, services.length])).toEqual([
    ['lena', 4],
    ['marco', 4],
  ]);
  await stop(first, 'SIGKILL');

  const second = await start();
  expect(second.output()).not.toContain('with the password');
  expect(await healthy()).toBe(true);
  expect(await offered()).toHaveLength(2);
  await stop(second, 'SIGINT');
  await expect(healthy()).rejects.toThrow();

  const third = await start('--no-demo');
  expect(third.output()).not.toContain('lena');
  expect(await healthy()).toBe(true);
  expect(await offered()).toEqual([]);
  await stop(third, 'SIGTERM');
});
