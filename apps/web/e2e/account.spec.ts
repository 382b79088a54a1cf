import { expectFineAtWidths } from './accessible.ts';
import { expect, signIn, test } from './studio.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';

test('everything of one’s own is on one page: name, language, password', async ({ page, studio }) => {
  await signIn(page, studio, '/account');
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await expectFineAtWidths(page, 'one’s own account');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByLabel('Your name').fill('Ada Owner');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your name is saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Account: Ada Owner/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'Votre compte' })).toBeVisible();
});

test('a device that is lost is taken off the list', async ({ page, studio }) => {
  await signIn(page, studio);
  const p256dh = 'B'.repeat(87);
  const json = { endpoint: 'https://push.example/lost', p256dh, auth: 'A'.repeat(22), name: 'Lost phone' };
  const answer = await page.request.post(`${studio.url}/trpc/notifications.save`, {
    data: { json: { ...json, kinds: ['request'], details: false } },
    headers: { origin: studio.url },
  });
  expect(answer.ok()).toBe(true);
  await page.goto(`${studio.url}/account`);
  await expect(page.getByText('Lost phone')).toBeVisible();
  await page.getByRole('button', { name: 'Stop notifications on Lost phone' }).click();
  await expect(page.getByText('Lost phone')).toHaveCount(0);
});

test('I8 a browser that is signed out from here is out at once', async ({ page, studio, browser }) => {
  await signIn(page, studio, '/account');
  const other = await (await browser.newContext({ locale: 'en-GB', userAgent: FIREFOX })).newPage();
  await signIn(other, studio, '/agenda');
  await expect(other.getByText(/Live/).first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Sign out on Firefox, Windows' }).click();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Firefox, Windows')).toHaveCount(0);
  await other.context().close();
});
