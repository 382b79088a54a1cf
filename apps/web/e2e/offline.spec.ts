import type { BrowserContext, Page } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { eventText, expect, otherClient, signIn, studioDate, test } from './studio.ts';

test.use({ serviceWorkers: 'allow' });

const DAY_MINUTES = 24 * 60;
const AHEAD_DAYS = 40;
/** Eleven months, one after the other, five seconds after the line is live. */
const KEPT_MS = 30_000;

/** Everything that is kept on this device, by its kind. */
const onDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Record<string, unknown[]>>((resolve, reject) => {
        const opening = indexedDB.open('atelier');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const found: Record<string, unknown[]> = {};
          const reading = database.transaction(names);
          for (const name of names) {
            const all = reading.objectStore(name).getAll();
            all.onsuccess = () => Object.assign(found, { [name]: all.result });
          }
          reading.oncomplete = () => {
            database.close();
            resolve(found);
          };
        };
      }),
  );

async function kept(page: Page): Promise<Record<string, number>> {
  const found = Object.entries(await onDevice(page));
  return Object.fromEntries(found.map(([name, { length }]) => [name, length]));
}

async function keptTitles(page: Page): Promise<readonly (string | null)[]> {
  const months = (await onDevice(page))['months'] as { events: { title: string | null }[] }[];
  return months.flatMap(({ events }) => events.map(({ title }) => title));
}

async function installed(page: Page): Promise<void> {
  await expect(page.getByText(/Live/).first()).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(async () => (await kept(page))['months'], { timeout: KEPT_MS }).toBe(11);
}

/** No network, for the page and for its worker. */
async function cutOff(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: 'You see the studio as it was' })).toBeVisible();
}

test('I6 without a network the app opens, and months ahead can be read, with their age', async ({
  page,
  studio,
  context,
}) => {
  test.setTimeout(120_000);
  const ahead = eventText('ahead', 'Koi on the back', AHEAD_DAYS * DAY_MINUTES);
  await otherClient(studio, 'PUT', 'perso', 'ahead.ics', ahead);
  await signIn(page, studio, '/');
  await installed(page);
  // It is kept without anybody having looked at that day.
  await expect.poll(() => keptTitles(page), { timeout: KEPT_MS }).toContain('Koi on the back');
  await cutOff(context, page);
  await page.goto(`${studio.url}/agenda?view=day&date=${studioDate(AHEAD_DAYS)}`);
  await expect(page.getByText('Koi on the back').first()).toBeVisible();
  await expect(page.getByText('You see the studio as it was')).toBeVisible();
  await page.goto(studio.url);
  await expect(page.getByRole('heading', { name: 'What’s next' })).toBeVisible();
  await expectFineAtWidths(page, 'the dashboard, offline');
  await page.goto(`${studio.url}/agenda?view=day&date=${studioDate(AHEAD_DAYS)}`);
  await expect(page.getByText('Koi on the back').first()).toBeVisible();
  // The feed tells what happened meanwhile; nobody reloads.
  await otherClient(studio, 'PUT', 'perso', 'ahead.ics', ahead.replace('Koi', 'Carp'));
  await context.setOffline(false);
  await expect(page.getByText('You see the studio as it was')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByText('Carp on the back').first()).toBeVisible({ timeout: 40_000 });
});

test('I6 an event made offline is shown, waits through a reload, and goes out once when the line is back', async ({
  page,
  studio,
  context,
}) => {
  test.setTimeout(120_000);
  const day = studioDate(1);
  await signIn(page, studio, `/agenda?view=day&date=${day}`);
  await installed(page);
  await cutOff(context, page);
  await page.keyboard.press('q');
  await page.getByRole('textbox', { name: 'What, when, where, with whom' }).fill('Lotus tomorrow at 14:00');
  await page.getByRole('button', { name: 'More options' }).click();
  const form = page.getByRole('dialog', { name: 'New event', exact: true });
  await expect(form.getByLabel('Title')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  const made = page.locator('.agenda-event', { hasText: 'Lotus' });
  await expect(made).toHaveCount(1);
  await expect(page.getByText('1 change waits')).toBeVisible();
  await page.reload();
  await expect(made).toHaveCount(1);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('dialog').getByText('Lotus')).toBeVisible();
  await expectFineAtWidths(page, 'changes made offline', ['scrollable-region-focusable']);
  await page.keyboard.press('Escape');
  await context.setOffline(false);
  await expect(page.getByText('1 change waits')).toHaveCount(0, { timeout: 20_000 });
  await page.reload();
  await expect(made).toHaveCount(1);
});

test('I8 signing out leaves nothing on the device, and no cache holds an answer of the API', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/');
  await installed(page);
  const cached = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(cached).toContain('/');
  expect(cached.filter((path) => /^\/(?:api|trpc|booking)/.test(path))).toEqual([]);
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect.poll(() => kept(page)).toEqual(expect.objectContaining({ months: 0, answers: 0, about: 0 }));
});
