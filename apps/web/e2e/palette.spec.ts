import type { Page } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { openDesk } from './desk.ts';
import { expect, signIn, studioDate, test } from './studio.ts';

const field = (page: Page) => page.getByRole('combobox');
const entry = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

async function ask(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(text);
}

test('I3 Ctrl+K leads to a page, does what a key does, and goes to a date in words', async ({
  page,
  studio,
}) => {
  await signIn(page, studio);
  await ask(page, 'sync he');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/health$/);

  await ask(page, '12 march 2031');
  await expect(entry(page, 'Go to Wednesday, 12 March 2031')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/agenda\?.*date=2031-03-12/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2031');

  await ask(page, 'month view');
  await expect(entry(page, /Month view/)).toContainText('M');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=month/);

  await ask(page, 'only perso');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Perso' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Rendez-vous Léna' })).not.toBeChecked();

  // Esc leaves everything as it was.
  await ask(page, 'week view');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/view=month/);
});

test('I3 events are found by their words and open where they are', async ({ page, studio }) => {
  await signIn(page, studio);
  await ask(page, 'reunion equipe');
  const found = entry(page, /Réunion d’équipe/).first();
  await expect(found).toBeVisible();
  await found.click();
  await expect(page.getByRole('dialog', { name: /Réunion d’équipe/ })).toBeVisible();
});

test('B8 I3 who is free for so long is answered, and Enter begins an event of theirs there', async ({
  page,
  studio,
}) => {
  await openDesk(studio);
  const date = studioDate(40);
  const said = Temporal.PlainDate.from(date).toLocaleString('en-GB', { dateStyle: 'long' });
  await signIn(page, studio);
  await ask(page, `who is free for 3 h at 14:00 on ${said}`);
  const iris = entry(page, /Iris Moon/);
  await expect(iris).toContainText('Free');
  await iris.click();
  const panel = page.getByRole('dialog', { name: 'New event', exact: true });
  await expect(panel.getByLabel('Start time')).toHaveValue('14:00');
  await expect(panel.getByLabel('End time or length')).toHaveValue('17:00');
  await expect(page).toHaveURL(new RegExp(`view=artists.*date=${date}|date=${date}.*view=artists`));
  await page.keyboard.press('Escape');

  // Two hours later she has gone home before it would end.
  await ask(page, `who is free for 3 h at 16:00 on ${said}`);
  await expect(iris).toContainText('Outside the opening hours');
  await expect(iris).toHaveAttribute('aria-disabled', 'true');
  await expectFineAtWidths(page, 'palette, who is free');
});
