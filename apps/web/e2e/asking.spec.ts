import type { Page } from '@playwright/test';
import { addArtist, studioApi } from './booking-studio.ts';
import { slots } from './booking-visitor.ts';
import { block } from './grid.ts';
import { expect, signIn, studioDate, test } from './studio.ts';

const ZONE = 'Europe/Zurich';
const PLAIN = {
  location: null,
  description: null,
  url: null,
  rrule: null,
  status: null,
  transparent: false,
  classification: 'public',
} as const;

/** What the pages have asked so far, by procedure, word for word. */
function asked(page: Page): string[] {
  const questions: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/^\/(?:trpc|api)\//.test(pathname)) questions.push(decodeURIComponent(pathname + search));
  });
  return questions;
}

const timesOf = (questions: readonly string[], path: string) =>
  questions.filter((question) => question.includes(path)).length;

test('I6 I7 the agenda asks for what it shows once, before its scripts run; the greeting of the line asks for nothing anew', async ({
  page,
  studio,
}) => {
  const api = await studioApi(studio);
  const own = await api.calendars.addOwn.mutate({ name: 'Told', zone: ZONE, owner: studio.email });
  await signIn(page, studio, '/account');
  const questions = asked(page);
  await page.goto(`${studio.url}/agenda?view=week&date=${studioDate(20)}`);
  await expect(page.getByText('Live').first()).toBeVisible();
  const [week] = questions;
  expect(week).toContain('/trpc/agenda.events');

  // What is told is asked for again, after whatever the greeting would have been an occasion for.
  const day = studioDate(20);
  const at = (hour: string) => ({ local: `${day}T${hour}:00:00`, zone: ZONE });
  await api.agenda.add.mutate({
    calendarId: own.id,
    fields: { ...PLAIN, summary: 'Told of', start: at('10'), end: at('11') },
  });
  await expect(block(page, 'Told of').first()).toBeVisible();
  expect(questions.filter((question) => question === week)).toHaveLength(2);
  for (const path of ['people.me', 'studio.facts']) expect(timesOf(questions, path), path).toBe(1);
});

/** Lets nothing through of what the server tells by itself, so that whatever is asked is asked by the clock. */
async function untold(page: Page): Promise<() => Promise<void>> {
  let pongs = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/trpc/, (line) => {
    const server = line.connectToServer();
    server.onMessage((message) => {
      if (message === 'PONG') pongs.resolve();
      if (!/"type":"(?:change|status|reset)"/.test(String(message))) line.send(message);
    });
  });
  return async () => {
    pongs = Promise.withResolvers();
    await page.clock.fastForward(STEP_MS);
    await pongs.promise;
  };
}

/** Longer than anything asked for by the clock would wait, and than the line is left without a sign of life. */
const STEP_MS = 31_000;
const STEPS = 20;

/**
 * Ten minutes without news. What the page needs once it asks for once, some of it late: what is fetched ahead, and to be
 * read offline. Whatever is asked by the clock is asked again.
 */
async function expectNothingAgain(questions: string[], pass: () => Promise<void>): Promise<void> {
  questions.length = 0;
  for (let step = 0; step < STEPS; step += 1) await pass();
  expect(questions.filter((question, n) => questions.indexOf(question) < n)).toEqual([]);
}

const OPEN = [
  ['dashboard', '/'],
  ['agenda', '/agenda?view=week'],
  ['waiting', '/waiting'],
  ['health', '/health'],
  ['mails', '/mails'],
  ['mail', '/mail'],
] as const;

for (const [name, path] of OPEN)
  test(`I6 nothing polls: ten minutes on the page ${name} without news ask for nothing again`, async ({
    page,
    studio,
  }) => {
    await page.clock.install();
    const pass = await untold(page);
    const questions = asked(page);
    await signIn(page, studio, path);
    await expect(page.getByText('Live').first()).toBeVisible();
    await expectNothingAgain(questions, pass);
  });

test('I6 nothing polls: ten minutes on the booking page ask for nothing again', async ({ page, studio }) => {
  const api = await studioApi(studio);
  await addArtist(api, 'unasked');
  await page.clock.install();
  const pass = await untold(page);
  const questions = asked(page);
  await page.goto(`${studio.url}/book/unasked`);
  await page.locator('main ul a').first().click();
  await expect(slots(page).first()).toBeVisible();
  await expectNothingAgain(questions, pass);
});
