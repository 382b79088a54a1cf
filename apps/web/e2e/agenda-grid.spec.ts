import type { Locator, Page } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { block, drag, fingerOf, point, says } from './grid.ts';
import { expect, type Studio, signIn, studioDate, test } from './studio.ts';

/** A Tuesday two weeks from now: nothing of the demo's bookings is dragged about, and nothing is past. */
const TUESDAY = (() => {
  const day = Temporal.PlainDate.from(studioDate(14));
  return day.add({ days: 2 - day.dayOfWeek });
})();
const day = (days: number) => TUESDAY.add({ days }).toString();
const spoken = (days: number) =>
  TUESDAY.add({ days }).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** An event of an hour in the calendar that these tests alone write to. */
async function put(page: Page, studio: Studio, name: string, date: string, time: string): Promise<void> {
  // From then on the page hears of everything.
  await expect(page.getByText('Live', { exact: true })).toBeAttached();
  const at = (hours: number) => ({
    local: Temporal.PlainDateTime.from(`${date}T${time}`).add({ hours }).toString({ smallestUnit: 'second' }),
    zone: 'Europe/Zurich',
  });
  const calendars = await page.request.get(`${studio.url}/trpc/calendars.list`);
  const listed: { id: string; name: string }[] = (await calendars.json()).result.data.json;
  const calendarId = listed.find((calendar) => calendar.name === 'Perso')?.id;
  const none = { location: null, description: null, url: null, rrule: null, status: null };
  const fields = { ...none, summary: name, start: at(0), end: at(1), transparent: false };
  const added = await page.request.post(`${studio.url}/trpc/agenda.add`, {
    data: { json: { calendarId, fields: { ...fields, classification: 'public' } } },
    headers: { origin: studio.url },
  });
  expect(added.ok(), await added.text()).toBe(true);
}

/** The week of the events, with those of one calendar alone in it. */
async function openWeek(page: Page, studio: Studio, name: string): Promise<void> {
  await signIn(page, studio, `/agenda?view=week&date=${day(0)}`);
  await put(page, studio, name, day(0), '10:00');
  await page.getByRole('button', { name: 'Show only Perso' }).click();
}

const reads = (cell: Locator, text: string) => expect(cell).toHaveAccessibleName(new RegExp(`^${text}`));

test('I1 I3 by mouse: move, both edges, copy, Esc, undo and redo', async ({ page, studio }) => {
  await openWeek(page, studio, 'Mouse');
  const event = block(page, 'Mouse');
  await says(event, `${spoken(0)}, 10:00 to 11:00`);

  // Dragged by its middle to the next day; Esc leaves it where it was.
  await drag(page, await point(page, day(0), '10:30'), await point(page, day(1), '12:45'));
  await expect(page.locator('[data-ghost]')).toContainText('12:15–13:15');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
  await says(event, `${spoken(0)}, 10:00 to 11:00`);

  await drag(page, await point(page, day(0), '10:30'), await point(page, day(1), '12:45'));
  await page.mouse.up();
  await says(event, `${spoken(1)}, 12:15 to 13:15`);

  const box = await event.boundingBox();
  if (!box) throw new Error('no block');
  await drag(page, { x: box.x + 20, y: box.y + box.height - 2 }, await point(page, day(1), '14:00'));
  await page.mouse.up();
  await says(event, `${spoken(1)}, 12:15 to 14:00`);
  await drag(page, { x: box.x + 20, y: box.y + 2 }, await point(page, day(1), '11:30'));
  await page.mouse.up();
  await says(event, `${spoken(1)}, 11:30 to 14:00`);

  await drag(page, await point(page, day(1), '12:30'), await point(page, day(2), '12:30'));
  await page.keyboard.down('Control');
  await expect(page.locator('[data-ghost]')).toContainText('+ Mouse');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(event).toHaveCount(2);

  await page.keyboard.press('Control+z');
  await expect(event).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await says(event, `${spoken(1)}, 12:15 to 14:00`);
  await page.keyboard.press('Control+Shift+z');
  await says(event, `${spoken(1)}, 11:30 to 14:00`);
  await page.reload();
  await says(event, `${spoken(1)}, 11:30 to 14:00`);
});

