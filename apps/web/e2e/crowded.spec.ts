import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { studioApi } from './booking-studio.ts';
import { block, drag, gripOf, point, says } from './grid.ts';
import { expect, type Studio, signIn, studioDate, test } from './studio.ts';

// One studio with twenty calendars of fifty events each, through which one person goes from morning to evening.
test.describe.configure({ mode: 'serial' });

const CALENDARS = 20;
const EACH = 50;
/** Behind the bookings of the demo, and within what is kept ready. */
const FIRST = Temporal.PlainDate.from(studioDate(100)).with({ day: 1 });
/** A Monday of whole weeks. */
const MONDAY = FIRST.add({ days: 7 - FIRST.dayOfWeek + 1 });
const day = (days: number) => MONDAY.add({ days }).toString();
const spoken = (days: number) =>
  MONDAY.add({ days }).toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const two = (n: number) => String(n).padStart(2, '0');
const calendarName = (n: number) => `Crowd ${two(n)}`;

/** Spread over four weeks and ten hours, so that many overlap. */
function eventsOf(calendar: number): string {
  const events = Array.from({ length: EACH }, (_, n) => {
    const date = MONDAY.add({ days: (n * 3 + calendar) % 28 })
      .toString()
      .replaceAll('-', '');
    const hour = two(8 + ((n + calendar) % 10));
    return [
      'BEGIN:VEVENT',
      `UID:crowd-${calendar}-${n}`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;TZID=Europe/Zurich:${date}T${hour}0000`,
      `DTEND;TZID=Europe/Zurich:${date}T${hour}4500`,
      `SUMMARY:Motif ${two(calendar)}-${two(n)}`,
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Elsewhere//EN',
    ...events.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

async function fill(studio: Studio): Promise<void> {
  const api = await studioApi(studio);
  const add = async (n: number) => {
    const made = { name: calendarName(n), zone: 'Europe/Zurich', owner: studio.email };
    const { id } = await api.calendars.addOwn.mutate(made);
    await api.agenda.import.mutate({ calendarId: id, text: eventsOf(n) });
  };
  const numbers = Array.from({ length: CALENDARS }, (_, n) => n + 1);
  for (let at = 0; at < CALENDARS; at += 5) await Promise.all(numbers.slice(at, at + 5).map(add));
}

const checkbox = (page: Page, n: number) =>
  page.getByRole('checkbox', { name: calendarName(n), exact: true });

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
