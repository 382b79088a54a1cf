import type { Page } from '@playwright/test';
import { expectFineInBoth } from './accessible.ts';
import { expect, type Studio, signIn, test } from './studio.ts';

async function typeAccount(page: Page, { dav }: Studio, password: string): Promise<void> {
  await page.getByLabel('Server address').fill(new URL(dav.url).origin);
  await page.getByLabel('User name').fill(dav.user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Test connection' }).click();
}

test('an account is removed and connected again, a wrong password told first', async ({ page, studio }) => {
  await signIn(page, studio, '/connections');
  await page.getByRole('button', { name: /Remove account: Léna/ }).click();
  await expect(page.getByText('Nothing changes at the provider', { exact: false })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove account' }).click();
  await expect(page.getByRole('region', { name: /Léna/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Connect an account' }).click();
  await page.getByRole('button', { name: /Other CalDAV/ }).click();
  await typeAccount(page, studio, 'not the password');
  await expect(page.getByText('The test did not get through.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose calendars' })).toHaveCount(0);

  await typeAccount(page, studio, studio.dav.password);
  await page.getByRole('button', { name: 'Choose calendars' }).click();
  const boxes = page.getByRole('dialog').getByRole('checkbox');
  await expect(boxes).toHaveCount(3);
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await page.getByLabel('Perso').click();
  await page.getByRole('button', { name: 'Connect 2 calendars' }).click();

  await expect(page).toHaveURL(/\/agenda/);
  const panel = page.getByRole('complementary', { name: 'Calendars' });
  await expect(
    panel.getByLabel('Show Rendez-vous Léna').or(panel.getByText('Rendez-vous Léna')),
  ).toBeVisible();
  await expect(panel.getByText('1 calendar is not kept in step')).toBeVisible();
});

test('the calendar that was left out is switched on, and its events come', async ({ page, studio }) => {
  await signIn(page, studio, '/connections');
  const keep = page.getByRole('switch', { name: 'Keep Perso in step' });
  await keep.click();
  await expect(keep).toBeChecked();
  await page.goto(`${studio.url}/health`);
  const card = page.getByRole('region', { name: 'Perso' });
  await expect(card.getByText('In step')).toBeVisible();
  await card.getByRole('button', { name: 'History of Perso' }).click();
  await expect(card.getByRole('cell', { name: 'Complete' }).first()).toBeVisible();
});

test('an e-mail address as the Infomaniak short id is warned of while typing', async ({ page, studio }) => {
  await signIn(page, studio, '/connections?connect=true');
  await page.getByRole('button', { name: /Infomaniak/ }).click();
  await expect(page.getByLabel('Server address')).toHaveValue('https://sync.infomaniak.com');
  await page.getByLabel('Short id').fill('AB12345');
  await expect(page.getByText('looks like an e-mail address')).toHaveCount(0);
  await page.getByLabel('Short id').fill('lena@studio.test');
  await expect(page.getByText('looks like an e-mail address')).toBeVisible();
});

test('P9 what kind of account somebody has is found by an address, and its form is begun', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/connections?connect=true');
  const address = page.getByLabel('Your mail address, or the address of your calendar');
  const find = page.getByRole('button', { name: 'Find it' });
  await address.fill('lena@icloud.com');
  await address.press('Enter');
  await expect(page.getByText('icloud.com is at iCloud.')).toBeVisible();
  await expect(page.getByLabel('Server address')).toHaveValue('https://caldav.icloud.com');
  await page.getByRole('button', { name: 'Back' }).click();

  await address.fill(new URL(studio.dav.url).origin);
  await find.click();
  await expect(page.getByText('At 127.0.0.1 answers')).toBeVisible();
  await expect(page.getByLabel('Server address')).toHaveValue(/^http:\/\/127\.0\.0\.1/);
  await page.getByRole('button', { name: 'Back' }).click();

  await address.fill('my calendar');
  await find.click();
  await expect(page.getByText('This is neither a mail address nor one of the web.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Other CalDAV/ })).toBeVisible();
  await expectFineInBoth(page, 'finding an account');
});

test('a person is added and signs in, without the pages of an admin', async ({ page, studio, browser }) => {
  await signIn(page, studio, '/people');
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByLabel('Name').fill('Noa Artist');
  await page.getByLabel('E-mail').fill('noa@studio.test');
  await page.getByText('With a password', { exact: true }).click();
  await page.getByLabel('First password').fill('short');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('At least 10 characters.');
  await page.getByLabel('First password').fill('a long password of Noa');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('noa@studio.test')).toBeVisible();

  const other = await browser.newContext({ locale: 'fr-CH' });
  const artist = await other.newPage();
  await artist.goto(`${studio.url}/people`);
  await artist.getByLabel('E-mail').fill('noa@studio.test');
  await artist.getByLabel('Mot de passe', { exact: true }).fill('a long password of Noa');
  await artist.keyboard.press('Enter');
  await expect(artist.getByText('Seul un admin peut ouvrir cette page.')).toBeVisible();
  await expect(artist.getByRole('link', { name: 'Connexions' })).toHaveCount(0);
  await other.close();
});
