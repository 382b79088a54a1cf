import type { Page } from '@playwright/test';
import { addArtist, studioApi } from './booking-studio.ts';
import { type Desk, IRIS, openDesk, typeDate } from './desk.ts';
import { expect, otherClient, type Studio, signIn, test } from './studio.ts';

const SLUG = IRIS.slug;
let desk: Desk;
let api: Awaited<ReturnType<typeof studioApi>>;

test.beforeAll(async ({ studio }) => {
  desk = await openDesk(studio);
  api = await studioApi(studio);
});

const toast = (page: Page, words: string | RegExp) =>
  expect(page.locator('[data-sonner-toast]').filter({ hasText: words }).first()).toBeVisible();

const drawerOf = (page: Page) => page.getByRole('dialog', { name: 'Booking' });

/** The artist drags the event of a booking to another time, in another client. */
async function drag(studio: Studio, bookingId: string, to: Date): Promise<void> {
  await expect.poll(() => findEvent(studio, bookingId)).not.toBeNull();
  const { name = '', ics = '' } = (await findEvent(studio, bookingId)) ?? {};
  const stamp = (at: Date) => `${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
  const end = new Date(to.getTime() + 90 * 60_000);
  // Zones have a DTSTART of their own.
  const [head, event = ''] = ics.split('BEGIN:VEVENT');
  const moved = event
    .replace(/DTSTART[^\r\n]*/, `DTSTART:${stamp(to)}`)
    .replace(/DTEND[^\r\n]*/, `DTEND:${stamp(end)}`);
  await otherClient(studio, 'PUT', 'perso', name, `${head}BEGIN:VEVENT${moved}`);
}

/** The event of a booking as the provider has it, once it has arrived there. */
async function findEvent({ dav }: Studio, bookingId: string): Promise<{ name: string; ics: string } | null> {
  const authorization = `Basic ${Buffer.from(`${dav.user}:${dav.password}`).toString('base64')}`;
  const calendar = `${dav.url}calendars/${dav.user}/perso/`;
  const listed = await fetch(calendar, { method: 'PROPFIND', headers: { authorization, depth: '1' } });
  const names = [...(await listed.text()).matchAll(/([^/<>]+\.ics)</g)].map(([, name = '']) => name);
  for (const name of names) {
    const ics = await (await fetch(calendar + name, { headers: { authorization } })).text();
    if (ics.includes(`UID:${bookingId}`)) return { name, ics };
  }
  return null;
}

test('B9 case 32: an event dragged onto another booking is put before a person, who settles it', async ({
  page,
  studio,
}) => {
  const [first, was] = await desk.request(SLUG, 'Dora Maar');
  const [second, taken] = await desk.request(SLUG, 'Lee Miller');
  expect(second).not.toBe(first);
  await signIn(page, studio, '/bookings');
  await drag(studio, first, taken);
  await api.calendars.syncNow.mutate({});
  const looked = page.getByRole('link', { name: 'Dora Maar' });
  await expect(page.getByText('Needs a look').first()).toBeVisible({ timeout: 30_000 });
  await looked.click();
  const drawer = drawerOf(page);
  await expect(drawer.getByText('Compare with the artist’s calendar', { exact: false })).toBeVisible();
  await drawer.getByRole('button', { name: 'I have looked at it' }).click();
  await toast(page, 'Noted. The booking stands as it is shown.');
  await expect(drawer.getByText('Needs a look')).toHaveCount(0);
  await expect(drawer.getByText(/looked at it/)).toBeVisible();
  expect((await api.bookings.see.query({ id: first })).start).toEqual(was);
  await drawer.getByRole('button', { name: 'Approve' }).click();
  await toast(page, 'Dora Maar is confirmed');
});

test('B8: a calendar that is chosen and then not kept in step makes requests uncertain, in plain words', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, `/studio/${SLUG}?section=calendars`);
  const blocks = page.getByRole('checkbox', { name: /^Guest spots/ }).first();
  await expect(page.getByRole('checkbox', { name: /^Perso/ })).toBeChecked();
  await blocks.check();
  await page.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Saved');
  await expect(page.getByText('Not saved yet')).toHaveCount(0);
  await page.goto(`${studio.url}/connections`);
  const keep = page.getByRole('switch', { name: /^Keep Guest spots.* in step/ }).first();
  await keep.click();
  await expect(keep).not.toBeChecked();

  const [id] = await desk.request(SLUG, 'Berenice Abbott');
  await page.goto(`${studio.url}/bookings`);
  await expect(page.getByText('Calendar could not be asked').first()).toBeVisible();
  await page.goto(`${studio.url}/bookings/${id}`);
  await expect(
    drawerOf(page).getByText('A calendar of the artist could not be asked', { exact: false }),
  ).toBeVisible();

  await page.goto(`${studio.url}/studio/${SLUG}?section=calendars`);
  await expect(blocks).toBeChecked();
  await blocks.uncheck();
  await page.getByRole('combobox', { name: 'Calendar' }).click();
  await page.getByRole('option', { name: 'No calendar' }).click();
  await expect(page.getByText('Without a calendar nobody can book')).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(blocks).toBeChecked();
  await blocks.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Saved');
  await page.goto(`${studio.url}/connections`);
  await keep.click();
  await expect(keep).toBeChecked();

  await page.goto(`${studio.url}/bookings/${id}`);
  await drawerOf(page).getByRole('button', { name: 'Approve' }).click();
  await toast(page, 'Berenice Abbott is confirmed');
  await expect(drawerOf(page).getByText('Calendar could not be asked')).toHaveCount(0);
});

test('B7: an appointment is cancelled with a word; what has begun is done, or was a no-show', async ({
  page,
  studio,
}) => {
  const [id] = await desk.request(SLUG, 'Claude Cahun');
  await desk.answer(id, 'confirm');
  await signIn(page, studio, `/bookings/${id}`);
  const drawer = drawerOf(page);
  await drawer.getByRole('button', { name: 'Cancel it' }).click();
  const asking = page.getByRole('dialog', { name: 'Cancel the appointment of Claude Cahun?' });
  await asking.getByRole('button', { name: 'Keep the appointment' }).click();
  await expect(asking).toHaveCount(0);
  expect(await desk.state(id)).toBe('CONFIRMED');
  await drawer.getByRole('button', { name: 'Cancel it' }).click();
  await asking.getByLabel('A word to the client (optional)').fill('The water pipe burst.');
  await asking.getByRole('button', { name: 'Cancel the appointment' }).click();
  await toast(page, 'Cancelled: Claude Cahun');
  await expect(drawer.getByText('The water pipe burst.')).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Cancel it' })).toHaveCount(0);

  const serviceId = await addArtist(api, 'walk-ins', { name: 'Wanda Walkin' });
  const enter = async (name: string, hoursAgo: number) => {
    const start = new Date(Math.floor(Date.now() / 60_000) * 60_000 - hoursAgo * 3_600_000);
    const client = { name, email: 'walkin@example.com' };
    const wish = { key: crypto.randomUUID(), artist: 'walk-ins', serviceId, start, client, confirmed: true };
    const { bookings } = await api.bookings.add.mutate(wish);
    return bookings[0]?.id ?? '';
  };
  const [came, stayedAway] = [await enter('Nan Goldin', 2), await enter('Diane Arbus', 4)];
  await page.goto(`${studio.url}/bookings/${came}`);
  await drawer.getByRole('button', { name: 'Mark done' }).click();
  await toast(page, 'Marked as done: Nan Goldin.');
  await page.goto(`${studio.url}/bookings/${stayedAway}?tab=past`);
  await drawer.getByRole('button', { name: 'No-show' }).click();
  await toast(page, 'Noted as a no-show: Diane Arbus.');
  await expect(drawer.getByText(/noted a no-show/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('No-show').first()).toBeVisible();
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible();
  expect([await desk.state(came), await desk.state(stayedAway)]).toEqual(['COMPLETED', 'NO_SHOW']);
});

test('B2 case 43: a series names the date that is not free, and is entered when it is out of the way', async ({
  page,
  studio,
}) => {
  const serviceId = await addArtist(api, 'serial', { name: 'Sonia Serial' });
  const at = (days: number) =>
    new Date(
      Temporal.PlainDate.from(desk.date(days)).toZonedDateTime({
        timeZone: 'Europe/Zurich',
        plainTime: '15:00',
      }).epochMilliseconds,
    );
  const client = { name: 'In The Way', email: 'way@example.com' };
  const wish = { key: crypto.randomUUID(), artist: 'serial', serviceId, start: at(19), client };
  await api.bookings.add.mutate({ ...wish, confirmed: true });
  await signIn(page, studio, '/bookings?open=new');
  const dialog = page.getByRole('dialog', { name: 'New appointment' });
  await desk.choose(page, dialog.getByRole('combobox', { name: 'Artist' }), 'Sonia Serial');
  await typeDate(dialog, desk.date(5));
  await dialog.getByLabel('Or any other time').fill('15h');
  await dialog.getByLabel('Name of the client').fill('Ana Mendieta');
  await dialog.getByLabel('E-mail').fill('ana@example.com');
  await dialog.getByRole('checkbox', { name: 'Several sessions at regular intervals' }).check();
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  const refused = dialog.getByRole('alert').filter({ hasText: /Not free: .*Nothing was booked/ });
  await expect(refused).toBeVisible();
  await expect(refused).toContainText(String(at(19).getUTCDate()));
  expect(await api.bookings.list.query({ artist: 'serial' })).toHaveLength(1);
  await dialog.getByLabel('Every how many weeks').fill('1');
  await expect(refused).toHaveCount(0);
  await dialog.getByLabel('How many sessions').fill('2');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await toast(page, 'Entered: 2 sessions for Ana Mendieta.');
  await expect(drawerOf(page).getByText('Series', { exact: true })).toBeVisible();
});

test('B12: ideas get later sessions, are declined with a word, and are closed', async ({ page, studio }) => {
  const token = await desk.idea(SLUG, 'Louise Bourgeois', 'A spider over the whole back.');
  const id = await desk.ideaId(token);
  await signIn(page, studio, `/inquiries/${id}`);
  await page.getByLabel('Message to the client').fill('Two long days.');
  const offer = async (days: number) => {
    await page.getByRole('button', { name: 'Choose times' }).click();
    const times = page.getByRole('dialog', { name: 'Choose times' });
    await typeDate(times, desk.date(days));
    await times.getByRole('group', { name: 'Free times' }).getByRole('button').first().click();
    await times.getByRole('button', { name: 'Done (1 time)' }).click();
  };
  await offer(16);
  await page.getByRole('button', { name: 'Send' }).click();
  await toast(page, 'Your answer to Louise Bourgeois');
  const offered = (await desk.seeIdea(token)).sessions[0]?.offered[0]?.id ?? '';
  await desk.pick(token, offered);
  await expect(page.getByText(/Confirmed|Request/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Plan another session' }).click();
  const second = page.getByRole('dialog', { name: 'Times for session 2' });
  await expect(second.getByRole('button', { name: 'Send' })).toBeDisabled();
  await offer(23);
  await second.getByRole('button', { name: 'Send' }).click();
  await toast(page, 'The times are offered to Louise Bourgeois');
  expect((await desk.seeIdea(token)).sessions.map(({ number }) => number)).toEqual([1, 2]);
  await page.getByRole('button', { name: 'Close the idea' }).click();
  const closing = page.getByRole('dialog', { name: 'Close this idea?' });
  await closing.getByRole('button', { name: 'Close the idea' }).click();
  await toast(page, 'Closed. Its appointments stay as they are.');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Closed');

  const other = await desk.idea(SLUG, 'Niki Phalle', 'A snake of many colours.');
  await page.goto(`${studio.url}/inquiries/${await desk.ideaId(other)}`);
  await page.getByRole('button', { name: 'Decline' }).click();
  const declining = page.getByRole('dialog', { name: 'Decline the idea of Niki Phalle?' });
  await declining.getByLabel('A word to the client (optional)').fill('Not my style, sorry.');
  await declining.getByRole('button', { name: 'Decline' }).click();
  await toast(page, 'Declined: Niki Phalle');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Declined');
  await expect(page.getByText('Not my style, sorry.')).toBeVisible();
  expect(await desk.seeIdea(other)).toMatchObject({ state: 'DECLINED', message: 'Not my style, sorry.' });
});

test('B1: services are reordered, taken out and offered again; clients see it so', async ({
  page,
  studio,
}) => {
  await addArtist(api, 'orders', { name: 'Olga Order', service: 'Alpha' });
  for (const [position, name] of ['Beta', 'Gamma'].entries())
    await api.artists.saveService.mutate({ artist: 'orders', name, minutes: 60, position: position + 1 });
  const offered = async () =>
    (await api.booking.studio.query()).artists
      .find(({ slug }) => slug === 'orders')
      ?.services.map(({ name }) => name);
  await signIn(page, studio, '/studio/orders?section=services');
  await expect(page.getByRole('button', { name: 'Move Alpha up' })).toBeDisabled();
  await page.getByRole('button', { name: 'Move Gamma up' }).click();
  await expect.poll(offered).toEqual(['Alpha', 'Gamma', 'Beta']);
  await page.getByRole('button', { name: 'Move Gamma up' }).click();
  await expect.poll(offered).toEqual(['Gamma', 'Alpha', 'Beta']);
  await expect(page.getByRole('button', { name: 'Move Gamma up' })).toBeDisabled();
  await page.getByRole('button', { name: 'Stop offering Alpha' }).click();
  await toast(page, 'Alpha is not offered any more.');
  await expect.poll(offered).toEqual(['Gamma', 'Beta']);
  await page.getByRole('button', { name: 'Move Beta up' }).click();
  await expect.poll(offered).toEqual(['Beta', 'Gamma']);
  await page.getByRole('button', { name: 'Offer Alpha again' }).click();
  await toast(page, 'Alpha is offered again.');
  await expect.poll(offered).toEqual(['Beta', 'Gamma', 'Alpha']);
});

test('B1: a picture is put, refused when it is none, and removed', async ({ page, studio }) => {
  await signIn(page, studio, `/studio/${SLUG}`);
  const png = await page.screenshot();
  const choose = async (name: string, mimeType: string, buffer: Buffer) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Choose a picture|Change/ }).click();
    await (await choosing).setFiles({ name, mimeType, buffer });
  };
  await choose('me.png', 'image/png', png);
  await toast(page, 'The picture is stored.');
  const picture = page.locator(`img[src*="/artists/${SLUG}/picture"]`).first();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await choose('letter.png', 'image/png', Buffer.from('this is a letter'));
  await expect(page.getByText('This file cannot be read as a picture.')).toBeVisible();
  await expect(picture).toBeVisible();
  await page.goto(`${studio.url}/book/${SLUG}`);
  await expect(picture).toBeVisible();
  await page.goto(`${studio.url}/studio/${SLUG}`);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await toast(page, 'The picture was removed.');
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible();
  await expect(picture).toHaveCount(0);
});

test('B6: chairs are added, named and put out of use; a closed day leaves the booking page at once', async ({
  page,
  studio,
  context,
}) => {
  await signIn(page, studio, '/studio');
  await page.getByLabel('Name of the new chair').fill('Chair under the roof');
  await page.getByRole('region', { name: 'Chairs and rooms' }).getByRole('button', { name: 'Add' }).click();
  await toast(page, 'Saved');
  const inUse = page.getByRole('switch', { name: 'Chair under the roof is in use' });
  await inUse.click();
  await expect(inUse).not.toBeChecked();
  expect(await api.chairs.list.query()).toContainEqual(
    expect.objectContaining({ name: 'Chair under the roof', active: false }),
  );

  const serviceId = await addArtist(api, 'closing', { name: 'Clara Closing', questions: false });
  const day = desk.date(10);
  const visitor = await context.newPage();
  await visitor.goto(`${studio.url}/book/closing?service=${serviceId}&date=${day}`);
  const ten = visitor.getByRole('button', { name: /^10:00/ });
  await expect(ten).toHaveText('10:00');
  await typeDate(page, day, 'First closed day');
  // One day off needs one date typed; it is written as the person reads it.
  const written = Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'short' });
  await expect(page.getByLabel('Last closed day')).toHaveValue(new RegExp(written));
  await page.getByLabel('Reason, for the studio only').fill('Works on the roof');
  await page
    .getByRole('region', { name: 'The studio is closed' })
    .getByRole('button', { name: 'Add' })
    .click();
  await toast(page, 'Stored. Booking pages show it at once.');
  await expect(ten).toContainText('closed');
  await expect(visitor.getByText('Works on the roof')).toHaveCount(0);
  await page.getByRole('button', { name: /^Open again/ }).click();
  await expect(page.getByText('No closed days.')).toBeVisible();
  await expect(ten).toHaveText('10:00');
});

test('B7: a mail that was given up shows why; trying again tells what became of it', async ({
  page,
  studio,
}) => {
  await desk.request(SLUG, 'Hannah Höch');
  await signIn(page, studio);
  // Given up only after ten tries over a day and a half: here the page is told so until it tries again.
  let asked = false;
  await page.route('**/trpc/**mails.list**', async (route) => {
    const response = await route.fetch();
    if (asked) return route.fulfill({ response });
    const text = (await response.text()).replace('"state":"WAITING"', '"state":"FAILED"');
    const body = text.replace('"failure":null', '"failure":"550 no such mailbox"');
    return route.fulfill({ response, body });
  });
  await page.route('**/trpc/**mails.retry**', async (route) => {
    asked = true;
    await route.continue();
  });
  await page.goto(`${studio.url}/mails`);
  await expect(page.getByText('550 no such mailbox')).toBeVisible();
  await page.getByRole('button', { name: /^Try again:/ }).click();
  await toast(page, 'There is no such mail that was given up.');
  await expect(page.getByText('550 no such mailbox')).toHaveCount(0);
});
