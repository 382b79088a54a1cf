import { oneTimeCode } from '@atelier/testkit/one-time-code';
import type { Page } from '@playwright/test';
import { expectFine, expectFineAtWidths } from './accessible.ts';
import { FRONT, IRIS, openDesk } from './desk.ts';
import { expect, type Studio, signIn, test, toast } from './studio.ts';

const STEP_MS = 30_000;

test.beforeAll(async ({ studio }) => {
  await openDesk(studio);
});

async function typePassword(page: Page, studio: Studio, who: { email: string; password: string }) {
  await page.goto(`${studio.url}/sign-in`);
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.keyboard.press('Enter');
}

/** Sets the second factor up on the page of one's account. @returns its key and the recovery codes */
async function setUp(page: Page, password: string) {
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('dialog').getByLabel('Present password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectFine(page, 'to scan');
  await page.getByText('Type it instead of scanning').click();
  const key = await page.getByRole('textbox', { name: 'Key for the app' }).inputValue();
  const uri = `otpauth://totp/x?secret=${key}`;
  const at = Date.now();
  await page.getByLabel('Code from your app').fill('000 000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This code is not right.')).toBeVisible();
  await page.getByLabel('Code from your app').fill(oneTimeCode(uri, new Date(at)));
  await page.getByRole('button', { name: 'Turn on' }).click();
  const listed = page.getByRole('dialog').getByRole('listitem');
  await expect(listed).toHaveCount(10);
  const codes = await listed.allTextContents();
  await expectFine(page, 'recovery codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  return { next: oneTimeCode(uri, new Date(at + STEP_MS)), codes };
}

test('B10 with a second factor the password leads to a code, and the code to the page that was wanted', async ({
  page,
  studio,
  browser,
}) => {
  await signIn(page, studio, '/account', IRIS);
  await expectFineAtWidths(page, 'ways in');
  const { next } = await setUp(page, IRIS.password);
  await expect(page.getByRole('button', { name: 'Turn off' })).toBeVisible();
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await typePassword(other, studio, IRIS);
  await expect(other.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await expectFineAtWidths(other, 'one more step');
  await other.goto(`${studio.url}/agenda`);
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await typePassword(other, studio, IRIS);
  await other.getByLabel('Ask for no code on this device for 30 days').click();
  await other.getByLabel('Code from your app').fill(next);
  await other.keyboard.press('Enter');
  await expect(other.locator('#main')).toBeVisible();
  await other
    .getByRole('button', { name: /^Account/ })
    .first()
    .click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await typePassword(other, studio, IRIS);
  await expect(other.locator('#main')).toBeVisible();
  await other.context().close();
});

test('B10 who has lost their telephone gets in by a recovery code, or an admin takes it off', async ({
  page,
  studio,
  browser,
}) => {
  await signIn(page, studio, '/account', FRONT);
  const { codes } = await setUp(page, FRONT.password);
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await typePassword(other, studio, FRONT);
  await other.getByRole('button', { name: 'Use a recovery code' }).click();
  await other.getByLabel('Recovery code').fill((codes[3] ?? '').toUpperCase());
  await other.keyboard.press('Enter');
  await expect(other.locator('#main')).toBeVisible();
  const admin = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await signIn(admin, studio, '/people');
  await admin.getByRole('button', { name: 'What to do with Noah Desk' }).click();
  await admin.getByRole('menuitem', { name: 'Take off second factor' }).click();
  await expectFine(admin, 'taking off');
  await admin.getByRole('button', { name: 'Take off second factor' }).click();
  await toast(admin, 'Noah Desk signs in by the password alone now.');
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await typePassword(other, studio, FRONT);
  await expect(other.locator('#main')).toBeVisible();
  for (const one of [other, admin]) await one.context().close();
});

test('B10 a passkey is added, named, opens the door without a word typed, and opens nothing once removed', async ({
  page,
  studio,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal' } as const;
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
  await signIn(page, studio, '/account');
  const add = async (password: string) => {
    await page.getByRole('dialog').getByLabel('Present password').fill(password);
    await page.getByRole('button', { name: 'Go on' }).click();
  };
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await add('not the password');
  await expect(page.getByText('The present password is not right.')).toBeVisible();
  await expectFine(page, 'adding a passkey');
  await add(studio.password);
  await toast(page, 'You can sign in with this passkey now.');
  await page.getByRole('button', { name: /^Rename/ }).click();
  await page.getByLabel('How you call it').fill('The front desk');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await expect(page.getByText('The front desk', { exact: true })).toBeVisible();
  await expectFineAtWidths(page, 'passkeys');
  const enter = async () => {
    await page.context().clearCookies();
    await page.goto(`${studio.url}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  };
  await enter();
  await expect(page.locator('#main')).toBeVisible();
  // A device that does not ask who holds it stands for nobody.
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await enter();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await enter();
  await expect(page.locator('#main')).toBeVisible();
  await page.goto(`${studio.url}/account`);
  await page.getByRole('button', { name: 'Remove The front desk' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No passkey so far.')).toBeVisible();
  await enter();
  await expect(page.getByText('This passkey opens nothing here.')).toBeVisible();
});
