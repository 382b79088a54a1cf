import type { Browser, Page } from '@playwright/test';
import { expectFine } from './accessible.ts';
import { expect, type Studio, signIn, test } from './studio.ts';

/** Makes a link on the page People, as an admin does. */
async function invite(page: Page, studio: Studio, name: string, email: string): Promise<string> {
  await page.goto(`${studio.url}/people`);
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: `Link for ${name}` }).inputValue();
  await expectFine(page, 'link made');
  await page.getByRole('button', { name: 'Done' }).click();
  return link;
}

async function join(browser: Browser, link: string, password: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Go in' }).click();
  await expect(page.getByRole('button', { name: /Your account|account/i }).first()).toBeVisible();
  return page;
}

test('B10 an invited person chooses a password by the link, is in, and the link is used up', async ({
  page,
  studio,
  browser,
}) => {
  await signIn(page, studio);
  const link = await invite(page, studio, 'Noa Ink', 'noa.ink@studio.test');
  await expect(page.getByText('No password yet')).toBeVisible();
  const looker = await browser.newContext();
  const page360 = await looker.newPage();
  await page360.setViewportSize({ width: 360, height: 800 });
  for (let n = 0; n < 2; n += 1) {
    await page360.goto(link);
    await expect(page360.getByText('noa.ink@studio.test')).toBeVisible();
  }
  await expectFine(page360, 'invited');
  const noa = await join(browser, link, 'a long password of Noa');
  // The admin's page, open all the while, has heard of it.
  await expect(page.getByText('No password yet')).toHaveCount(0);
  await page360.reload();
  await expect(page360.getByText('This link opens nothing (any more).')).toBeVisible();
  await expectFine(page360, 'link used up');
  await looker.close();
  await noa.context().close();
});

test('I8 a person who is removed while signed in is out at once', async ({ page, studio, browser }) => {
  await signIn(page, studio);
  const link = await invite(page, studio, 'Max Line', 'max.line@studio.test');
  const max = await join(browser, link, 'a long password of Max');
  await max.goto(`${studio.url}/agenda`);
  await expect(max.getByText(/Live/).first()).toBeVisible();
  await page.getByRole('button', { name: 'What to do with Max Line' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expectFine(page, 'removing');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('max.line@studio.test')).toHaveCount(0);
  await expect(max.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await max.context().close();
});

test('I8 a changed password signs the other screens out and leaves this one', async ({
  page,
  studio,
  browser,
}) => {
  await signIn(page, studio);
  const link = await invite(page, studio, 'Zoe Dot', 'zoe.dot@studio.test');
  const zoe = await join(browser, link, 'a long password of Zoe');
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await other.goto(studio.url);
  await other.getByLabel('E-mail').fill('zoe.dot@studio.test');
  await other.getByLabel('Password', { exact: true }).fill('a long password of Zoe');
  await other.keyboard.press('Enter');
  await expect(other.getByText(/Live/).first()).toBeVisible();
  await zoe
    .getByRole('button', { name: /account/i })
    .first()
    .click();
  await zoe.getByRole('menuitem', { name: 'Your account' }).click();
  await expectFine(zoe, 'own account');
  await zoe.getByLabel('Present password').fill('a long password of Zoe');
  await zoe.getByLabel('New password').fill('another password of Zoe');
  await zoe.getByRole('button', { name: 'Change password' }).click();
  await expect(zoe.getByText('Your password is changed.')).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await zoe.reload();
  await expect(zoe.getByText(/Live/).first()).toBeVisible();
  await zoe.context().close();
  await other.context().close();
});
