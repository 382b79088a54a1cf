import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { projectRoot } from '@atelier/runtime/config/project-root';
import { thisMachine } from '@atelier/testkit/this-machine';
import { expect, it } from 'vitest';

const [SERVER, WORKER] = ['apps/server/src/main.ts', 'apps/worker/src/main.ts'];

/** A process as an operator starts it, and what it says. */
function run(file: string, env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [file], {
    cwd: projectRoot,
    env: { ...thisMachine, PATH: process.env.PATH, ATELIER_SECRET: 's'.repeat(40), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
  return {
    child,
    output: () => output,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Where a database may be one day: hands the line on to the one that is there. */
async function bridge(port: number, url: string): Promise<AsyncDisposable> {
  const { hostname, port: to } = new URL(url);
  const lines = new Set<Socket>();
  const server: Server = createServer((near) => {
    lines.add(near);
    const far = connect(Number(to), hostname);
    near.pipe(far).pipe(near);
    for (const line of [near, far]) line.on('error', () => near.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    [Symbol.asyncDispose]: async () => {
      for (const line of lines) line.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const status = async (url: string) => (await fetch(url).catch(() => null))?.status;

it('S10: a server and a worker whose database is not there yet wait, say so, and begin when it comes', {
  timeout: 90_000,
}, async () => {
  await using database = await createTestDatabase();
  const [gate, port, workerPort] = [await freePort(), await freePort(), await freePort()];
  const url = new URL(database.url);
  url.port = String(gate);
  const env = { DATABASE_URL: url.href, PORT: String(port), WORKER_PORT: String(workerPort) };
  await using server = run(SERVER, env);
  await using worker = run(WORKER, env);
  const origin = `http://127.0.0.1:${port}`;
  const waiting = { timeout: 20_000, interval: 100 };
  await expect.poll(() => status(`${origin}/readyz`), waiting).toBe(503);
  await expect.poll(() => status(`http://127.0.0.1:${workerPort}/healthz`), waiting).toBe(503);
  expect(await status(`${origin}/healthz`)).toBe(200);
  const answer = await fetch(`${origin}/api/v1/artists`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ error: { kind: 'unavailable' } });
  expect(await (await fetch(`${origin}/book`)).text()).toContain('waiting for its database');
  for (const { output } of [server, worker])
    await expect.poll(output, waiting).toMatch(/The database does not answer/);

  await using _bridge = await bridge(gate, database.url);
  await expect.poll(() => status(`${origin}/readyz`), waiting).toBe(200);
  expect(await status(`${origin}/api/v1/artists`)).toBe(200);
  expect(await status(`http://127.0.0.1:${workerPort}/healthz`)).toBe(200);
  for (const { child, output } of [server, worker]) {
    expect(child.exitCode).toBeNull();
    expect(output().match(/does not answer/g)).toHaveLength(1);
    expect(output()).not.toMatch(/\n\s+at .*:\d+:\d+|"stack"/);
  }
});

it('S10: who is told to stop while waiting for a database ends at once, without a word of failure', {
  timeout: 60_000,
}, async () => {
  const env = { DATABASE_URL: `postgresql://a:b@127.0.0.1:${await freePort()}/x`, PORT: '0' };
  const server = run(SERVER, env);
  await expect.poll(server.output, { timeout: 20_000 }).toMatch(/does not answer/);
  await server[Symbol.asyncDispose]();
  expect([server.child.exitCode, server.output()]).toEqual([
    0,
    expect.not.stringContaining('could not start'),
  ]);
});

it.each([
  ['a setting that is not right', { PORT: '99999' }, /PORT/],
  ['a database address that is none', { DATABASE_URL: 'mysql://root:canary@x' }, /DATABASE_URL/],
  ['a secret that is too short', { ATELIER_SECRET: 'canary' }, /ATELIER_SECRET/],
])(
  'S10: %s ends server and worker with a sentence and no stack',
  { timeout: 60_000 },
  async (_what, env, names) => {
    for (const file of [SERVER, WORKER]) {
      const { child, output } = run(file, env);
      await once(child, 'close');
      expect(child.exitCode).toBe(1);
      expect(output()).toMatch(/could not start/);
      expect(output()).toMatch(names);
      expect(output()).not.toMatch(/\n\s+at |node:|Error:|canary/);
    }
  },
);

it('S10: a password that the database refuses is a wrong setting, and waits for nothing', {
  timeout: 60_000,
}, async () => {
  await using database = await createTestDatabase();
  const url = new URL(database.url);
  url.password = 'canary';
  const { child, output } = run(WORKER, { DATABASE_URL: url.href });
  await once(child, 'close');
  expect(child.exitCode).toBe(1);
  expect(output()).toMatch(/refuses the user, the password or the name in DATABASE_URL/);
  expect(output()).not.toMatch(/\n\s+at |canary/);
});
