import { findProgram } from '../../../scripts/programs.ts';
import { expectFine } from './accessible.ts';
import { launchOf } from './chromium.ts';
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

test('a push is shown by the worker, and a tap opens its page in the window that is there', async ({
  page,
  studio,
  context,
}) => {
  await signIn(page, studio);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { dispatchEvent(event: Event): void };
    const told = JSON.stringify({ id: '1', title: 'A request waits', body: 'Léa, Tue', path: '/bookings' });
    const push = Object.assign(new Event('push'), {
      data: { json: () => JSON.parse(told) },
      waitUntil: () => undefined,
    });
    scope.dispatchEvent(push);
  });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, data }) => [title, body, data]);
    });
  await expect.poll(shown).toEqual([['A request waits', 'Léa, Tue', '/bookings']]);
  await page.evaluate(() =>
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { open: '/bookings' } })),
  );
  await expect(page).toHaveURL(/\/bookings/);
});
