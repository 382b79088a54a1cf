import type { Browser, Page } from '@playwright/test';
import { expectFineInBoth } from './accessible.ts';
import { expect, type Studio, signIn, studioDate, test, toast } from './studio.ts';

const IRIS = { name: 'Iris Moon', email: 'iris.moon@studio.test', password: 'a password of Iris' };
const MAX = { name: 'Max Arc', email: 'max.arc@studio.test', password: 'a password of Max' };
const ZOE = { name: 'Zoe Petal', email: 'zoe.petal@studio.test', password: 'a password of Zoe' };

async function addPeople(page: Page, studio: Studio): Promise<void> {
  await signIn(page, studio);
  for (const person of [IRIS, MAX, ZOE]) {
    const data = { json: { ...person, role: 'ARTIST' } };
    const answer = await page.request.post(`${studio.url}/trpc/people.add`, {
      data,
      headers: { origin: studio.url },
    });
    expect(answer.ok()).toBe(true);
  }
}

async function pageOf(browser: Browser, studio: Studio, who: typeof IRIS, path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await signIn(page, studio, path, who);
  return page;
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

const file = (day: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Elsewhere//EN',
    'BEGIN:VEVENT',
    'UID:koi',
    'DTSTAMP:20260101T000000Z',
    `DTSTART:${day}T090000Z`,
    `DTEND:${day}T110000Z`,
    'SUMMARY:Koi on the forearm',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:heron',
    'DTSTAMP:20260101T000000Z',
    `DTSTART:${day}T130000Z`,
    `DTEND:${day}T140000Z`,
    'SUMMARY:Heron',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:never',
    'DTSTAMP:20260101T000000Z',
    'SUMMARY:Without a time',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

test('I8 a calendar is made, filled from a file, shared by level, followed by a program, and taken back', async ({
  page,
  studio,
  browser,
}) => {
  test.slow();
  await addPeople(page, studio);
  const iris = await pageOf(browser, studio, IRIS, '/agenda');

  // Everybody has a private calendar from the start; another one is two clicks away.
  await expect(iris.getByRole('checkbox', { name: 'Private' })).toBeVisible();
  await iris.getByRole('button', { name: 'New calendar' }).click();
  await expectFineInBoth(iris, 'new calendar');
  await iris.getByLabel('Name').fill('Flash days');
  await iris.getByRole('button', { name: 'Create' }).click();
  await iris.getByRole('button', { name: 'More about Flash days' }).click();
  await iris.getByRole('menuitem', { name: 'Settings and sharing' }).click();
  await expect(iris.getByRole('heading', { level: 1, name: 'Flash days' })).toBeVisible();
  const settings = iris.url();

  // A file says first what it would do.
  const day = studioDate(0).replaceAll('-', '');
  await iris.getByLabel('Choose a file').setInputFiles({
    name: 'old.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(file(day)),
  });
  await expect(iris.getByText('Nothing has been changed yet.')).toBeVisible();
  await expect(iris.getByText('2 new')).toBeVisible();
  await expect(iris.getByText('1 not taken')).toBeVisible();
  await expectFineInBoth(iris, 'what a file would do');
  await iris.getByRole('button', { name: 'Import 2 events' }).click();
  await expect(iris.getByRole('heading', { name: '“old.ics” was imported' })).toBeVisible();

  // Max reads it, Zoe sees when it is busy.
  const max = await pageOf(browser, studio, MAX, '/agenda');
  const zoe = await pageOf(browser, studio, ZOE, '/agenda');
  await expect(max.getByRole('checkbox', { name: 'Private' })).toBeVisible();
  await expect(max.getByText('Flash days')).toHaveCount(0);
  for (const [name, may] of [
    [MAX.name, 'Read'],
    [ZOE.name, 'See when it is busy'],
  ] as const) {
    await choose(iris, 'Share with', name);
    await choose(iris, 'They may', new RegExp(`^${may}(?! and)`));
    await iris.getByRole('button', { name: 'Share', exact: true }).click();
    await toast(iris, `Shared with ${name}.`);
  }
  await expectFineInBoth(iris, 'a calendar and who sees it');
  await expect(max.getByText('Koi on the forearm').first()).toBeVisible();
  await expect(zoe.getByRole('checkbox', { name: 'Flash days' })).toBeVisible();
  await expect(zoe.getByText('Busy').first()).toBeVisible();
  await expect(zoe.getByText('Koi')).toHaveCount(0);

  // A program follows it by an address of its own.
  await iris.getByLabel('What for').fill('My phone');
  await iris.getByRole('button', { name: 'Make an address' }).click();
  const url = await iris.getByRole('textbox', { name: 'Address' }).inputValue();
  await expectFineInBoth(iris, 'a new address');
  await iris.getByRole('button', { name: 'Done' }).click();
  const first = await fetch(url);
  expect([first.status, first.headers.get('content-type'), first.headers.get('set-cookie')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    null,
  ]);
  expect(await first.text()).toContain('SUMMARY:Koi on the forearm');
  const etag = first.headers.get('etag') ?? '';
  expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  await iris.getByRole('button', { name: 'Revoke “My phone”' }).click();
  await iris.getByRole('button', { name: 'Revoke', exact: true }).click();
  await toast(iris, 'The address opens nothing any more.');
  expect((await fetch(url)).status).toBe(404);

  // What is taken back is gone where it is open, too.
  await iris.getByRole('button', { name: `Share no longer with ${MAX.name}` }).click();
  await expect(max.getByText('Koi on the forearm')).toHaveCount(0);
  await expect(max.getByText('Flash days')).toHaveCount(0);
  await max.goto(settings);
  await expect(max.getByRole('heading', { name: 'This calendar is not there' })).toBeVisible();

  await iris.setViewportSize({ width: 360, height: 800 });
  await expectFineInBoth(iris, 'settings of a calendar, on a phone');
  await iris.getByRole('button', { name: 'Remove with its 2 events' }).click();
  await iris.getByRole('dialog').getByRole('button', { name: 'Remove with its 2 events' }).click();
  await toast(iris, '“Flash days” is gone.');
  await expect(zoe.getByText('Flash days')).toHaveCount(0);
  for (const one of [iris, max, zoe]) await one.context().close();
});
