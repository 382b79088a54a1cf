import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@atelier/database/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHome, type StartedStudio, type TestHome } from './testing/start.ts';

/** What a studio is told: whatever dies, everything goes on within half a minute. */
const WITHIN = { timeout: 30_000, interval: 200 };

let home: TestHome;
let studio: StartedStudio;

beforeAll(async () => {
  home = await openTestHome();
  studio = await home.start('--no-demo');
}, 120_000);
afterAll(async () => {
  await studio.stop('SIGTERM');
  await home[Symbol.asyncDispose]();
});

const ready = async () => (await fetch(`${home.origin}/readyz`).catch(() => null))?.ok ?? false;
const offered = async () => (await fetch(`${home.origin}/api/v1/artists`).catch(() => null))?.status;
const postmaster = async () =>
  Number((await readFile(join(home.directory, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
const [SERVER, WORKER] = ['apps/server/src/main.ts', 'apps/worker/src/main.ts'];

async function kill(file: string): Promise<void> {
  for (const pid of await studio.children(file)) process.kill(pid, 'SIGKILL');
}

/** When the worker last said that it lives; null while the database is away. */
async function heartbeat(): Promise<number | null> {
  const facts = await readFile(join(home.directory, 'postgres.json'), 'utf8');
  const { password, port } = JSON.parse(facts) as { password: string; port: number };
  await using database = openDatabase(`postgresql://atelier:${password}@127.0.0.1:${port}/atelier`, 1);
  const sql = "SELECT value FROM setting WHERE key = 'worker-heartbeat'";
  const [row] = await database.query<{ value: number }>(sql).catch(() => []);
  return row ? Number(row.value) : null;
}

async function expectEverythingGoesOn(since: number): Promise<void> {
  await expect.poll(offered, WITHIN).toBe(200);
  await expect.poll(heartbeat, WITHIN).toBeGreaterThan(since);
  await expect.poll(ready, WITHIN).toBe(true);
}

describe('S10 S4: killed hard, everything goes on within half a minute:', () => {
  it.each([
    ['the database', async () => void process.kill(await postmaster(), 'SIGKILL')],
    ['the server', () => kill(SERVER)],
    ['the worker', () => kill(WORKER)],
    ['server and worker', () => Promise.all([kill(SERVER), kill(WORKER)])],
    [
      'all three',
      async () => {
        process.kill(await postmaster(), 'SIGKILL');
        await Promise.all([kill(SERVER), kill(WORKER)]);
      },
    ],
  ])('%s', { timeout: 100_000 }, async (_what, strike) => {
    const since = Date.now();
    await strike();
    await expectEverythingGoesOn(since);
  });

  it('the worker, more often than a process may die that was never ready', { timeout: 100_000 }, async () => {
    for (let n = 0; n < 5; n += 1) {
      await expect.poll(async () => (await studio.children(WORKER)).length, WITHIN).toBe(1);
      await kill(WORKER);
      await expect.poll(async () => (await studio.children(WORKER)).length, WITHIN).toBe(0);
    }
    await expectEverythingGoesOn(Date.now());
  });

  it('and nobody was shown a stack, nor the same trouble again and again', () => {
    expect(studio.output()).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(studio.output().match(/"trouble":"away"/g)?.length ?? 0).toBeLessThan(12);
  });
});
