import { studioApi } from './booking-studio.ts';
import { type Desk, FRONT, IRIS, openDesk, typeDate } from './desk.ts';
import { eventText, expect, otherClient, signIn, test, toast } from './studio.ts';

const SLUG = IRIS.slug;
let desk: Desk;

test.beforeAll(async ({ studio }) => {
  desk = await openDesk(studio);
});

test('an admin sets up an artist from nothing, and clients are offered times', async ({ page, studio }) => {
  await signIn(page, studio);
  await page.getByRole('link', { name: 'Studio' }).click();
  await page.getByRole('button', { name: 'Add artist' }).first().click();
  const adding = page.getByRole('dialog', { name: 'Add artist' });
  await adding.getByLabel('Name').fill('Nora Vale');
  await expect(adding.getByLabel('Address')).toHaveValue('nora-vale');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding.getByText('Choose the calendar that the bookings go into.')).toBeVisible();
  await adding.getByLabel('Where bookings go').click();
  await page.getByRole('option', { name: /^Perso/ }).click();
  await expect(adding.getByRole('checkbox', { name: /^Perso/ })).toBeChecked();
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page).toHaveURL(/\/studio\/nora-vale\?section=services/);

  await page.getByRole('button', { name: 'Add service' }).click();
  const service = page.getByRole('dialog', { name: 'Add service' });
  await service.getByLabel('Name').fill('Small tattoo');
  await service.getByLabel('Length').fill('1h30');
  await service.getByLabel('Length').blur();
  await expect(service.getByLabel('Length')).toHaveValue('1 hour 30 minutes');
  await service.getByLabel('Price (optional)').fill('from CHF 150');
  await service.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 hour 30 minutes · from CHF 150')).toBeVisible();

  await page.getByRole('link', { name: 'Hours', exact: true }).click();
  await page.getByRole('button', { name: 'Open: Monday' }).click();
  await page.getByLabel('Monday, from (1)').fill('9h');
  await page.getByLabel('Monday, until (1)').fill('2');
  await page.getByLabel('Monday, until (1)').blur();
  await expect(page.getByText('until 02:00 on the next day')).toBeVisible();
  await page.getByLabel('Monday, until (1)').fill('17h30');
  await page.getByRole('button', { name: 'Copy the hours: Monday' }).click();
  await page.getByRole('menuitem', { name: 'To the whole week' }).click();
  await expect(page.getByLabel('Sunday, until (1)')).toHaveValue('17:30');

  // What is typed is not lost by a slip.
  await page.getByRole('link', { name: 'Rules', exact: true }).click();
  const leaving = page.getByRole('dialog', { name: 'Leave without saving?' });
  await leaving.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'The hours are stored.');
  await expect(page.getByText('Not saved yet')).toHaveCount(0);

  expect((await desk.free('nora-vale')).length).toBeGreaterThan(20);
  await page.goto(`${studio.url}/book/nora-vale`);
  await expect(page.getByText('Nora Vale').first()).toBeVisible();
  await expect(page.getByText('Small tattoo').first()).toBeVisible();
});

