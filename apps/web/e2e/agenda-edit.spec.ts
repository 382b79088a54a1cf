import type { Browser, Locator, Page } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { expect, otherClient, type Studio, signIn, test } from './studio.ts';

/** A Wednesday so far away that nothing else is in its week. */
const WEEK = '/agenda?view=week&date=2031-03-12';
const NEXT_WEEK = '/agenda?view=week&date=2031-03-19';

const events = (page: Page, title: string) => page.locator('.agenda-event', { hasText: title });
const panel = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
/** What is told now, and not what was told before and is on its way out. */
const toast = (page: Page) => page.locator('[data-sonner-toast]:not([data-removed="true"])').first();
const told = (page: Page, text: string | RegExp) => expect(toast(page)).toContainText(text);

/** The panel of a new event, by way of a sentence. */
async function newEvent(page: Page, sentence: string): Promise<Locator> {
  await page.keyboard.press('q');
  await page.getByRole('textbox', { name: 'What, when, where, with whom' }).fill(sentence);
  await page.getByRole('button', { name: 'More options' }).click();
  return panel(page, 'New event');
}

async function choose(page: Page, form: Locator, list: string, option: string | RegExp): Promise<void> {
  await form.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: option }).click();
}

async function openEvent(page: Page, title: string): Promise<Locator> {
  await events(page, title).first().click();
  const view = panel(page, title);
  await expect(view.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
  return view;
}

/** @returns the form of an event that is there */
async function editEvent(page: Page, title: string): Promise<Locator> {
  await (await openEvent(page, title)).getByRole('button', { name: 'Edit', exact: true }).click();
  return panel(page, 'Edit event');
}

async function mean(page: Page, part: RegExp, button: 'Change' | 'Delete'): Promise<void> {
  const question = page.getByRole('dialog').filter({ hasText: 'How much of the series' });
  await question.getByRole('radio', { name: part }).click();
  await question.getByRole('button', { name: button }).click();
  await expect(question).toHaveCount(0);
}

/** What the calendar server has, as another program asks for it. */
async function atProvider({ dav }: Studio, calendar: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${dav.user}:${dav.password}`).toString('base64')}`;
  const answer = await fetch(`${dav.url}calendars/${dav.user}/${calendar}/`, {
    method: 'REPORT',
    headers: { authorization, 'content-type': 'application/xml', depth: '1' },
    body: `<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop><c:calendar-data/></d:prop>
      <c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"/></c:comp-filter></c:filter></c:calendar-query>`,
  });
  return (await answer.text()).replaceAll(/\r?\n[ \t]/g, '');
}

test('I1 I3 an event is typed, reaches its provider, is changed, deleted, taken back and done again', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, WEEK);
  const form = await newEvent(page, 'Koi 12 March 2031 at 14:00');
  await expect(form.getByLabel('Title')).toBeFocused();
  await form.getByLabel('Start time').fill('2.30pm');
  await form.getByLabel('End time or length').fill('1h30');
  await form.getByLabel('Place', { exact: true }).fill('Chair 2');
  await choose(page, form, 'Calendar', /^Perso/);
  await choose(page, form, 'Add a reminder', '30 minutes before');
  await expect(form.getByLabel('End time or length')).toHaveValue('16:00');
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await told(page, '“Koi” is in the agenda');
  await expect.poll(() => atProvider(studio, 'perso')).toContain('SUMMARY:Koi');
  expect(await atProvider(studio, 'perso')).toContain('TRIGGER:-PT30M');

  const edit = await editEvent(page, 'Koi');
  await edit.getByLabel('Title').fill('Koi and waves');
  await edit.getByLabel('First day').fill('13 mar');
  await edit.getByLabel('Title').focus();
  await page.keyboard.press('Enter');
  await expect(edit).toHaveCount(0);
  await told(page, '“Koi and waves” changed');
  await expect.poll(() => atProvider(studio, 'perso')).toMatch(/DTSTART[^:]*:20310313T143000/);

  await (await openEvent(page, 'Koi and waves')).focus();
  await page.keyboard.press('Delete');
  await told(page, 'deleted');
  await expect(events(page, 'Koi')).toHaveCount(0);
  for (const [key, title] of [
    ['Control+z', 'Koi and waves'],
    ['Control+z', 'Koi'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(events(page, title)).toBeVisible();
    await told(page, 'Taken back');
  }
  await expect(events(page, 'waves')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(events(page, 'Koi and waves')).toBeVisible();
  await expect.poll(() => atProvider(studio, 'perso')).toContain('SUMMARY:Koi and waves');
  await page.reload();
  await expect(events(page, 'Koi and waves')).toBeVisible();
});

test('I2 of a series one date, the following or all are changed and deleted, with what that reaches before', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, WEEK);
  const form = await newEvent(page, 'Flash 12 March 2031 at 10:00');
  await choose(page, form, 'Repeats', 'Other …');
  await choose(page, form, 'Ends', /After a number/);
  await form.getByLabel('Times').fill('4');
  await page.keyboard.press('Tab');
  await expect(form.getByText('Every week on Wednesday, 4 times')).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await told(page, 'is in the agenda');

  await page.goto(studio.url + NEXT_WEEK);
  const one = await editEvent(page, 'Flash');
  await one.getByLabel('Start time').fill('11');
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('dialog', { name: 'Change “Flash”' });
  await expect(question).toContainText('10:00 – 11:00 becomes 11:00 – 12:00');
  await expect(question).toContainText('3 dates, 19 Mar 2031 to 2 Apr 2031');
  await expect(question).toContainText('4 dates, 12 Mar 2031 to 2 Apr 2031');
  await mean(page, /^This one/, 'Change');
  await told(page, '“Flash” changed');
  await expect(events(page, 'Flash')).toContainText('11:00');

  const rest = await editEvent(page, 'Flash');
  await rest.getByLabel('Title').fill('Flash evening');
  await page.keyboard.press('Control+Enter');
  await mean(page, /^This and following/, 'Change');
  await expect(events(page, 'Flash evening')).toBeVisible();
  await told(page, '“Flash evening” from this date on: changed');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await told(page, 'Taken back');
  await expect(events(page, 'evening')).toHaveCount(0);
  await expect(events(page, 'Flash')).toContainText('11:00');

  await (await openEvent(page, 'Flash')).getByRole('button', { name: 'Delete' }).click();
  await mean(page, /^All/, 'Delete');
  await expect(events(page, 'Flash')).toHaveCount(0);
  await page.getByRole('button', { name: 'Recently deleted' }).click();
  const back = page.getByRole('button', { name: 'Bring back: Flash', exact: true });
  await back.click();
  await expect(back).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(events(page, 'Flash')).toContainText('11:00');
});

