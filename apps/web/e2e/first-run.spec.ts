import { expectFine, expectFineAtWidths } from './accessible.ts';
import { expect, signIn, test } from './studio.ts';

// A machine in UTC, as every server is, and nobody who has said anything yet.
test.use({ environment: { ATELIER_DEMO: 'off', ATELIER_TIME_ZONE: '', TZ: 'UTC' } });
test.describe.configure({ mode: 'serial' });

test('I5: the first questions come first, and whoever puts them off is reminded', async ({
  page,
  studio,
}) => {
  await signIn(page, studio);
  await expect(page.getByRole('heading', { name: /What is your studio called/ })).toBeVisible();
  await expectFineAtWidths(page, 'first questions');
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText('Atelier does not know your studio yet')).toBeVisible();
  await expect(page.getByText(/by the clock of this machine \((Etc\/)?UTC\)/)).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Tell it now' }).click();
  await expect(page).toHaveURL(/\/welcome$/);
});

test('I5: a zone is suggested by the browser and nothing is kept without a name', async ({
  page,
  studio,
}) => {
  await signIn(page, studio);
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Zurich');
  await page.getByRole('button', { name: 'Save and begin' }).click();
  await expect(page.getByText('Please fill this in.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
});

test('I5, I3: told once by keyboard alone, and every page starts from it, also those that are open', async ({
  browser,
  page,
  studio,
}) => {
  const other = await (await browser.newContext()).newPage();
  await signIn(page, studio);
  await signIn(other, studio);
  await other.goto(`${studio.url}/settings`);
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type('Studio Nord');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rue du Lac 1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+41 22 000 00 01');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Olga Owner');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await expect(page.getByText('Atelier does not know your studio yet')).toBeHidden();
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Studio Nord');
  await expect(page.getByText('Olga Owner').first()).toBeAttached();

  await page.getByRole('link', { name: 'Agenda' }).click();
  await expect(page.getByText('Times in Zurich')).toBeVisible();
  await page.goto(`${studio.url}/studio`);
  await page.getByRole('button', { name: 'Add artist' }).first().click();
  await expect(page.getByRole('dialog').getByLabel('Time zone')).toHaveValue('Europe/Zurich');
});

test('I5: what is handed out says when nobody else can open it', async ({ page, studio }) => {
  await signIn(page, studio);
  const words = page.getByText(/opens on this machine only/);
  await page.goto(`${studio.url}/studio`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(words).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`${studio.url}/mails`);
  await expect(words).toBeVisible();
  await page.goto(`${studio.url}/settings`);
  await expectFine(page, 'settings');
  await page.getByLabel('Web address').fill('https://book.nord.example/somewhere');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(words).toBeHidden();
  await expect(page.getByLabel('Web address')).toHaveValue('https://book.nord.example');
  await page.goto(`${studio.url}/studio`);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue('https://book.nord.example/book');
});

test('I4: clients read where the studio is and how it is called, on a phone too', async ({
  page,
  studio,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${studio.url}/book`);
  await expect(page.getByRole('link', { name: '+41 22 000 00 01' })).toHaveAttribute(
    'href',
    'tel:+41220000001',
  );
  await expect(page.getByText('Studio Nord, Rue du Lac 1')).toBeVisible();
  await expectFine(page, 'booking page');
});
