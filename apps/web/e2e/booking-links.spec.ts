import { expectFine } from './accessible.ts';
import { booked, siteWith } from './booking-site.ts';
import { addArtist, studioApi } from './booking-studio.ts';
import { goOn, heldTime, keepTime, openDay, slots } from './booking-visitor.ts';
import { expect, type Studio, studioDate, test } from './studio.ts';

/** The path of the link in the newest mail to somebody. */
async function linkInMail(studio: Studio, to: string, path: string): Promise<string> {
  const api = await studioApi(studio);
  let link = '';
  await expect(async () => {
    const { mails } = await api.mails.list.query({});
    const mail = mails.find((one) => one.to === to && one.text.includes(path));
    link = new RegExp(`${path}/[\\w-]+`).exec(mail?.text ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
  }).toPass();
  return link;
}

test('the client moves a booking, puts it into a calendar and withdraws it; to look changes nothing', async ({
  page,
  studio,
}) => {
  const start = await booked(page, studio, 'manage');
  await page.reload();
  await expect(page.getByText('Request, not yet confirmed')).toBeVisible();
  await page.getByRole('button', { name: 'Choose another time' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a new time' })).toBeFocused();
  await slots(page).last().click();
  await expectFine(page, 'moving');
  await page.getByRole('button', { name: /^Move to/ }).click();
  await expect(page.getByText(/^Moved to/).first()).toBeVisible();
  const [moved] = await (await studioApi(studio)).bookings.list.query({ artist: 'manage' });
  expect(moved?.start.toISOString()).not.toBe(start);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add to calendar' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.ics$/);
  await page.getByRole('button', { name: 'Withdraw request' }).click();
  await expect(page.getByRole('heading', { name: 'Withdraw this request?' })).toBeFocused();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Withdraw request' }).click();
  await page.getByRole('button', { name: 'Withdraw request' }).click();
  await expect(page.locator('main').getByText('Withdrawn', { exact: true })).toBeVisible();
  await expectFine(page, 'withdrawn');
});

test('B4 case 52: the artist’s link shows the request, and only a button answers it', async ({
  page,
  studio,
}) => {
  await booked(page, studio, 'answer', 'Dora Lind');
  const link = await linkInMail(studio, studio.email, '/booking');
  const api = await studioApi(studio);
  await page.goto(studio.url + link);
  await expect(page.getByText('Request of Dora Lind')).toBeVisible();
  await expectFine(page, 'artist');
  const [before] = await api.bookings.list.query({ artist: 'answer' });
  expect(before?.state).toBe('REQUESTED');
  await page.getByLabel('Message to Dora Lind').fill('Looking forward to it.');
  await page.reload();
  await expect(page.getByLabel('Message to Dora Lind')).toHaveValue('Looking forward to it.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.locator('main').getByText('You have approved this.')).toBeVisible();
  const [after] = await api.bookings.list.query({ artist: 'answer' });
  expect(after?.state).toBe('CONFIRMED');
  const theirs = await linkInMail(studio, 'dora@example.org', '/booking');
  await page.goto(studio.url + theirs);
  await expect(page.getByText('Looking forward to it.')).toBeVisible();
});

test('B10 a link that leads nowhere says so, whatever it is', async ({ page, studio }) => {
  for (const path of ['/booking/no-such-token', '/idea/no-such-token', '/booking/a/b']) {
    await page.goto(studio.url + path);
    await expect(page.getByText(/does not (lead|exist)/)).toBeVisible();
    await expectFine(page, path);
  }
});

for (const [width, colorScheme, lang] of [
  [360, 'light', 'en'],
  [1440, 'dark', 'fr'],
] as const)
  test(`an idea: described, answered with times, one of them chosen (${width} px, ${colorScheme}, ${lang})`, async ({
    page,
    studio,
  }) => {
    const api = await studioApi(studio);
    const slug = `idea-${lang}`;
    await addArtist(api, slug, { questions: false });
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`${studio.url}/idea?artist=${slug}&lang=${lang}`);
    await expect(page.locator('#idea')).toBeVisible();
    await goOn(page).click();
    await expect(page.getByRole('alert').first()).toBeFocused();
    await expectFine(page, 'idea with errors');
    await page.locator('#idea').fill('A koi swimming up the calf');
    await page.locator('#name').fill('Bo Lind');
    await page.locator('#email').fill(`bo-${lang}@example.org`);
    await page.reload();
    await expect(page.locator('#idea')).toHaveValue('A koi swimming up the calf');
    await page.locator('button[type=submit]').click();
    await page.locator('a[href^="/idea/"]').click();
    await expect(page.getByText('A koi swimming up the calf')).toBeVisible();
    await expectFine(page, 'idea waiting');

    const [open] = (await api.inquiries.list.query({})).filter(({ artist }) => artist?.slug === slug);
    const day = studioDate(7);
    const times = ['09:00', '14:00'].map((time) => new Date(`${day}T${time}:00Z`));
    await api.inquiries.answer.mutate({
      id: open?.id ?? '',
      version: open?.version ?? 0,
      quote: 'CHF 900',
      deposit: 'CHF 200',
      message: 'Two sessions, I would say.',
      sessions: [{ minutes: 120, times }],
    });
    await page.reload();
    await expect(page.getByText('CHF 900')).toBeVisible();
    await expectFine(page, 'idea answered');
    await page.locator('main li button[aria-pressed]').first().click();
    await page.locator('main li button.bg-accent:not([aria-pressed])').click();
    await expect(page.locator('a[href*="/booking/"]')).toBeVisible();
    await expectFine(page, 'session booked');
    const [booking] = await api.bookings.list.query({ artist: slug });
    expect(booking?.start.toISOString()).toBe(times[0]?.toISOString());
  });

test('inside somebody else’s page the frame is as tall as the booking page, and follows it', async ({
  page,
  studio,
}) => {
  await addArtist(await studioApi(studio), 'framed', { questions: false });
  const html = `<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0">
    <div data-atelier="${studio.url}/book/framed"></div><script src="${studio.url}/embed.js"></script>`;
  await using site = await siteWith(html);
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('What would you like?')).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Skip to content' })).toHaveCount(0);
  const height = () => page.locator('iframe').evaluate((one) => one.clientHeight);
  const content = () => frame.locator('#root').evaluate((one) => one.getBoundingClientRect().height);
  await expect.poll(async () => Math.abs((await height()) - (await content()))).toBeLessThan(1);
  const first = await height();
  await frame.locator('main ul a').first().click();
  await expect(frame.locator('[data-slot]').first()).toBeVisible();
  await expect.poll(height).not.toBe(first);
  await expect.poll(async () => Math.abs((await height()) - (await content()))).toBeLessThan(1);
  await openDay(frame);
  await frame.locator('[data-slot]').first().click();
  await expect(frame.locator('[data-hold=held]')).toBeVisible();
});

test('an artist whose month is full: the next free time is one tap away', async ({ page, studio }) => {
  const api = await studioApi(studio);
  await addArtist(api, 'full', { questions: false });
  const closures = [{ from: studioDate(0), to: studioDate(75), reason: 'Travelling' }];
  await api.artists.setHours.mutate({
    slug: 'full',
    hours: { weekly: { mo: [['09:00', '12:00']] }, overrides: [], closures },
  });
  await page.goto(`${studio.url}/book/full`);
  await page.locator('main ul a').first().click();
  await expect(slots(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(page.getByText(/^No free time in/)).toBeVisible();
  await expectFine(page, 'empty month');
  await page.getByRole('button', { name: 'Next free time' }).click();
  await expect(slots(page).first()).toBeVisible();
  await keepTime(page, 0);
  await expect(heldTime(page)).toBeVisible();
});
