import { findProgram } from '@atelier/testkit/find-program';
import type { Page, Worker } from '@playwright/test';
import { expectFine } from './accessible.ts';
import { launchOf } from './chromium.ts';
import { HOSTILE, MARK } from './hostile-strings.ts';
import { expect, signIn, test } from './studio.ts';

// Without windows Chromium shows no notifications.
const whole = findProgram('chromium');
test.skip(whole === null, 'needs Chromium itself, not its shell');
test.use({
  launchOptions: launchOf(whole ?? 'chromium'),
  serviceWorkers: 'allow',
  permissions: ['notifications'],
});

test('I8 who may be notified on this device can say so, on the first page that is opened', async ({
  page,
  studio,
}) => {
  // The worker is still on its way.
  await signIn(page, studio, '/account');
  await expect(page.getByRole('switch', { name: 'Notify on this device' })).toBeVisible();
  await expectFine(page, 'notifications');
});

const AT_ONCE = 20;

/** As if the push service had handed this to the worker. */
function pushes(worker: Worker, told: readonly object[]): Promise<void> {
  return worker.evaluate(async (all) => {
    const scope = globalThis as unknown as { dispatchEvent(event: Event): void };
    for (const one of all) {
      let done: unknown = null;
      const waitUntil = (until: unknown) => (done = until);
      scope.dispatchEvent(Object.assign(new Event('push'), { data: { json: () => one }, waitUntil }));
      await done;
    }
  }, told);
}

/** Title, text and what a tap opens of what is shown. */
const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, data }) => [title, body, data]);
  });

async function workerOf(page: Page): Promise<Worker> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return page.context().serviceWorkers()[0] ?? page.context().waitForEvent('serviceworker');
}

test('a push is shown by the worker, and a tap opens its page in the window that is there', async ({
  page,
  studio,
}) => {
  await signIn(page, studio);
  const told = { id: '1', title: 'A request waits', body: 'Léa, Tue', path: '/bookings' };
  await pushes(await workerOf(page), [told]);
  await expect.poll(() => shown(page)).toEqual([['A request waits', 'Léa, Tue', '/bookings']]);
  await page.evaluate(() =>
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { open: '/bookings' } })),
  );
  await expect(page).toHaveURL(/\/bookings/);
});

test('B10 in a notification three hundred strings made to be code are text, each as it was told', async ({
  page,
  studio,
}) => {
  const called: string[] = [];
  await page.exposeFunction(MARK, () => called.push('called'));
  await signIn(page, studio);
  const worker = await workerOf(page);
  const told = HOSTILE.map((text, n) => ({ id: `${n}`, title: text, body: text, path: '/waiting' }));
  // A browser shows so many of one site at most, the newest; each has to have been shown once.
  const seen = new Set<string>();
  for (let from = 0; from < told.length; from += AT_ONCE) {
    await pushes(worker, told.slice(from, from + AT_ONCE));
    await expect
      .poll(async () => {
        for (const [title, body] of await shown(page)) if (title === body) seen.add(title);
        return HOSTILE.slice(from, from + AT_ONCE).filter((text) => !seen.has(text));
      })
      .toEqual([]);
  }
  expect(called).toEqual([]);
  await expect(page.locator(`.${MARK}`)).toHaveCount(0);
});
