import type { Page } from '@playwright/test';
import { addArtist, studioApi, visitorApi } from './booking-studio.ts';
import { HOSTILE, hostileEvent, MARK } from './hostile-strings.ts';
import { expect, otherClient, signIn, studioDate, test } from './studio.ts';

const EVENTS = 40;
const SLUG = 'nora-hostile';
const at = (n: number, most = 200) => (HOSTILE[n] ?? '').replaceAll(/[\u0000\t]/g, '').slice(0, most);

/** Elements that only a string could have brought, and addresses that run. The policy of the page refuses both as well: see `page-policy.ts`. */
const BROUGHT = `.${MARK}, [onerror], [onload], [srcdoc], a[href^="javascript:" i], a[href^="data:" i], a[href^="vbscript:" i]`;

/** From the first script on: a call is remembered, a dialog is told. */
async function watched(page: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`error ${error.message}`));
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) seen.push(`request ${request.url()}`);
  });
  await page.exposeFunction(MARK, () => seen.push('called'));
  return seen;
}

async function expectNothingBrought(page: Page, where: string): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  await page.waitForLoadState('networkidle');
  const brought = await page
    .locator(BROUGHT)
    .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 200)));
  expect(brought, where).toEqual([]);
}

test('B10 three hundred strings made to be code stay text, wherever they come in and wherever they are shown', async ({
  page,
  studio,
}) => {
  test.setTimeout(120_000);
  const seen = await watched(page);
  const [api, visitor] = [await studioApi(studio), visitorApi(studio)];
  const day = studioDate(0);
  // From a calendar server, from a file, and by the programs that speak to us.
  const put = (n: number) =>
    otherClient(studio, 'PUT', 'perso', `h${n}.ics`, hostileEvent(`h${n}`, day, n * 8));
  await Promise.all(Array.from({ length: EVENTS }, (_, n) => put(n)));
  await api.calendars.syncNow.mutate({});
  const own = await api.calendars.addOwn.mutate({
    name: at(9, 60),
    zone: 'Europe/Zurich',
    owner: studio.email,
  });
  await api.agenda.import.mutate({ calendarId: own.id, text: hostileEvent('file', day, 60) });
  await api.studio.save.mutate({ name: at(4, 80) });
  await addArtist(api, SLUG, { name: at(5, 100), service: at(7, 100), questions: false });
  await api.artists.set.mutate({ slug: SLUG, bio: at(6, 400) });
  await api.people.add.mutate({
    email: 'hostile@studio.test',
    name: at(16, 150),
    role: 'ARTIST',
    password: 'a password of hostile',
  });
  const client = { name: at(10, 100), email: 'client@example.com' };
  const wish = { key: crypto.randomUUID(), artist: SLUG, language: 'en' as const, client };
  const idea = await visitor.inquiry.send.mutate({
    ...wish,
    idea: HOSTILE.slice(0, 20).join('\n').replaceAll('\u0000', ''),
    style: at(12),
    size: at(13),
  });
  const { artists } = await visitor.booking.studio.query();
  const serviceId = artists.find(({ slug }) => slug === SLUG)?.services[0]?.id ?? '';
  const free = await visitor.booking.slots.query({
    artist: SLUG,
    serviceId,
    from: studioDate(3),
    to: studioDate(6),
  });
  const start = free.days.flatMap(({ slots }) => slots)[0]?.start ?? new Date();
  const booked = await visitor.booking.submit.mutate({
    ...wish,
    key: crypto.randomUUID(),
    serviceId,
    start,
    note: at(14),
  });
  if (booked.kind !== 'booked') throw new Error(booked.message);
  await expect
    .poll(async () => (await api.agenda.search.query({ words: ['onerror'], limit: 50 })).events.length)
    .toBeGreaterThan(10);

  await signIn(page, studio, `/agenda?view=month&date=${day}`);
  for (const view of ['month', 'week', 'day', 'list', 'artists']) {
    await page.goto(`${studio.url}/agenda?view=${view}&date=${day}`);
    await expectNothingBrought(page, view);
  }
  await page.goto(`${studio.url}/agenda?view=list&date=${day}`);
  for (const n of [0, 5, 12]) {
    await page.locator('.agenda-event').nth(n).click();
    await expect(page.getByRole('dialog').first()).toBeVisible();
    await expectNothingBrought(page, `panel ${n}`);
    await page.keyboard.press('Escape');
  }
  const places = ['/', '/waiting', '/bookings', `/bookings/${booked.booking.id}`, '/inquiries'];
  places.push(`/inquiries/${idea.id}`, '/studio', `/studio/${SLUG}`, `/studio/${SLUG}?section=services`);
  places.push('/connections', `/calendars/${own.id}`, '/health', '/people', '/mails', '/settings');
  for (const place of places) {
    await page.goto(studio.url + place);
    await expectNothingBrought(page, place);
  }
  for (const place of ['/book', `/book/${SLUG}`, `/idea/${idea.token}`]) {
    await page.goto(studio.url + place);
    await expectNothingBrought(page, place);
  }
  await page.goto(`${studio.url}/agenda?view=week&date=${day}`);
  await page.keyboard.press('/');
  await page.keyboard.insertText(at(4));
  await expectNothingBrought(page, 'search');
  await page.keyboard.press('Escape');
  // The strings are there, as text.
  await page.goto(`${studio.url}/agenda?view=list&date=${day}`);
  await expect(page.getByText('onerror').first()).toBeVisible();
  const file = await api.agenda.export.query({ calendarId: own.id });
  expect(file.ics.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  expect(seen).toEqual([]);
});
