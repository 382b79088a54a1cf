import type { Page } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { IRIS, openDesk } from './desk.ts';
import { expect, signIn, studioDate, test } from './studio.ts';

/** Nothing of the demo lies so far ahead. */
const DATE = studioDate(40);
const DAY = `/agenda?view=artists&date=${DATE}`;

/** A visitor keeps a time of an artist, as somebody who fills in the form. */
async function hold(page: Page, url: string, start: string): Promise<string> {
  const ask = async (path: string, json: object) => {
    const answer = await page.request.post(`${url}/trpc/${path}`, {
      data: { json, meta: { values: { start: ['Date'] } } },
      headers: { origin: url },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()).result.data.json;
  };
  const listed = await page.request.get(`${url}/trpc/booking.studio`);
  const { artists } = (await listed.json()).result.data.json;
  const iris = artists.find(({ slug }: { slug: string }) => slug === IRIS.slug);
  const { token } = await ask('booking.hold', { artist: IRIS.slug, serviceId: iris.services[0].id, start });
  return token;
}

async function point(page: Page, column: number, time: string): Promise<{ x: number; y: number }> {
  const box = await page.locator('.agenda-lane').nth(column).boundingBox();
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (!box) throw new Error('no column');
  return { x: box.x + box.width / 2, y: box.y + (box.height * (hour * 60 + minute + 5)) / 1_440 };
}

async function columnOf(page: Page, name: string): Promise<number> {
  const names = await page
    .getByRole('button', { name: /^Why is a time of/ })
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return names.findIndex((label) => label.includes(name));
}

test('I4 I3 why a time is closed is said of any empty time, by mouse and by key, and something is made there', async ({
  page,
  studio,
}) => {
  await openDesk(studio);
  await signIn(page, studio, DAY);
  const dialog = page.getByRole('dialog', { name: 'Why is this time closed?' });
  await expect(page.getByText('Iris Moon').first()).toBeVisible();
  const column = await columnOf(page, 'Iris Moon');

  const early = await point(page, column, '08:00');
  await page.mouse.move(early.x, early.y);
  await page.locator('[data-why]').click();
  await expect(dialog).toContainText('Outside the opening hours of this day: 09:00 – 17:30.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // The other button of the mouse, at a time that clients are offered.
  const open = await point(page, column, '10:30');
  await page.mouse.click(open.x, open.y, { button: 'right' });
  await expect(dialog).toContainText('Offered to clients.');
  await page.keyboard.press('Escape');

  // By key, where the cursor stands.
  const cell = page.getByRole('gridcell');
  await cell.focus();
  for (let day = 0; day < column; day += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('y');
  await expect(dialog).toContainText('Iris Moon');
  await expectFineAtWidths(page, 'why is this time closed');
  await dialog.getByRole('button', { name: 'New event here' }).click();
  await expect(page.getByRole('dialog', { name: 'New event', exact: true })).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('I3 I4 a finger that rests on an empty time learns why it is closed, and goes on to a new event there', async ({
    page,
    studio,
  }) => {
    await openDesk(studio);
    await signIn(page, studio, DAY);
    await expect(page.getByText('Iris Moon').first()).toBeVisible();
    const touch = await page.context().newCDPSession(page);
    const at = await point(page, await columnOf(page, 'Iris Moon'), '08:00');
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await expect(page.locator('[data-ghost]')).toBeVisible();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const dialog = page.getByRole('dialog', { name: 'Why is this time closed?' });
    await expect(dialog).toContainText('Iris Moon');
    await expect(dialog).toContainText('Outside the opening hours of this day: 09:00 – 17:30.');
    await dialog.getByRole('button', { name: 'New event here' }).tap();
    await expect(page.getByRole('dialog', { name: 'New event', exact: true })).toBeVisible();
  });
});

test('B12 a time that somebody is booking counts down in the column of the artist, and goes when it is given back', async ({
  page,
  studio,
}) => {
  await openDesk(studio);
  await signIn(page, studio, DAY);
  await expect(page.getByText('Live', { exact: true })).toBeAttached();
  const start = Temporal.PlainDateTime.from(`${DATE}T10:30`)
    .toZonedDateTime('Europe/Zurich')
    .toInstant()
    .toString();
  const token = await hold(page, studio.url, start);
  const ghost = page.locator('[data-hold]');
  await expect(ghost).toContainText(/[45]:\d\d/);
  await expect(ghost).toContainText('10:30 – 12:00');
  await page.request.post(`${studio.url}/trpc/booking.releaseHold`, {
    data: { json: { hold: token } },
    headers: { origin: studio.url },
  });
  await expect(ghost).toHaveCount(0);
});

test('I4 where the day stands is to be seen among the artists today, and on no other day', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/agenda?view=artists');
  await page.locator('.agenda-lane').first().waitFor();
  await page
    .locator('.agenda-lane')
    .first()
    .evaluate((lane) => lane.scrollIntoView({ block: 'center' }));
  const now = Temporal.Now.zonedDateTimeISO('Europe/Zurich');
  const scrolled = await page.locator('.agenda-lane').first().boundingBox();
  const scroller = page.locator('[data-grid] [style*="overflow"]').last();
  await scroller.evaluate((element, share) => {
    element.scrollTop = element.scrollHeight * share - element.clientHeight / 2;
  }, now.hour / 24);
  expect(scrolled).not.toBeNull();
  await expect(page.locator('[data-now]')).toHaveCount(1);
  await page.goto(studio.url + DAY);
  await page.locator('.agenda-lane').first().waitFor();
  await expect(page.locator('[data-now]')).toHaveCount(0);
});