test('I1 of two people at the same event the second is told, and nothing that either typed is lost', async ({
  browser,
  page,
  studio,
}) => {
  await signIn(page, studio, WEEK);
  const form = await newEvent(page, 'Heron 14 March 2031 at 9:00');
  await form.getByRole('button', { name: 'Save' }).click();
  await told(page, 'is in the agenda');
  const mine = await editEvent(page, 'Heron');
  await mine.getByLabel('Title').fill('Heron, mine');

  const other = await secondPage(browser, studio);
  const theirs = await editEvent(other, 'Heron');
  await theirs.getByLabel('Title').fill('Heron, theirs');
  await theirs.getByLabel('Place', { exact: true }).fill('Chair 3');
  await other.keyboard.press('Control+Enter');
  await expect(theirs).toHaveCount(0);

  await expect(mine.getByText('Admin has changed this event meanwhile')).toBeVisible();
  await expect(mine.getByText('Theirs: Title: Heron, theirs')).toBeVisible();
  await expect(mine.getByLabel('Title')).toHaveValue('Heron, mine');
  await expect(mine.getByLabel('Place', { exact: true })).toHaveValue('Chair 3');
  await page.keyboard.press('Control+Enter');
  await expect(mine).toHaveCount(0);
  await expect(events(other, 'Heron, mine')).toBeVisible();
  await expect(await openEvent(other, 'Heron, mine')).toContainText('Chair 3');

  // What the first did is no longer what is there: it is not taken back over the other's head.
  await other.keyboard.press('Escape');
  await other.keyboard.press('Control+z');
  await expect(other.getByText('Somebody else has changed this since')).toBeVisible();
  await expect(events(other, 'Heron, mine')).toBeVisible();
  await other.context().close();
});

test('I1 leaving asks where something typed would be lost, and what another program made is shown beside the agenda', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, WEEK);
  const form = await newEvent(page, 'Wolf 15 March 2031 at 9:00');
  await form.getByLabel('End time or length').fill('soon');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText('This is no time and no length')).toBeVisible();
  await form.getByLabel('Title').focus();
  await page.keyboard.press('Escape');
  const leaving = page.getByRole('dialog', { name: 'Leave what you have typed?' });
  await leaving.getByRole('button', { name: 'Keep typing' }).click();
  await expect(form).toBeVisible();
  await form.getByLabel('Title').focus();
  await page.keyboard.press('Escape');
  await leaving.getByRole('button', { name: 'Leave it' }).click();
  await expect(form).toHaveCount(0);
  await expect(events(page, 'Wolf')).toHaveCount(0);

  const closed = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', 'BEGIN:VEVENT', 'UID:closed-2031'];
  const lines = [...closed, 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20310314', 'SUMMARY:Closed day'];
  await otherClient(
    studio,
    'PUT',
    'perso',
    'closed-2031.ics',
    [...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'),
  );
  await page.getByRole('button', { name: 'Sync all now' }).click();
  await openEvent(page, 'Closed day');
  await expect(panel(page, 'Closed day')).toContainText('All day');
});

test('I3 I10 the panel is fit for everybody: read, typed and asked, on a phone and a laptop, light and dark', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, WEEK);
  const form = await newEvent(page, 'Crane every week on Friday 14 March 2031 at 9:00');
  await choose(page, form, 'Repeats', 'Other …');
  await expectFineAtWidths(page, 'a new event');
  await form.getByRole('button', { name: 'Choose a day' }).first().click();
  await expect(page.getByRole('grid', { name: 'Choose a day' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await told(page, 'is in the agenda');
  await openEvent(page, 'Crane');
  await expectFineAtWidths(page, 'an event');
  await panel(page, 'Crane').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog', { name: 'Delete from “Crane”' })).toBeVisible();
  await expectFineAtWidths(page, 'how much of a series');
});

async function secondPage(browser: Browser, studio: Studio): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, studio, WEEK);
  return page;
}
