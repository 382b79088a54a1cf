import type { Page, Route } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { expect, signIn, test } from './studio.ts';

const DAY = '/agenda?view=day&date=2031-03-12';

const field = (page: Page) => page.getByRole('textbox', { name: 'What, when, where, with whom' });
const preview = (page: Page) => page.getByRole('region', { name: 'What will be made' });
const chips = (page: Page) => page.getByRole('list', { name: 'Understood' }).getByRole('button');

async function open(page: Page): Promise<void> {
  await page.keyboard.press('q');
  await expect(field(page)).toBeFocused();
}

/** What the page asks, with a date that the server refuses. */
async function askForMonth13(route: Route): Promise<void> {
  const postData = route.request().postData()?.replaceAll('2031-03-12', '2031-13-12') ?? '';
  await route.fulfill({ response: await route.fetch({ postData }) });
}

test('I1 a sentence becomes an event that shows at once, stays, and is taken back by one click', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, DAY);
  await open(page);
  await page.keyboard.type('Koi with Ana on 12 March 2031 from 14:00 to 16:30 @ Studio 2 alert 30 min');
  await expect(preview(page).getByRole('heading')).toHaveText('Koi with Ana');
  for (const said of [
    'Wednesday, 12 March 2031, 14:00 – 16:30',
    '2 hrs 30 mins',
    'Studio 2',
    '30 mins before',
  ]) {
    await expect(preview(page)).toContainText(said);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const event = page.locator('.agenda-event', { hasText: 'Koi with Ana' });
  await expect(event).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(event).toHaveCount(0);

  await open(page);
  await page.keyboard.type('Dragon 12 March 2031 at 9 for 3 hours');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.reload();
  await expect(page.locator('.agenda-event', { hasText: 'Dragon' })).toBeVisible();
});

test('I3 what was understood is taken back chip by chip, what is doubtful is said, all by keyboard', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, DAY);
  await open(page);
  await page.keyboard.type('Sunday roses 12/03/2031 at 2');
  await expect(preview(page)).toContainText('Wednesday, 12 March 2031, 14:00 – 15:00');
  await expect(page.getByText('Read as Wednesday, 12 March 2031.')).toBeVisible();
  await page.getByRole('button', { name: '3 Dec instead' }).click();
  await expect(field(page)).toHaveValue('Sunday roses 3 December 2031 at 2');
  await expect(preview(page)).toContainText('Wednesday, 3 December 2031');

  await expect(chips(page)).toHaveCount(2);
  await field(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(chips(page).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(preview(page).getByRole('heading')).toHaveText('Sunday roses at 2');
  await expect(chips(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('I3 Shift+Enter opens everything there is to say, with what was understood', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, DAY);
  await open(page);
  await page.keyboard.type('Wave 12 March 2031 from 14:00 to 16:30 @ Studio 2 alert 30 min');
  await expect(preview(page)).toContainText('14:00 – 16:30');
  await page.keyboard.press('Shift+Enter');
  const panel = page.getByRole('dialog', { name: 'New event', exact: true });
  await expect(panel.getByLabel('Title')).toBeFocused();
  await expect(panel.getByLabel('Title')).toHaveValue('Wave');
  await expect(panel.getByLabel('Start time')).toHaveValue('14:00');
  await expect(panel.getByLabel('End time or length')).toHaveValue('16:30');
  await expect(panel.getByLabel('Place', { exact: true })).toHaveValue('Studio 2');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.agenda-event', { hasText: 'Wave' })).toBeVisible();
});

test('I1 what cannot be saved comes back with its words and the reason', async ({ page, studio }) => {
  await signIn(page, studio, DAY);
  await open(page);
  await page.keyboard.type('Lost 12 March 2031 17:00');
  await expect(preview(page)).toContainText('17:00');
  await page.route('**/trpc/agenda.add*', askForMonth13);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('Lost 12 March 2031 17:00');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('is no date or time');
  await page.unroute('**/trpc/agenda.add*');
  await field(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.agenda-event', { hasText: 'Lost' })).toBeVisible();
});

test('I4 a French sentence is read in French, and repeats in words', async ({ page, studio }) => {
  await signIn(page, studio, DAY);
  await page.evaluate(() => localStorage.setItem('atelier.language', 'fr'));
  await page.reload();
  await page.getByRole('button', { name: 'Ajout rapide' }).click();
  await page.keyboard.type('Yoga tous les mardis 18h30-20h à partir du 11 mars 2031 jusqu’au 6 mai 2031');
  const shown = page.getByRole('region', { name: 'Ce qui sera créé' });
  await expect(shown.getByRole('heading')).toHaveText('Yoga');
  await expect(shown).toContainText('mardi 11 mars 2031');
  await expect(shown).toContainText('18:30 – 20:00');
  await expect(shown).toContainText('le mardi, jusqu’au 6 mai 2031');
});

test('I3 the field, empty and full, has nothing that axe finds', async ({ page, studio }) => {
  await signIn(page, studio, DAY);
  await open(page);
  await expectFineAtWidths(page, 'quick add, empty');
  await field(page).fill('Koi with Ana 12/03/2031 2-5pm @ Studio 2');
  await expect(chips(page)).toHaveCount(4);
  await expectFineAtWidths(page, 'quick add');
});