test('I1 drawn with the mouse or entered by keys, an event is typed beside the grid and saved with Ctrl+Enter', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, `/agenda?view=week&date=${day(14)}`);
  await put(page, studio, 'Beside', day(15), '18:00');
  // With the events comes the row of whole days, which moves the times down.
  await expect(block(page, 'Beside')).toHaveCount(1);
  await drag(page, await point(page, day(14), '09:02'), await point(page, day(14), '10:40'));
  await page.mouse.up();
  const panel = page.getByRole('dialog');
  await expect(page.locator('[data-ghost]')).toContainText('09:00–10:45');
  await expect(panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.type('Drawn');
  await page.keyboard.press('Control+Enter');
  await says(block(page, 'Drawn'), `${spoken(14)}, 09:00 to 10:45`);
  await expect(panel).toHaveCount(0);

  await page.getByRole('gridcell').focus();
  await page.keyboard.press('ArrowUp');
  await reads(page.getByRole('gridcell'), `${spoken(14)}, 08:30, free`);
  await page.keyboard.press('Enter');
  await expect(panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.type('Entered');
  await page.keyboard.press('Control+Enter');
  await says(block(page, 'Entered'), `${spoken(14)}, 08:30 to 09:30`);
});

test('an event is dragged to the whole day and back, and to a day of the small month', async ({
  page,
  studio,
}) => {
  await openWeek(page, studio, 'Wander');
  const event = block(page, 'Wander');
  await says(event, '10:00 to 11:00');
  const row = await page.locator(`.agenda-cell[data-date="${day(2)}"]`).boundingBox();
  if (!row) throw new Error('no row for whole days');
  await drag(page, await point(page, day(0), '10:30'), {
    x: row.x + row.width / 2,
    y: row.y + row.height / 2,
  });
  await page.mouse.up();
  await says(event, `${spoken(2)}, all day`);
  const bar = await event.boundingBox();
  if (!bar) throw new Error('no bar');
  await drag(page, { x: bar.x + bar.width / 2, y: bar.y + 8 }, await point(page, day(3), '09:05'));
  await page.mouse.up();
  await says(event, `${spoken(3)}, 09:00 to 10:00`);
  const target = page.locator(`[data-pick-day="${day(4)}"]`);
  const small = await target.boundingBox();
  if (!small) throw new Error('no day in the small month');
  await drag(page, await point(page, day(3), '09:30'), { x: small.x + 10, y: small.y + 10 });
  await page.mouse.up();
  await says(event, `${spoken(4)}, 09:00 to 10:00`);
});

test('I3 by keyboard alone, as a screen reader reads it', async ({ page, studio }) => {
  await openWeek(page, studio, 'Keys');
  await expect(block(page, 'Keys')).toBeVisible();
  const cell = page.getByRole('gridcell');
  const said = page.locator('[role="status"][aria-live="polite"]');
  await cell.focus();
  await page.keyboard.press('Home');
  // From midnight on by the half hour, over nothing else: the event is met where it begins.
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press('ArrowDown');
  await reads(cell, `${spoken(0)}, 10:00: Keys`);
  await page.keyboard.press('ArrowDown');
  await reads(cell, `Keys, ${spoken(0)}, 10:00 to 11:00, Perso`);
  await expect(said).toContainText(`Keys, ${spoken(0)}, 10:00 to 11:00`);

  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText(`${spoken(0)}, 10:15 to 11:15`);
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText(`${spoken(1)}, 10:15 to 11:15`);
  await page.keyboard.press('Escape');
  await page.keyboard.up('Alt');
  await expect(said).toContainText(`Restored: ${spoken(0)}, 10:00 to 11:00`);
  await reads(cell, `Keys, ${spoken(0)}, 10:00 to 11:00`);

  await page.keyboard.press('Alt+ArrowDown');
  await reads(cell, `Keys, ${spoken(0)}, 10:15 to 11:15`);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await reads(cell, `Keys, ${spoken(0)}, 10:15 to 11:30`);
  await page.keyboard.press('Control+z');
  await reads(cell, `Keys, ${spoken(0)}, 10:15 to 11:15`);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await reads(cell, `${spoken(1)}, 10:00, free`);
  await page.keyboard.press('Control+v');
  await expect(block(page, 'Keys')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await reads(cell, `Keys, ${spoken(1)}, 10:00 to 11:00`);
  await page.keyboard.press('Delete');
  await expect(block(page, 'Keys')).toHaveCount(1);
  await page.keyboard.press('PageDown');
  await reads(cell, `${spoken(8)}, 10:00`);
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-grid] :focus')).toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('I3 a finger that stays moves, one that swipes turns the page, a tap opens', async ({
    page,
    studio,
  }) => {
    await signIn(page, studio, `/agenda?view=day&date=${day(7)}`);
    await put(page, studio, 'Finger', day(7), '10:00');
    const event = block(page, 'Finger');
    await expect(event).toBeVisible();
    const send = await fingerOf(page);

    const from = await point(page, day(7), '10:30');
    await send('touchStart', from);
    await expect(page.locator('[data-ghost]')).toBeVisible();
    await send('touchMove', await point(page, day(7), '11:30'));
    await expect(page.locator('[data-ghost]')).toContainText('11:00–12:00');
    await send('touchEnd');
    await says(event, `${spoken(7)}, 11:00 to 12:00`);

    // Left of the button that makes an event.
    await send('touchStart', { x: 270, y: from.y });
    await send('touchMove', { x: 220, y: from.y + 2 });
    await send('touchMove', { x: 120, y: from.y + 4 });
    await send('touchEnd');
    await expect(page).toHaveURL(new RegExp(`date=${day(8)}`));
    await page.goBack();
    await event.tap();
    await expect(page).toHaveURL(/event=/);
  });
});

