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

/** A word that cannot be broken, letters without width, and marks that turn what follows. */
const UNSHAPELY = ['W'.repeat(300), `\u202Edesrever ${'é'.repeat(120)}`, '\u200B\u2060', '💥'.repeat(80)];
const PHONE = { width: 360, height: 740 };

async function expectInWidth(page: Page, where: string): Promise<void> {
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(wider, { message: where }).toBeLessThanOrEqual(0);
}

test('B10 I10 what a client holds, what is typed, printed and handed to programs takes them as text, and keeps its width', async ({
  page,
  studio,
}) => {
  test.setTimeout(120_000);
  const seen = await watched(page);
  const [api, visitor] = [await studioApi(studio), visitorApi(studio)];
  const day = studioDate(1);
  const slug = 'ida-hostile';
  const own = await api.calendars.addOwn.mutate({
    name: UNSHAPELY[0]?.slice(0, 80) ?? '',
    zone: 'Europe/Zurich',
    owner: studio.email,
  });
  const none = {
    url: null,
    rrule: null,
    status: null,
    transparent: false,
    classification: 'public' as const,
  };
  const texts = [...HOSTILE.slice(20, 30), ...UNSHAPELY].map((text) => text.replaceAll(/[\u0000\t]/g, ''));
  for (const [n, text] of texts.entries()) {
    const at = (minute: string) => ({
      local: `${day}T${String(n + 6).padStart(2, '0')}:${minute}:00`,
      zone: 'Europe/Zurich',
    });
    const fields = {
      ...none,
      summary: text,
      location: text,
      description: text,
      start: at('00'),
      end: at('50'),
    };
    await api.agenda.add.mutate({ calendarId: own.id, fields });
  }
  const serviceId = await addArtist(api, slug, {
    name: at(5, 100),
    service: UNSHAPELY[0]?.slice(0, 100) ?? '',
    questions: false,
  });
  const free = await visitor.booking.slots.query({
    artist: slug,
    serviceId,
    from: studioDate(3),
    to: studioDate(6),
  });
  const start = free.days.flatMap(({ slots }) => slots)[0]?.start ?? new Date();
  const wish = { key: crypto.randomUUID(), artist: slug, serviceId, start, language: 'fr' as const };
  const client = { name: UNSHAPELY[0]?.slice(0, 100) ?? '', email: 'long@example.com' };
  const booked = await visitor.booking.submit.mutate({
    ...wish,
    client,
    note: texts.join('\n').slice(0, 1_500),
  });
  if (booked.kind !== 'booked') throw new Error(booked.message);

  // A program that follows the calendar is given the same events, and nothing that the texts would have made.
  const { url } = await api.calendars.addFeed.mutate({
    calendarId: own.id,
    name: at(3, 80),
    busyOnly: false,
  });
  const feed = await fetch(url.replace(/^https?:\/\/[^/]+/, studio.url));
  expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(feed.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await feed.text()).match(/^BEGIN:VEVENT/gm)).toHaveLength(texts.length);

  await signIn(page, studio, `/agenda?view=list&date=${day}`);
  await page.setViewportSize(PHONE);
  const places = ['month', 'week', 'day', 'list', 'artists'].map(
    (view) => `/agenda?view=${view}&date=${day}`,
  );
  places.push(
    '/',
    '/waiting',
    '/bookings',
    `/bookings/${booked.booking.id}`,
    `/calendars/${own.id}`,
    '/mails',
  );
  places.push(
    '/account',
    `/studio/${slug}?section=services`,
    `/book/${slug}`,
    `/booking/${booked.booking.token}`,
  );
  for (const place of places) {
    await page.goto(studio.url + place);
    await expectNothingBrought(page, place);
    await expectInWidth(page, place);
  }
  await page.goto(`${studio.url}/mails`);
  for (const mail of await page.locator('main details > summary, main button[aria-expanded]').all())
    await mail.click();
  await expectNothingBrought(page, 'open mails');
  await expectInWidth(page, 'open mails');

  // A file that is looked through before it is taken in.
  await page.goto(`${studio.url}/calendars/${own.id}`);
  const file = { name: `${'w'.repeat(120)}<img onerror=x>.ics`, mimeType: 'text/calendar' };
  const text = [hostileEvent('looked-1', day, 90), hostileEvent('looked-2', day, 98)].join('');
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(text) });
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
  await expectNothingBrought(page, 'what a file would do');
  await expectInWidth(page, 'what a file would do');

  // Typed: a sentence with its preview, the search, the palette.
  await page.goto(`${studio.url}/agenda?view=list&date=${day}`);
  await page.locator('.agenda-event').first().waitFor();
  for (const typed of [...texts.slice(0, 6), ...UNSHAPELY.slice(0, 2)]) {
    for (const key of ['q', '/', 'Control+k']) {
      await page.keyboard.press(key);
      await page.locator('[role=dialog] :is(input, textarea):focus').waitFor();
      await page.keyboard.insertText(`${typed.replaceAll('\n', ' ')} tomorrow 9:00`);
      await expectInWidth(page, `${key} ${typed}`);
      expect(await page.locator(BROUGHT).count(), `${key} ${typed}`).toBe(0);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.locator('[role=dialog]')).toHaveCount(0);
    }
  }
  // What is said of one that was made, and on paper.
  await page.keyboard.press('q');
  await page.locator('[role=dialog] :is(input, textarea):focus').waitFor();
  await page.keyboard.insertText(`${at(4)} ${UNSHAPELY[0]} on ${day} at 9:00`);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-sonner-toast]').first()).toBeVisible();
  await expectNothingBrought(page, 'a note');
  await expectInWidth(page, 'a note');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expectNothingBrought(page, 'on paper');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(seen).toEqual([]);
});
