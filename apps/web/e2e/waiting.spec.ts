import type { Locator, Page } from '@playwright/test';
import { expectFineAtWidths, expectFineInBoth } from './accessible.ts';
import { expect, signIn, test, toast } from './studio.ts';

// In this order one person goes through all that waits in the demo studio (I9).
test.describe.configure({ mode: 'serial' });
test.use({ environment: { ATELIER_DEMO_WAITING: '1' } });

const KINDS = [
  ...(['Requests', 'Ideas', 'Unverified appointments', 'Conflicts', 'Held removals'] as const),
  ...(['Refused changes', 'Ended sign-ins', 'Unreadable events', 'Events read with a repair'] as const),
];

const ARRANGED = [
  ...(['What’s next', 'Requests and ideas', 'This week in figures'] as const),
  ...(['What waits', 'Today at a glance', 'Calendars', 'News'] as const),
];

const section = (page: Page, name: RegExp | string): Locator => page.getByRole('region', { name });
const row = (page: Page, text: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('I9 one page says what waits, and the navigation how much', async ({ page, studio }) => {
  await signIn(page, studio, '/waiting');
  for (const kind of KINDS) await expect(section(page, new RegExp(`^${kind}`))).toBeVisible();
  await expect(page.getByRole('link', { name: /^Waiting \(1\d waiting\)/ })).toBeVisible();
  await page.getByRole('button', { name: /^Conflicts/ }).click();
  await expect(section(page, /^Requests/)).toBeHidden();
  await expect(section(page, /^Conflicts/)).toBeVisible();
  await page.goto(`${studio.url}/waiting`);
  await expectFineAtWidths(page, 'what waits');
});

test('I9 requests are answered where they wait', async ({ page, studio }) => {
  await signIn(page, studio, '/waiting');
  await press(page, 'Approve the request of Nora Lindqvist');
  await toast(page, 'Nora Lindqvist is confirmed');
  await press(page, 'Decline the request of Emil Baumann');
  const dialog = page.getByRole('dialog', { name: 'Decline the request of Emil Baumann?' });
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await toast(page, 'Declined: Emil Baumann');
  await expect(row(page, 'Emil Baumann')).toHaveCount(0);
  await expect(section(page, /^Requests/).getByRole('listitem')).toHaveCount(1);
});

test('S2 a conflict is settled field by field, and anew in another way', async ({ page, studio }) => {
  await signIn(page, studio, '/waiting?kind=conflict');
  await press(page, 'Compare the versions of Back piece (long session) – Amara Osei');
  const dialog = page.getByRole('dialog', { name: /Back piece/ });
  await expect(
    dialog.getByRole('radiogroup', { name: 'Which version of: Time and repetition' }),
  ).toContainText('11:00 – 16:30');
  const take = dialog.getByRole('button', { name: 'Take these fields' });
  await expect(take).toBeDisabled();
  await dialog.getByText('The texts as they are stored').click();
  await expect(dialog.getByText('BEGIN:VCALENDAR').first()).toBeVisible();
  await expectFineInBoth(page, 'a conflict in three versions');
  const choose = (field: string, side: string) =>
    dialog
      .getByRole('radiogroup', { name: `Which version of: ${field}` })
      .getByRole('radio', { name: new RegExp(`^${side}`) });
  await choose('Time and repetition', 'At the provider').click();
  await choose('Title', 'Here').click();
  await expect(choose('Place', 'Here')).toBeChecked();
  await take.click();
  await toast(page, 'Settled.');
  await expect(row(page, 'Back piece')).toHaveCount(0);
  await page.goto(`${studio.url}/agenda?view=list`);
  await expect(page.getByText('Back piece (long session)').first()).toBeVisible();
  await page.goto(`${studio.url}/waiting?view=settled`);
  await expect(row(page, 'Back piece')).toContainText('Taken field by field');
  await page.getByRole('button', { name: /^Settle it anew: Back piece/ }).click();
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(row(page, 'Back piece')).toContainText('Theirs was taken');
});

test('S2 what was deleted on the other side is put back by one key', async ({ page, studio }) => {
  await signIn(page, studio, '/waiting');
  await page.getByRole('button', { name: 'Put it back: Fern, forearm – Theo Blanc' }).focus();
  await page.keyboard.press('Enter');
  await toast(page, 'Settled.');
  await expect(section(page, /^Conflicts/)).toBeHidden();
  // Whoever goes by keyboard is still in the list.
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus')).toBeVisible();
});

test('S8 removals that were held are put back at the provider', async ({ page, studio }) => {
  await signIn(page, studio, '/waiting');
  const held = section(page, /^Held removals/);
  await expect(held).toContainText('26 events would go');
  await held.getByRole('button', { name: '21 more' }).click();
  await expect(held.getByRole('listitem').filter({ hasText: 'Convention' }).last()).toBeVisible();
  await press(page, 'Put them back at the provider: Conventions');
  await toast(page, '26 events are put back at the provider.');
  await expect(held).toBeHidden();
  await page.goto(`${studio.url}/health`);
  await expect(section(page, 'Conventions').getByText('In step')).toBeVisible();
});

test('S10 a refused change is tried again, comes back with its reason, and is given up', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/waiting?kind=write');
  const name = 'Mandala, shoulder – Priya Nair';
  await press(page, `Try again: ${name}`);
  await toast(page, 'It is tried again now.');
  await expect(row(page, name)).toContainText('Events may not be moved out of the house.');
  await press(page, `Give up: ${name}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click();
  await toast(page, 'Given up.');
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible();
  await page.goto(`${studio.url}/waiting?view=settled`);
  await expect(row(page, name)).toContainText('Refused by the provider, and given up');
});

test('S15 odd texts are shown, and left as they are', async ({ page, studio }) => {
  await signIn(page, studio, '/waiting');
  const odd = row(page, 'Life drawing evening');
  await odd.getByRole('button', { name: 'Show its text' }).click();
  await expect(odd.getByRole('region')).toContainText('FREQ=SOMETIMES');
  await press(page, 'Leave it as it is: Life drawing evening');
  await press(page, 'Leave it as it is: note from the old phone.ics');
  await expect(section(page, /^Events read with a repair/)).toBeHidden();
  await expect(section(page, /^Unreadable events/)).toBeHidden();
  await page.reload();
  await expect(section(page, /^Ideas/)).toBeVisible();
  await expect(section(page, /^Unreadable events/)).toBeHidden();
});

test('B8 an appointment that nobody could check is asked about, or stands', async ({ page, studio }) => {
  await signIn(page, studio, '/waiting?kind=unverified');
  await press(page, 'Ask the calendar again: Luca Bianchi');
  await expect(row(page, 'Luca Bianchi').getByRole('alert')).toContainText('still does not answer');
  await press(page, 'It stands: Luca Bianchi');
  await toast(page, 'Noted.');
  await expect(page.getByRole('heading', { name: 'Nothing waits' })).toBeVisible();
});

test('I9 an ended sign-in asks for the new password, and says when it is refused', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/waiting');
  await press(page, 'Enter the new password: Old studio (demo)');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/password/i)
    .first()
    .fill('not this one either');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
});

/** Browsers begin to drag when the mouse moves, and tell of a place when it moves there. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('what is dragged, or where to, is not in sight');
  await page.mouse.move(start.x + 20, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y - 20, { steps: 4 });
  await page.mouse.move(end.x + 20, end.y + 8, { steps: 6 });
  await page.mouse.up();
}

test('the dashboard is arranged by key and by mouse, and stays as it was left', async ({ page, studio }) => {
  await page.setViewportSize({ width: 1280, height: 1800 });
  await signIn(page, studio, '/');
  const waits = section(page, /^What waits/);
  await expect(waits.getByRole('link', { name: /^Ideas/ })).toBeVisible();
  await page.getByRole('button', { name: 'Arrange' }).click();
  const order = () =>
    page.locator('[data-widget]').evaluateAll((all) => all.map((one) => one.getAttribute('data-widget')));
  await page.getByRole('button', { name: 'Move This week in figures with the arrow keys' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('This week in figures: 1 of 5')).toBeAttached();
  await drag(page, page.getByText('What’s next').first(), page.getByText('Requests and ideas'));
  await expect.poll(order).toEqual(ARRANGED);
  await page.getByRole('button', { name: 'Hide: Calendars' }).click();
  await expect(page.getByRole('button', { name: 'Show: Calendars' })).toBeVisible();
  await expectFineInBoth(page, 'the dashboard while it is arranged');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await expect(waits).toBeVisible();
  await expect(section(page, 'Calendars')).toBeHidden();
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText('What’s next');
  await expectFineAtWidths(page, 'the dashboard');
});

test('the health of calendars: compared before it is put right, paused, and its log and charts', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/health');
  await press(page, 'Compare without changing anything: Perso');
  const dialog = page.getByRole('dialog', { name: 'What differs in Perso' });
  await expect(dialog.getByText('Nothing differs', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const keep = page.getByRole('switch', { name: 'Keep Perso in step' });
  await keep.click();
  await expect(section(page, 'Paused').getByText('Perso')).toBeVisible();
  await keep.click();
  await expect(section(page, 'Paused')).toBeHidden();
  await page.getByRole('radio', { name: 'Log' }).click();
  await page.getByRole('combobox', { name: 'Result' }).click();
  await page.getByRole('option', { name: 'Held' }).click();
  await expect(page.getByRole('row', { name: /Conventions/ }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Perso/ })).toHaveCount(0);
  await expectFineInBoth(page, 'the log');
  await page.getByRole('radio', { name: 'Charts' }).click();
  await expect(section(page, 'Changes a day')).toContainText('came in');
  await expectFineAtWidths(page, 'the charts');
});
