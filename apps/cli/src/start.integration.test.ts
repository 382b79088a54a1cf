import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
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

const OWNER = { email: 'owner@studio.test', password: 'a password of the owner' };

test('S10: a demo that dies is brought back beside the studio, which goes on', {
  timeout: 120_000,
}, async () => {
  const { email, password } = OWNER;
  await using own = await openTestHome({ ATELIER_ADMIN_EMAIL: email, ATELIER_ADMIN_PASSWORD: password });
  const studio = await own.start();
  onTestFinished(async () => void (await studio.stop('SIGTERM')));
  const demo = await demoOf(own);
  expect(await demo()).toBe(true);
  const [first = 0] = await studio.children('apps/cli/src/start/prepare.ts');
  process.kill(first, 'SIGKILL');
  const anew = async () =>
    (await studio.children('apps/cli/src/start/prepare.ts')).some((one) => one !== first);
  await expect
    .poll(async () => (await anew()) && (await demo()), { timeout: 60_000, interval: 200 })
    .toBe(true);
  expect(studio.output()).toContain('The demo stopped unexpectedly');
  expect(studio.output()).not.toContain('could not start');
  expect(await studio.stop('SIGTERM')).toBe(0);
});

/** Whether the calendar server that the demo is connected to answers. */
async function demoOf({ origin }: TestHome): Promise<() => Promise<boolean>> {
  const headers = { origin, 'content-type': 'application/json' };
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify(OWNER),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async () => {
    const answer = await fetch(`${origin}/trpc/connections.list`, { headers: { cookie } });
    const { result } = (await answer.json()) as {
      readonly result: { readonly data: { readonly json: readonly { readonly serverUrl: string }[] } };
    };
    const [account] = result.data.json;
    if (!account) return false;
    return fetch(account.serverUrl).then(
      () => true,
      () => false,
    );
  };
}