test('every view of the agenda is accessible and fits, in light and dark', async ({ page, studio }) => {
  test.setTimeout(180_000);
  await signIn(page, studio);
  for (const view of ['day', 'artists']) {
    await page.goto(`${studio.url}/agenda?view=${view}&date=${day(0)}`);
    await expect(page.getByRole('gridcell')).toBeAttached();
    await expectFineAtWidths(page, view, ['scrollable-region-focusable']);
  }
});

test('I10 titles of events side by side stand level, in whole lines and unbroken words', async ({
  page,
  studio,
}) => {
  await openWeek(page, studio, 'Lettering over both shoulders');
  for (const name of ['Peony for Camille', 'Swallow with Hugo', 'Mandala with Priya'])
    await put(page, studio, name, day(0), '10:15');
  await expect(block(page, 'Mandala')).toBeVisible();
  const texts = await page.locator('.agenda-column-text').evaluateAll((all) =>
    all.map((text) => {
      const { writingMode, lineHeight, paddingTop, overflowWrap } = getComputedStyle(text);
      const lines = (text.clientHeight - Number.parseFloat(paddingTop)) / Number.parseFloat(lineHeight);
      return [writingMode, overflowWrap, Math.abs(lines - Math.round(lines)) < 0.1] as const;
    }),
  );
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) expect(text).toEqual(['horizontal-tb', 'normal', true]);
});

test('I7 a view that was seen comes back where it was left, and what is out of sight is nowhere to be found', async ({
  page,
  studio,
}) => {
  await openWeek(page, studio, 'Kept');
  const named = page.getByRole('button', { name: /Kept/ });
  await expect(named).toHaveCount(1);
  const top = (await point(page, day(0), '10:30')).y;
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 120);
  await expect.poll(async () => (await point(page, day(0), '10:30')).y).toBe(top - 120);
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Week');
  await expect(named).toHaveCount(1);
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week');
  await expect(named).toHaveCount(1);
  await expect.poll(async () => (await point(page, day(0), '10:30')).y).toBe(top - 120);
  // What is changed while another view is shown has changed here too.
  await page.keyboard.press('m');
  await put(page, studio, 'Kept too', day(3), '12:00');
  await expect(named).toHaveCount(2);
  await page.keyboard.press('w');
  await expect(named).toHaveCount(2);
  await says(block(page, 'Kept too').and(named), `${spoken(3)}, 12:00 to 13:00`);
});

test('I10 on paper stands what is shown, every event of it, and nothing to press', async ({
  page,
  studio,
}) => {
  await openWeek(page, studio, 'On paper');
  for (const view of ['month', 'week', 'day', 'list', 'artists']) {
    await page.goto(`${studio.url}/agenda?view=${view}&date=${day(0)}`);
    await expect(block(page, 'On paper').first()).toBeAttached();
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(sheet.length, view).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const { height } = (await page.locator('[data-grid]').boundingBox()) ?? { height: 0 };
    expect(height, view).toBeGreaterThan(200);
    await expect(block(page, 'On paper').first(), view).toBeVisible();
    await expect(
      page
        .getByRole('button')
        .filter({ visible: true, hasNotText: 'On paper' })
        .locator(':scope:not(.agenda-event)'),
      view,
    ).toHaveCount(0);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
  }
});

test('I3 a browser that has no Temporal of its own shows the agenda all the same', async ({
  page,
  studio,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'));
  await signIn(page, studio, '/agenda?view=week&date=2027-03-10');
  await expect(page.getByRole('columnheader', { name: /^Wed 10/ })).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('March 2027');
  expect(fetched.some((url) => /\/assets\/global-[\w-]+\.js$/.test(url))).toBe(true);
});
