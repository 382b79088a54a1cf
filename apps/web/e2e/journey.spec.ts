import type { Page } from '@playwright/test';
import { expectFineInBoth } from './accessible.ts';
import { eventText, expect, otherClient, signIn, test } from './studio.ts';

const syncAll = async (page: Page) =>
  page
    .getByRole('button', { name: /sync (all|now)/i })
    .first()
    .click();

test('a wrong password is told in plain words, and the right one opens the dashboard', async ({
  page,
  studio,
}) => {
  await page.goto(studio.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectFineInBoth(page, 'signing in');
  await page.getByLabel('E-mail').fill(studio.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(studio.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an event of another client appears, changes and goes without a reload', async ({ page, studio }) => {
  await signIn(page, studio, '/agenda?view=week');
  await expect(page.getByText(/Live/).first()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { unreloaded: true }));

  await otherClient(studio, 'PUT', 'perso', 'e2e.ics', eventText('e2e', 'Dragon sleeve'));
  await syncAll(page);
  await expect(page.getByText('Dragon sleeve').first()).toBeVisible();

  await otherClient(studio, 'PUT', 'perso', 'e2e.ics', eventText('e2e', 'Phoenix sleeve'));
  await syncAll(page);
  await expect(page.getByText('Phoenix sleeve').first()).toBeVisible();
  await expect(page.getByText('Dragon sleeve')).toHaveCount(0);

  await otherClient(studio, 'DELETE', 'perso', 'e2e.ics');
  await syncAll(page);
  await expect(page.getByText('Phoenix sleeve')).toHaveCount(0);
  expect(await page.evaluate(() => 'unreloaded' in window)).toBe(true);
});

for (const path of ['/agenda?view=week', '/']) {
  test(`I6: a change made elsewhere is on ${path} within 20 s, without asking`, async ({ page, studio }) => {
    test.setTimeout(120_000);
    await signIn(page, studio, path);
    await expect(page.getByText(/Live/).first()).toBeVisible();
    const name = `by-itself-${path.length}`;
    await otherClient(studio, 'PUT', 'perso', `${name}.ics`, eventText(name, `Here ${name}`, -10));
    await expect(page.getByText(`Here ${name}`).first()).toBeVisible({ timeout: 20_000 });
    await otherClient(studio, 'DELETE', 'perso', `${name}.ics`);
  });
}

test('scripts in an event stay text', async ({ page, studio }) => {
  await signIn(page, studio, '/agenda?view=list');
  await otherClient(
    studio,
    'PUT',
    'perso',
    'xss.ics',
    eventText('xss', '<img src=x onerror=window.owned=1>'),
  );
  await syncAll(page);
  await expect(page.getByText('<img src=x onerror=window.owned=1>').first()).toBeVisible();
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  await otherClient(studio, 'DELETE', 'perso', 'xss.ics');
});

test('the server is killed while the page is open: it reconnects and misses nothing', async ({
  page,
  studio,
}) => {
  test.setTimeout(120_000);
  await signIn(page, studio, '/agenda?view=list');
  await expect(page.getByText(/Live/).first()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { unreloaded: true }));
  await studio.restart('SIGTERM');
  await otherClient(studio, 'PUT', 'perso', 'after.ics', eventText('after', 'After the restart'));
  await expect(page.getByText(/Live/).first()).toBeVisible({ timeout: 30_000 });
  await syncAll(page);
  await expect(page.getByText('After the restart').first()).toBeVisible();
  expect(await page.evaluate(() => 'unreloaded' in window)).toBe(true);
  await otherClient(studio, 'DELETE', 'perso', 'after.ics');
});

test('signing out leaves nothing open', async ({ page, studio }) => {
  await signIn(page, studio);
  await page.getByRole('button', { name: /Admin/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await page.goto(`${studio.url}/agenda`);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});
