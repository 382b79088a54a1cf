import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { expectFineAtWidths } from './accessible.ts';
import {
  connectMailbox,
  messageList as list,
  type MailServers,
  NEXT_LOOK_MS,
  messageRow as row,
  startMailServers,
} from './mail-servers.ts';
import { expect, NEIGHBOURS, signIn, test, toast } from './studio.ts';

// A studio of its own: in that of other files somebody may have a mailbox.
test.use({ environment: { ...NEIGHBOURS, ATELIER_STUDIO_NAME: 'Courrier' } });
test.skip(!dovecotInstalled, 'Dovecot is not installed');
test.describe.configure({ mode: 'serial' });

let servers: MailServers;

test.beforeAll(async () => {
  servers = await startMailServers();
});
test.afterAll(() => servers[Symbol.asyncDispose]());

test('M7 somebody connects a mailbox; mail that comes is there without being asked for', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/mail');
  await expect(page.getByRole('heading', { name: 'No mailbox yet' })).toBeVisible();
  await connectMailbox(page, servers);
  await expect(page.getByRole('heading', { name: 'Inbox', level: 1 })).toBeVisible();
  await servers.arrive({
    from: 'Léa <lea@x.test>',
    subject: 'Rose',
    text: 'On the shoulder?\r\n\r\n> So where\r\n> do you\r\n> want it?',
  });
  await servers.arrive({ from: 'Max <max@x.test>', subject: 'Invoice', text: 'Paid.' });
  // Listening begins within seconds of the connection, and then looks once for what came before.
  await expect(row(page, /Léa.*Rose/)).toBeVisible({ timeout: NEXT_LOOK_MS });
  await expect(row(page, /Max.*Invoice/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mail (2 unread)' })).toBeVisible();
  await expectFineAtWidths(page, 'the list of mail');
});

test('M4 a hostile mail runs no script and asks nobody for anything; what is harmless of it is shown', async ({
  page,
  studio,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(studio.url) && !request.url().startsWith('data:'))
      asked.push(request.url());
  });
  page.on('dialog', (dialog) => {
    asked.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await servers.arrive({
    from: 'Mallory <mallory@x.test>',
    subject: 'Hello',
    type: 'text/html',
    text: `<p style="color:#aa0000">Harmless</p><script>alert(1)</script><img src=x onerror=alert(2)>
      <img src="http://203.0.113.9/pixel.gif"><style>@import "http://203.0.113.9/a.css";</style>
      <div style="background:url(http://203.0.113.9/b.png);position:fixed">Below</div>
      <iframe src="http://203.0.113.9/frame"></iframe><form action="http://203.0.113.9/"><button>Win</button></form>
      <a href="javascript:alert(3)">Link</a><meta http-equiv="refresh" content="0;url=http://203.0.113.9/">
      <svg onload=alert(4)></svg><object data="http://203.0.113.9/o"></object><base href="http://203.0.113.9/">`,
  });
  await signIn(page, studio, '/mail');
  await row(page, /Mallory/).click({ timeout: NEXT_LOOK_MS });
  const frame = page.frameLocator('iframe[title="Text of “Hello”"]');
  await expect(frame.getByText('Harmless')).toHaveCSS('color', 'rgb(170, 0, 0)');
  await expect(page.getByText('1 picture from elsewhere is not loaded', { exact: false })).toBeVisible();
  await expect(frame.locator('script, iframe, form, object, svg, base, [onerror]')).toHaveCount(0);
  await expect(frame.getByText('Link')).not.toHaveAttribute('href');
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', /^(?!.*allow-scripts)/);
  await expectFineAtWidths(page, 'an open message');
  expect(asked).toEqual([]);
});

test('M3 somebody reads, answers, takes it back, sends it after all: it goes once', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/mail');
  await row(page, /Léa.*Rose/).click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'On the shoulder?' })).toBeVisible();
  await expect(page.getByText('do you')).toBeHidden();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Reply' });
  await expect(dialog.getByText('Léa', { exact: true })).toBeVisible();
  await expect(dialog.getByLabel('Subject')).toHaveValue('Re: Rose');
  await expect(dialog.getByLabel('Text')).toHaveValue(/Léa wrote:\n> On the shoulder\?/);
  await dialog.getByLabel('Text').pressSequentially('Gladly. ');
  await expect(dialog.getByText('Kept as a draft')).toBeVisible();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await toast(page, 'Taken back');
  await expectFineAtWidths(page, 'an answer');
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => servers.smtp.taken.length, { timeout: 30_000 }).toBe(1);
  expect(servers.smtp.taken[0]).toContain('Gladly.');
  expect(servers.smtp.taken[0]).toContain('In-Reply-To: <1@x.test>');
  await page.getByRole('button', { name: 'Sent', exact: true }).click();
  await expect(row(page, /Re: Rose/)).toBeVisible();
});

test('M2 many are marked, one goes by a key and comes back, and it is found by its words', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/mail');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(row(page, /Invoice/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select Invoice' }).click();
  await page.getByRole('checkbox', { name: 'Select Rose' }).click();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(row(page, /^Unread/)).toHaveCount(0);
  await page.getByRole('button', { name: 'End the selection' }).click();

  await page.keyboard.press('j');
  await expect(row(page, /Mallory/)).toBeFocused();
  await page.keyboard.press('j');
  await expect(row(page, /Invoice/)).toBeFocused();
  await page.keyboard.press('e');
  await expect(row(page, /Invoice/)).toHaveCount(0);
  await toast(page, '1 message moved to Archive');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, /Invoice/)).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('from:lea shoulder');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Search results' })).toBeVisible();
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await expect(row(page, /Rose/)).toBeVisible();
  await page.getByRole('button', { name: 'End the search' }).click();
  await expect(row(page, /Invoice/)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
