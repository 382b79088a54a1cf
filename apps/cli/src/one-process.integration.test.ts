import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHome, type StartedStudio, type TestHome } from './testing/start.ts';

const WITHIN = { timeout: 30_000, interval: 200 };

let home: TestHome;
let studio: StartedStudio;

beforeAll(async () => {
  home = await openTestHome({ ATELIER_PROCESSES: '1' });
  studio = await home.start('--no-demo');
}, 120_000);
afterAll(async () => {
  await studio.stop('SIGTERM');
  await home[Symbol.asyncDispose]();
});

/** 200 where there is a worker too. */
const ready = async () => (await fetch(`${home.origin}/readyz`).catch(() => null))?.ok ?? false;

test('S10: one process serves and works, and is started again when it dies', {
  timeout: 90_000,
}, async () => {
  await expect.poll(ready, WITHIN).toBe(true);
  expect(await studio.children('apps/worker/src/main.ts')).toEqual([]);
  const [first = 0, ...others] = await studio.children('apps/server/src/main.ts');
  expect(others).toEqual([]);

  process.kill(first, 'SIGKILL');
  await expect.poll(ready, WITHIN).toBe(true);
  expect(await studio.children('apps/server/src/main.ts')).not.toContain(first);
});

test('what prepares the studio has ended: start keeps nothing in memory but what supervises', async () => {
  expect(await studio.children('apps/cli/src/start/prepare.ts')).toEqual([]);
});

test('S10: whoever reads along may go: it stops as ever, and leaves no database behind', async () => {
  const pidFile = join(home.directory, 'postgres', 'postmaster.pid');
  expect(existsSync(pidFile)).toBe(true);
  studio.closeOutput();
  expect(await studio.stop('SIGTERM')).toBe(0);
  expect(existsSync(pidFile)).toBe(false);
});
