import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHome, type TestHome } from './testing/start.ts';

let home: TestHome;

beforeAll(async () => {
  home = await openTestHome();
});
afterAll(() => home[Symbol.asyncDispose]());

/** Whom a visitor could book. */
async function offered(): Promise<
  readonly { readonly slug: string; readonly services: readonly object[] }[]
> {
  return (await fetch(`${home.origin}/api/v1/artists`)).json() as Promise<never>;
}

const healthy = async () => (await fetch(`${home.origin}/healthz`)).ok;

test('start: first run, second run, and a hard kill in between', { timeout: 180_000 }, async () => {
  const first = await home.start();
  expect(first.output()).toContain(`http://localhost:${home.port}`);
  expect(first.output()).toMatch(/with the password +\S{12}/);
  expect(first.output()).toMatch(/user lena, password \S+/);
  expect(await healthy()).toBe(true);
  expect(first.output()).toContain(`http://localhost:${home.port}/book`);
  expect((await offered()).map(({ slug, services }) => [slug, services.length])).toEqual([
    ['lena', 4],
    ['marco', 4],
  ]);
  await first.stop('SIGKILL');

  const second = await home.start();
  expect(second.output()).not.toContain('with the password');
  expect(await healthy()).toBe(true);
  expect(await offered()).toHaveLength(2);
  await second.stop('SIGINT');
  await expect(healthy()).rejects.toThrow();

  const third = await home.start('--no-demo');
  expect(third.output()).not.toContain('lena');
  expect(await healthy()).toBe(true);
  expect(await offered()).toEqual([]);
  await third.stop('SIGTERM');
});
