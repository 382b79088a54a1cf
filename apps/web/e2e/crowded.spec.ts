import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { studioApi } from './booking-studio.ts';
import { calendarName, day, EACH, fill, spoken } from './crowd.ts';
import { block, drag, fingerOf, gripOf, point, says } from './grid.ts';
import { expect, signIn, test } from './studio.ts';

// One studio with twenty calendars of fifty events each, through which one person goes from morning to evening.
test.describe.configure({ mode: 'serial' });

const checkbox = (page: Page, n: number) =>
  page.getByRole('checkbox', { name: calendarName(n), exact: true });

const ZONE = 'Europe/Zurich';
const PLAIN = {
  location: null,
  description: null,
  url: null,
  status: null,
  transparent: false,
  classification: 'public',
} as const;

test.beforeAll(async ({ studio }) => {
  test.setTimeout(180_000);
  await fill(studio);
});

test('I1 I2 among a thousand events: alone, as a set, dragged, made longer, copied, taken back, deleted and brought back', async ({
  page,
  studio,
}) => {
  test.setTimeout(120_000);
  await signIn(page, studio, `/agenda?view=month&date=${day(0)}`);
  await expect(block(page, 'Motif').first()).toBeVisible();
  await expect(page.getByText(/^\d+ more$/).first()).toBeVisible();

  // One calendar alone; kept as a set, and all again.
  await checkbox(page, 7).click({ modifiers: ['Alt'] });
  await expect(block(page, 'Motif 07-').first()).toBeVisible();
  await expect(block(page, 'Motif 08-')).toHaveCount(0);
  await checkbox(page, 8).click();
  await page.getByRole('button', { name: 'Keep these as a set' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Two of them');
  await page.keyboard.press('Enter');
  await checkbox(page, 7).click({ modifiers: ['Alt'] });
  await page.getByRole('button', { name: 'Two of them', exact: true }).click();
  await expect(checkbox(page, 8)).toBeChecked();
  await expect(checkbox(page, 9)).not.toBeChecked();
  await checkbox(page, 7).click({ modifiers: ['Alt'] });

  // By mouse, and back again in the order in which it was done.
  const event = block(page, 'Motif 07-14');
  const at = (14 * 3 + 7) % 28;
  await page.goto(`${studio.url}/agenda?view=week&date=${day(at)}`);
  await says(event, `${spoken(at)}, 09:00 to 09:45`);
  await drag(page, await gripOf(event), await point(page, day(at), '12:25'));
  await page.mouse.up();
  await says(event, `${spoken(at)}, 12:00 to 12:45`);
  await drag(page, await gripOf(event, true), await point(page, day(at), '14:00'));
  await page.mouse.up();
  await says(event, `${spoken(at)}, 12:00 to 14:00`);
  await drag(page, await gripOf(event), await point(page, day(at), '16:00'));
  await page.keyboard.down('Control');
  await expect(page.locator('[data-ghost]')).toContainText('+ Motif');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(event).toHaveCount(2);
  for (const steps of ['Control+z', 'Control+z', 'Control+z']) await page.keyboard.press(steps);
  await expect(event).toHaveCount(1);
  await says(event, `${spoken(at)}, 09:00 to 09:45`);
  await page.keyboard.press('Control+Shift+z');
  await says(event, `${spoken(at)}, 12:00 to 12:45`);

  await event.click();
  await page.getByRole('dialog', { name: 'Motif 07-14' }).getByRole('button', { name: 'Delete' }).click();
  await expect(event).toHaveCount(0);
  await page.getByRole('button', { name: 'Recently deleted' }).click();
  // The newest first: the copy that was taken back is kept there, too.
  await page.getByRole('button', { name: 'Bring back: Motif 07-14', exact: true }).first().click();
  await page.keyboard.press('Escape');
  await says(event, `${spoken(at)}, 12:00 to 12:45`);
});

test('I8 a crowded calendar goes out as a file, whole, and comes back as nothing new', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, `/agenda?view=month&date=${day(0)}`);
  await page.getByRole('button', { name: `More about ${calendarName(20)}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings and sharing' }).click();
  await expect(page.getByRole('heading', { level: 1, name: calendarName(20) })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const path = await (await download).path();
  const text = await readFile(path, 'utf8');
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(EACH);
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'all.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
  await expect(page.getByText(`${EACH} unchanged`)).toBeVisible();
});

/** The day on which an event of the crowd is, from the Monday on. */
const dayOf = (calendar: number, n: number) => (n * 3 + calendar) % 28;

test('I3 among a thousand events a screen reader hears what is made, moved, made longer, taken back and deleted', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, `/agenda?view=week&date=${day(1)}`);
  await expect(block(page, 'Motif').first()).toBeVisible();
  const cell = page.getByRole('gridcell');
  const said = page.locator('[role="status"][aria-live="polite"]');
  const reads = (text: string) => expect(cell).toHaveAccessibleName(new RegExp(`^${text}`));

  await cell.focus();
  await page.keyboard.press('Home');
  // From midnight on by the half hour: nobody has anything before eight.
  for (let presses = 0; presses < 13; presses += 1) await page.keyboard.press('ArrowDown');
  await reads(`${spoken(1)}, 06:30, free`);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'New event' });
  await expect(panel.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('By ear');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toHaveCount(0);
  await expect(page.getByText('“By ear” is in the agenda')).toBeVisible();

  // The time at which it was entered says what stands there; one further is what stands there.
  await cell.focus();
  await reads(`${spoken(1)}, 06:30: By ear`);
  await page.keyboard.press('ArrowDown');
  await reads(`By ear, ${spoken(1)}, 06:30 to 07:30, `);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(said).toContainText(`${spoken(1)}, 06:45 to 07:45`);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await reads(`By ear, ${spoken(1)}, 06:45 to 08:00, `);
  await page.keyboard.press('Control+z');
  await reads(`By ear, ${spoken(1)}, 06:45 to 07:45, `);
  await page.keyboard.press('Control+z');
  await reads(`By ear, ${spoken(1)}, 06:30 to 07:30, `);
  await page.keyboard.press('Delete');
  await expect(block(page, 'By ear')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(block(page, 'By ear')).toHaveCount(1);
});

test('I2 among a thousand events a series is dragged, and nothing happens to it unasked', async ({
  page,
  studio,
}) => {
  const api = await studioApi(studio);
  const own = await api.calendars.addOwn.mutate({ name: 'Weekly', zone: ZONE, owner: studio.email });
  const at = (hour: string) => ({ local: `${day(2)}T${hour}:00:00`, zone: ZONE });
  const fields = {
    ...PLAIN,
    summary: 'Every week',
    rrule: 'FREQ=WEEKLY;COUNT=4',
    start: at('05'),
    end: at('06'),
  };
  await api.agenda.add.mutate({ calendarId: own.id, fields });
  await signIn(page, studio, `/agenda?view=week&date=${day(9)}`);
  const event = block(page, 'Every week');
  await event.first().scrollIntoViewIfNeeded();
  await says(event, `${spoken(9)}, 05:00 to 06:00`);

  const question = page.getByRole('dialog', { name: 'Change “Every week”' });
  const dragDown = async () => {
    await event.first().scrollIntoViewIfNeeded();
    await drag(page, await gripOf(event), await point(page, day(9), '06:40'));
    await page.mouse.up();
    await expect(question).toContainText('05:00 – 06:00 becomes 06:15 – 07:15');
    for (const reach of ['4 dates', '3 dates']) await expect(question).toContainText(reach);
  };
  await dragDown();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await says(event, `${spoken(9)}, 05:00 to 06:00`);

  await dragDown();
  await question.getByRole('radio', { name: /^This and following/ }).click();
  await question.getByRole('button', { name: 'Change' }).click();
  await says(event, `${spoken(9)}, 06:15 to 07:15`);
  await page.keyboard.press('j');
  await says(event, `${spoken(16)}, 06:15 to 07:15`);
  // Taking it back reaches more than one date as well, and asks.
  await page.keyboard.press('Control+z');
  await page.getByRole('dialog', { name: 'Take this back?' }).getByRole('button', { name: 'Undo' }).click();
  await says(event, `${spoken(16)}, 05:00 to 06:00`);
});

test('I7 one of a thousand events is found by its words, and the agenda stands where it is', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, `/agenda?view=month&date=${day(0)}`);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Title, place, notes or people' })).toBeFocused();
  await page.keyboard.type('motif 11 33');
  const hits = page.getByRole('dialog', { name: 'Search' }).getByRole('listitem').getByRole('button');
  await expect(hits).toHaveText([/Motif 11-33/]);
  await page.keyboard.press('Enter');
  // Of its day a month shows the first few only: it is shown in its week.
  await expect(page.locator('.agenda-found')).toHaveText(/Motif 11-33/);
  await expect(page).toHaveURL(new RegExp(`view=week&date=${day(dayOf(11, 33))}`));
});

test('I1 among a thousand events two people change the same one: the second is told, and nothing is lost', async ({
  browser,
  page,
  studio,
}) => {
  const week = `/agenda?view=week&date=${day(dayOf(12, 20))}`;
  const title = 'Motif 12-20';
  const edit = async (desk: Page) => {
    await block(desk, title).first().click();
    await desk
      .getByRole('dialog', { name: title, exact: true })
      .getByRole('button', { name: 'Edit', exact: true })
      .click();
    return desk.getByRole('dialog', { name: 'Edit event', exact: true });
  };
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await Promise.all([page, other].map((desk) => signIn(desk, studio, week)));
  for (const desk of [page, other]) await checkbox(desk, 12).click({ modifiers: ['Alt'] });
  const mine = await edit(page);
  await mine.getByLabel('Title').fill('Motif, mine');
  const theirs = await edit(other);
  await theirs.getByLabel('Title').fill('Motif, theirs');
  await theirs.getByLabel('Place', { exact: true }).fill('Chair 3');
  await other.keyboard.press('Control+Enter');
  await expect(theirs).toHaveCount(0);

  await expect(mine.getByText('Theirs: Title: Motif, theirs')).toBeVisible();
  await expect(mine.getByLabel('Title')).toHaveValue('Motif, mine');
  await expect(mine.getByLabel('Place', { exact: true })).toHaveValue('Chair 3');
  await page.keyboard.press('Control+Enter');
  await expect(mine).toHaveCount(0);
  await expect(block(other, 'Motif, mine').first()).toBeVisible();
  await expect(block(other, 'Motif, theirs')).toHaveCount(0);
  await other.context().close();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('I3 among a thousand events a finger that stays makes one, moves it, and makes it longer', async ({
    page,
    studio,
  }) => {
    const finger = await fingerOf(page);
    await signIn(page, studio, `/agenda?view=day&date=${day(3)}`);
    await expect(block(page, 'Motif').first()).toBeVisible();
    const ghost = page.locator('[data-ghost]');

    await finger('touchStart', await point(page, day(3), '12:05'));
    await expect(ghost).toBeVisible();
    await finger('touchMove', await point(page, day(3), '12:50'));
    await finger('touchEnd');
    await page.getByRole('textbox', { name: 'Title' }).fill('By finger');
    await page.getByRole('button', { name: 'Save' }).click();
    const event = block(page, 'By finger');
    await says(event, `${spoken(3)}, 12:00 to 13:00`);

    await finger('touchStart', await gripOf(event));
    await expect(ghost).toBeVisible();
    await finger('touchMove', await point(page, day(3), '10:30'));
    await finger('touchEnd');
    await says(event, `${spoken(3)}, 10:00 to 11:00`);

    await finger('touchStart', await gripOf(event, true));
    await expect(ghost).toBeVisible();
    await finger('touchMove', await point(page, day(3), '11:30'));
    await finger('touchEnd');
    await says(event, `${spoken(3)}, 10:00 to 11:30`);
  });
});
