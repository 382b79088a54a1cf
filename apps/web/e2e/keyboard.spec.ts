import { eventText, expect, otherClient, signIn, test } from './studio.ts';

test('the whole way by keyboard: sign in, skip to the content, views, event, back', async ({
  page,
  studio,
}) => {
  await page.goto(studio.url);
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(studio.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(studio.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What’s next' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'What’s next' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  // What waits for an answer comes first there, when anything does.
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);

  await page.goto(`${studio.url}/agenda?view=week`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week');
  for (const [key, view] of [
    ['m', 'month'],
    ['d', 'day'],
    ['l', 'list'],
    ['w', 'week'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`view=${view}`));
  }
  const title = page.getByRole('heading', { level: 1 });
  await page.keyboard.press('m');
  const here = await title.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(title).not.toHaveText(here ?? '');
  await page.keyboard.press('t');
  await expect(title).toHaveText(here ?? '');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the heading of a day opens that day', async ({ page, studio }) => {
  await signIn(page, studio, '/agenda?view=week&date=2026-12-09');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.getByRole('link', { name: /^Thu 10, 10 December 2026$/ }).click();
  await expect(page).toHaveURL(/view=day&date=2026-12-10/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('10 December 2026');
  await page.goto(`${studio.url}/agenda?view=month&date=2026-12-09`);
  await page.getByRole('link', { name: /Open 24 December 2026/ }).click();
  await expect(page).toHaveURL(/view=day&date=2026-12-24/);
});

test('an event opens with Enter, says when and whether it blocks, and closes with Escape', async ({
  page,
  studio,
}) => {
  await otherClient(studio, 'PUT', 'rendez-vous', 'open.ics', eventText('open', 'Open me'));
  await signIn(page, studio, '/agenda?view=list');
  await page.getByRole('button', { name: 'Sync all now' }).click();
  // Around midnight it stands on two days.
  const event = page.locator('.agenda-event', { hasText: 'Open me' }).first();
  await expect(event).toBeVisible();
  await event.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Open me' });
  await expect(dialog.getByText('Zurich time')).toBeVisible();
  await expect(dialog.getByText('Blocks this time')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await otherClient(studio, 'DELETE', 'rendez-vous', 'open.ics');
});

test('the line tells the truth: offline when the network goes, live when it is back', async ({
  page,
  studio,
  context,
}) => {
  await signIn(page, studio);
  const line = page.locator('[data-live]').filter({ visible: true });
  await expect(line).toHaveAttribute('data-live', 'live');
  await context.setOffline(true);
  await expect(line).toHaveAttribute('data-live', 'offline');
  await expect(page.getByText('Last known state', { exact: false }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(line).toHaveAttribute('data-live', 'live', { timeout: 15_000 });
});

test('the language and the theme are chosen and kept', async ({ page, studio }) => {
  await signIn(page, studio);
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'À venir' })).toBeVisible();
  await page.getByRole('menuitemradio', { name: 'Sombre' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'À venir' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
