import { once } from 'node:events';
import { createServer } from 'node:http';
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

test.use({ environment: NEIGHBOURS });
test.skip(!dovecotInstalled, 'Dovecot is not installed');
test.describe.configure({ mode: 'serial' });

let servers: MailServers;

test.beforeAll(async () => {
  servers = await startMailServers();
});
test.afterAll(() => servers[Symbol.asyncDispose]());

const PIXELS = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

test('M4 pictures from elsewhere come when somebody says so, by way of the studio, and only what can be seen', async ({
  page,
  studio,
}) => {
  const came: string[] = [];
  const elsewhere = createServer((request, response) => {
    came.push(`${request.url} ${request.headers.cookie ?? ''}${request.headers.referer ?? ''}`);
    response.setHeader('content-type', 'image/gif');
    response.end(PIXELS);
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const { port } = elsewhere.address() as { port: number };
  const at = (name: string) => `http://127.0.0.1:${port}/${name}`;

  await signIn(page, studio, '/mail');
  await connectMailbox(page, servers);
  await servers.arrive({
    from: 'Ink Supply <news@ink.test>',
    subject: 'New needles',
    type: 'text/html',
    text: `<p>Look</p><img src="${at('needle.gif')}" width=200 height=120 alt="Needle"><img src="${at('pixel.gif')}" width=1 height=1>`,
  });
  await row(page, /Ink Supply/).click({ timeout: NEXT_LOOK_MS });
  const frame = page.frameLocator('iframe[title="Text of “New needles”"]');
  await expect(frame.getByText('Look')).toBeVisible();
  await expectFineAtWidths(page, 'a message with pictures from elsewhere');
  expect(came).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Always from Ink Supply' }).click();
  await expect(frame.getByAltText('Needle')).toHaveJSProperty('naturalWidth', 1);
  await expect(page.getByText('not loaded', { exact: false })).toBeHidden();
  expect(came).toEqual(['/needle.gif ']);
  elsewhere.close();
});

test('M5 somebody sends a message on with its files, from a template, and chooses when it goes', async ({
  page,
  studio,
}) => {
  await servers.arrive({
    from: 'Léa <lea@x.test>',
    subject: 'My idea',
    type: 'multipart/mixed; boundary=b',
    text: '--b\r\n\r\nSee the drawing.\r\n--b\r\nContent-Type: application/pdf; name=idea.pdf\r\nContent-Disposition: attachment\r\n\r\nPDF\r\n--b--',
  });
  await signIn(page, studio, '/mail');
  await page.setViewportSize({ width: 1440, height: 900 });
  await row(page, /Léa.*My idea/).click({ timeout: NEXT_LOOK_MS });
  await page.getByRole('button', { name: 'Forward' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Forward' });
  await expect(dialog.getByText('idea.pdf')).toBeVisible();

  await dialog.getByRole('button', { name: 'Templates' }).click();
  await page.getByRole('menuitem', { name: 'Write and change templates' }).click();
  const templates = page.getByRole('dialog', { name: 'Templates' });
  await expect(templates.getByText('No templates yet', { exact: false })).toBeVisible();
  await templates.getByRole('button', { name: 'New template' }).click();
  await templates.getByLabel('Name').fill('For the artist');
  await templates.getByLabel('Text').fill('Dear {firstname}, what do you think?\n');
  await templates.getByLabel('For everybody in the studio').click();
  await templates.getByRole('button', { name: 'Save' }).click();
  await expect(templates.getByText('Everybody’s')).toBeVisible();
  await page.keyboard.press('Escape');

  await dialog.getByLabel('To', { exact: true }).fill('Nora Blum <nora@x.test>');
  await dialog.getByLabel('To', { exact: true }).press('Enter');
  await dialog.getByRole('button', { name: 'Templates' }).click();
  await page.getByRole('menuitem', { name: 'For the artist' }).click();
  await expect(dialog.getByLabel('Text', { exact: true })).toHaveValue(/^Dear Nora, what do you think\?\n/);
  await expectFineAtWidths(page, 'a message that is sent on');
  await page.setViewportSize({ width: 1440, height: 900 });

  await dialog.getByRole('button', { name: 'Send later' }).click();
  await page.getByRole('menuitem', { name: /^Tomorrow morning/ }).click();
  await toast(page, /^Goes /);
  await page.getByRole('button', { name: 'Written here' }).click();
  await expect(page.getByRole('list', { name: 'Written here' }).getByText('Waiting to go')).toBeVisible();
});

test('M2 everything of a long list is thrown away with one word, comes back, and the trash is emptied', async ({
  page,
  studio,
}) => {
  for (let n = 0; n < 130; n += 1)
    await servers.arrive({ from: 'Robot <robot@x.test>', subject: `Notice ${n}`, text: 'x' });
  await signIn(page, studio, '/mail?q=from%3Arobot');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(list(page).getByRole('listitem').first()).toHaveAttribute('aria-setsize', '100', {
    timeout: NEXT_LOOK_MS * 2,
  });
  await page.getByRole('button', { name: 'Select all that are shown' }).click();
  await page.getByRole('button', { name: 'All of this list' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await toast(page, '130 messages moved to Trash');
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await expect(row(page, /Robot/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Empty: Trash' }).click();
  const asked = page.getByRole('dialog', { name: 'Delete everything in “Trash” for good?' });
  await expectFineAtWidths(page, 'the question before the trash is emptied');
  await page.setViewportSize({ width: 1440, height: 900 });
  await asked.getByRole('button', { name: 'Delete for good' }).click();
  await toast(page, '130 messages deleted for good');
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
});