test('rules are typed as they are said, and a missing time explains itself', async ({ page, studio }) => {
  await signIn(page, studio, `/studio/${SLUG}?section=rules`);
  await page.getByLabel('Minimum notice').fill('soon');
  await expect(page.getByText(/Write a length from/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByLabel('Minimum notice').fill('1 day');
  await page.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Saved');
  await page.goto(`${studio.url}/studio/${SLUG}?section=explain`);
  await typeDate(page, desk.date(0));
  await expect(page.getByText(/Too soon: it lies within the minimum notice/).first()).toBeVisible();
  await typeDate(page, desk.date(2));
  await expect(page.getByText(/Offered to clients/)).toBeVisible();
});

test('B7 an artist answers requests on the dashboard as they come in', async ({ page, studio }) => {
  await signIn(page, studio, '/', IRIS);
  await expect(page.getByText('Nobody is waiting for an answer.', { exact: false })).toBeVisible();
  await expect(page.locator('[data-live="live"]').first()).toBeVisible();
  const [ada] = await desk.request(SLUG, 'Ada Lovelace');
  const [grace] = await desk.request(SLUG, 'Grace Hopper');
  await page.getByRole('button', { name: 'Approve the request of Ada Lovelace' }).click();
  await toast(page, 'Ada Lovelace is confirmed');
  await page.getByRole('button', { name: 'Decline the request of Grace Hopper' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline the request of Grace Hopper?' });
  await dialog.getByLabel('A word to the client (optional)').fill('Away that day, sorry.');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await toast(page, 'Declined: Grace Hopper');
  await expect(page.getByText('Nobody is waiting for an answer.', { exact: false })).toBeVisible();
  expect([await desk.state(ada), await desk.state(grace)]).toEqual(['CONFIRMED', 'DECLINED']);
});

test('B2 case 51: an approval that clashes says why, and the request can be moved', async ({
  page,
  studio,
}) => {
  const [id, start] = await desk.request(SLUG, 'Mary Shelley');
  await signIn(page, studio, '/', IRIS);
  await page.getByRole('button', { name: 'Approve the request of Mary Shelley' }).waitFor();
  const minutes = Math.round((start.getTime() - Date.now()) / 60_000) + 10;
  await otherClient(studio, 'PUT', 'perso', 'clash.ics', eventText('clash', 'Dentist', minutes));
  // A calendar that was looked at within two seconds is not asked again.
  const api = await studioApi(studio);
  await api.calendars.syncNow.mutate({});
  const around = { from: start, to: new Date(start.getTime() + 3_600_000) };
  const titles = async () => (await api.agenda.events.query(around)).map(({ title }) => title);
  await expect.poll(titles).toContain('Dentist');
  await page.getByRole('button', { name: 'Approve the request of Mary Shelley' }).click();
  await expect(
    page.getByText('Something else is in the artist’s calendar at that time.', { exact: false }),
  ).toBeVisible();
  expect(await desk.state(id)).toBe('REQUESTED');
  await page.getByRole('link', { name: 'Choose another time' }).click();
  const moving = page.getByRole('dialog', { name: 'Move the appointment of Mary Shelley' });
  await typeDate(moving, desk.date(9));
  await moving.getByRole('group', { name: 'Free times' }).getByRole('button').first().click();
  await moving.getByRole('button', { name: 'Move', exact: true }).click();
  await toast(page, 'Mary Shelley now comes');
  await page.getByRole('dialog', { name: 'Booking' }).getByRole('button', { name: 'Approve' }).click();
  await toast(page, 'Mary Shelley is confirmed');
  await expect(
    page
      .getByText('Iris Moon moved it to')
      .or(page.getByText(/moved it to/))
      .first(),
  ).toBeVisible();
  await otherClient(studio, 'DELETE', 'perso', 'clash.ics');
});

test('B4 case 52: who comes second is told, and sees what became of it', async ({ page, studio }) => {
  const [id] = await desk.request(SLUG, 'Emily Brontë');
  await signIn(page, studio, `/bookings/${id}`, FRONT);
  const drawer = page.getByRole('dialog', { name: 'Booking' });
  // Somebody else answers while the click is on its way.
  await page.route('**/trpc/bookings.answer**', async (route) => {
    await desk.answer(id, 'decline');
    await route.continue();
  });
  await drawer.getByRole('button', { name: 'Approve' }).click();
  await expect(drawer.getByText('Somebody else was faster. The booking is now: Declined.')).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Approve' })).toHaveCount(0);
});

test('the front desk enters a call, and a series says which date is taken', async ({ page, studio }) => {
  await signIn(page, studio, '/', FRONT);
  await page.getByRole('link', { name: /Bookings/ }).click();
  await page.getByRole('button', { name: 'New appointment' }).click();
  const dialog = page.getByRole('dialog', { name: 'New appointment' });
  await desk.choose(page, dialog.getByRole('combobox', { name: 'Artist' }), 'Iris Moon');
  await typeDate(dialog, desk.date(12));
  await dialog.getByLabel('Or any other time').fill('18h');
  await expect(dialog.getByText('Outside the opening hours')).toBeVisible();
  await dialog.getByLabel('Name of the client').fill('Walter Walkin');
  await dialog.getByLabel('E-mail').fill('walter@example.com');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await toast(page, 'Entered: Walter Walkin.');
  const drawer = page.getByRole('dialog', { name: 'Booking' });
  await expect(drawer.getByText('Confirmed', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'New appointment' }).click();
  await desk.choose(page, dialog.getByRole('combobox', { name: 'Artist' }), 'Iris Moon');
  await typeDate(dialog, desk.date(5));
  await dialog.getByLabel('Or any other time').fill('18h');
  await dialog.getByLabel('Name of the client').fill('Serena Series');
  await dialog.getByLabel('E-mail').fill('serena@example.com');
  await dialog.getByRole('checkbox', { name: 'Several sessions at regular intervals' }).check();
  await dialog.getByLabel('Every how many weeks').fill('1');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await expect(dialog.getByRole('alert').first()).toBeVisible();
  await dialog.getByLabel('Or any other time').fill('20h');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await toast(page, 'Entered: 3 sessions for Serena Series.');
});

test('an artist answers an idea with a quote and times, and the client can choose', async ({
  page,
  studio,
}) => {
  const idea = await desk.idea(SLUG, 'Frida Kahlo', 'A parrot among leaves, on the shoulder.');
  await signIn(page, studio, '/', IRIS);
  await page.getByRole('navigation').getByRole('link', { name: /Ideas/ }).click();
  await page.getByRole('link', { name: 'Frida Kahlo' }).click();
  await page.getByLabel('Quote').fill('CHF 400–500');
  await page.getByLabel('Message to the client').fill('Lovely idea!');
  await page.getByLabel('Length').fill('3 h');
  await page.getByRole('button', { name: 'Choose times' }).click();
  const times = page.getByRole('dialog', { name: 'Choose times' });
  await typeDate(times, desk.date(15));
  const free = times.getByRole('group', { name: 'Free times' }).getByRole('button');
  await free.first().click();
  await free.last().click();
  await times.getByRole('button', { name: 'Done (2 times)' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await toast(page, 'Your answer to Frida Kahlo');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Answered');
  const seen = await desk.seeIdea(idea);
  expect(seen.sessions.map(({ minutes, offered }) => [minutes, offered.length])).toEqual([[180, 2]]);
  await desk.pick(idea, seen.sessions[0]?.offered[0]?.id ?? '');
  await expect(page.getByText(/Confirmed|Request/).first()).toBeVisible();
});

test('mail that waits says why, and what it says can be read', async ({ page, studio }) => {
  await desk.request(SLUG, 'Hedy Lamarr');
  await signIn(page, studio, '/mails');
  await expect(page.getByText('No mail server is set up, so nothing is sent')).toBeVisible();
  await page
    .getByRole('button', { name: /Hedy Lamarr/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByText('Hedy Lamarr', { exact: false }).first()).toBeVisible();
});

test('by keyboard: open a request, approve it, go back to where one was', async ({ page, studio }) => {
  const [id] = await desk.request(SLUG, 'Katherine Johnson');
  await signIn(page, studio, '/bookings', IRIS);
  const link = page.getByRole('link', { name: 'Katherine Johnson' });
  await link.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Booking' });
  await drawer.getByRole('button', { name: 'Move' }).focus();
  await page.keyboard.press('Enter');
  const moving = page.getByRole('dialog', { name: 'Move the appointment of Katherine Johnson' });
  await expect(moving.getByLabel('Date')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(moving).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.getByRole('button', { name: 'Approve the request of Katherine Johnson' }).focus();
  await page.keyboard.press('Enter');
  await toast(page, 'Katherine Johnson is confirmed');
  expect(await desk.state(id)).toBe('CONFIRMED');
});
