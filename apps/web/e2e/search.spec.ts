import type { Page } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { expect, signIn, test } from './studio.ts';

const DAY = '/agenda?view=week&date=2031-03-12';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Title, place, notes or people' });
const hits = (page: Page) =>
  page.getByRole('dialog', { name: 'Search' }).getByRole('listitem').getByRole('button');
const current = (page: Page) => page.locator('.agenda-found');

async function make(page: Page, sentence: string): Promise<void> {
  await page.keyboard.press('q');
  await expect(page.getByRole('textbox', { name: 'What, when, where, with whom' })).toBeFocused();
  await page.keyboard.type(sentence);
  await expect(page.getByRole('region', { name: 'What will be made' })).toContainText('2031');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('I7 what was written long ago is found by a word without accents, shown on its day, and stepped through', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, DAY);
  await make(page, 'Séance Zébrure on 12 March 2031 at 14:00 @ Genève');
  await make(page, 'Zebra again on 2 June 2031 at 10:00');
  await make(page, 'Something else on 13 March 2031 at 9:00');

  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('ZEB');
  await expect(hits(page)).toHaveCount(2);
  await expect(page.locator('mark').first()).toHaveText('Zéb');
  await page.keyboard.press('Enter');
  await expect(current(page)).toHaveText(/Séance Zébrure/);
  await page.keyboard.press('Enter');
  await expect(current(page)).toHaveText(/Zebra again/);
  await expect(page).toHaveURL(/date=2031-06-02/);

  await hits(page).first().click();
  await expect(current(page)).toHaveText(/Séance Zébrure/);
  await page.keyboard.press('n');
  await expect(current(page)).toHaveText(/Zebra again/);
  await page.keyboard.press('Shift+N');
  await expect(current(page)).toHaveText(/Séance Zébrure/);

  await field(page).fill('zeb place:geneve');
  await expect(hits(page)).toHaveCount(1);
  await field(page).fill('zeb after:2031-05-01');
  await expect(hits(page)).toHaveText([/Zebra again/]);
  await field(page).fill('no such thing');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
});

test('I3 I10 the search is fine at every width', async ({ page, studio }) => {
  await signIn(page, studio, DAY);
  await page.getByRole('button', { name: 'Search events' }).click();
  await field(page).fill('a');
  await expect(hits(page).first()).toBeVisible();
  await expectFineAtWidths(page, 'search');
});
