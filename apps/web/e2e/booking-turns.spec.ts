import type { Page } from '@playwright/test';
import superjson from 'superjson';
import { expectFine } from './accessible.ts';
import { booked, siteWith } from './booking-site.ts';
import { addArtist, studioApi } from './booking-studio.ts';
import { openDay } from './booking-visitor.ts';
import { expect, type Studio, signIn, test } from './studio.ts';

const HALF_AN_HOUR = 1_800_000;

async function bookingOf(studio: Studio, artist: string) {
  const [booking] = await (await studioApi(studio)).bookings.list.query({ artist });
  if (!booking) throw new Error('there is no booking');
  return booking;
}

test('B13 another time is proposed while the client looks: it appears, and one click agrees to it', async ({
  page,
  studio,
}) => {
  await booked(page, studio, 'propose');
  const { id, version, start } = await bookingOf(studio, 'propose');
  const api = await studioApi(studio);
  await api.bookings.move.mutate({ id, version, start: new Date(start.getTime() + 4 * HALF_AN_HOUR) });
  await expect(page.getByText('Another time is proposed', { exact: true })).toBeVisible();
  await expect(page.getByText(/It is kept for you until/)).toBeVisible();
  await expectFine(page, 'proposed');
  await page.getByRole('button', { name: 'That suits me' }).click();
  await expect(page.locator('main').getByText('Confirmed', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'That suits me' })).toHaveCount(0);
  expect(await bookingOf(studio, 'propose')).toMatchObject({ state: 'CONFIRMED' });
});

test('case 54: the client moves a booking by half an hour, over the time that it has now', async ({
  page,
  studio,
}) => {
  const start = await booked(page, studio, 'half');
  await page.getByRole('button', { name: 'Choose another time' }).click();
  const later = new Date(new Date(start).getTime() + HALF_AN_HOUR).toISOString();
  const now = page.locator(`[data-slot="${start}"]`);
  await expect(now).toContainText('your time now');
  await expect(now).toHaveAttribute('aria-disabled', 'true');
  await page.locator(`[data-slot="${later}"]`).click();
  await page.getByRole('button', { name: /^Move to/ }).click();
  await expect(page.getByText(/^Moved to/).first()).toBeVisible();
  expect((await bookingOf(studio, 'half')).start.toISOString()).toBe(later);
});

/** Answers the first approval as the server does while the artist's calendar stays away, and lets the next one through. */
async function silentOnce(page: Page, procedure: string): Promise<void> {
  let refused = false;
  await page.route(new RegExp(procedure.replace('.', '\\.')), async (route) => {
    if (refused) return route.continue();
    refused = true;
    const error = {
      message: 'Silent.',
      code: -32_009,
      data: {
        code: 'CONFLICT',
        httpStatus: 409,
        path: procedure,
        refusal: { kind: 'unverified', message: 'Silent.', code: 'calendar-silent', given: null },
      },
    };
    const answer = { error: superjson.serialize(error) };
    const batch = route.request().url().includes('batch=1');
    await route.fulfill({ status: 409, json: batch ? [answer] : answer });
  });
}

test('B8 a calendar that still does not answer is a question: nothing is approved before somebody says so', async ({
  page,
  studio,
}) => {
  await booked(page, studio, 'silent', 'Ursa Unverified');
  await signIn(page, studio);
  await silentOnce(page, 'bookings.answer');
  await page.getByRole('button', { name: 'Approve the request of Ursa Unverified' }).click();
  const dialog = page.getByRole('dialog', {
    name: 'The calendar still does not answer. Do it all the same?',
  });
  await expect(dialog).toBeVisible();
  await expectFine(page, 'silent');
  expect(await bookingOf(studio, 'silent')).toMatchObject({ state: 'REQUESTED' });
  await dialog.getByRole('button', { name: 'All the same' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await bookingOf(studio, 'silent')).state).toBe('CONFIRMED');
});

test('B12 inside somebody else’s page on a phone, the way on comes into the window when a time is chosen', async ({
  page,
  studio,
}) => {
  await addArtist(await studioApi(studio), 'phone-frame', { questions: false });
  const html = `<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0">
    <p style="height:300px">A site</p><div data-atelier="${studio.url}/book/phone-frame"></div>
    <p style="height:900px">More of it</p><script src="${studio.url}/embed.js"></script>`;
  await using site = await siteWith(html);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await frame.locator('main ul a').first().click();
  await openDay(frame);
  await frame.locator('[data-slot]').first().click();
  await expect(frame.locator('[data-hold=held]')).toBeVisible();
  const goOn = frame.getByRole('button', { name: 'Continue' });
  await expect(goOn).toBeInViewport({ ratio: 1 });
  await goOn.click();
  await expect(frame.getByRole('heading', { name: 'Your details' })).toBeInViewport({ ratio: 1 });
});
