import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { startGreeting } from '@atelier/testkit/mail/greeting-server';
import type { Page } from '@playwright/test';
import { expectFineAtWidths } from './accessible.ts';
import { type MailServers, startMailServers } from './mail-servers.ts';
import { expect, NEIGHBOURS, signIn, test, toast } from './studio.ts';

test.use({ environment: NEIGHBOURS });
test.skip(!dovecotInstalled, 'Dovecot is not installed');

let servers: MailServers;

test.beforeAll(async () => {
  servers = await startMailServers();
});
test.afterAll(() => servers[Symbol.asyncDispose]());

type Security = 'TLS' | 'STARTTLS' | 'None';

async function byHand(page: Page, address: string, places: readonly (readonly [number, Security])[]) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mail address').fill(address);
  await dialog.getByRole('button', { name: 'Enter the mail servers yourself' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill(servers.imap.password);
  for (const [at, group] of ['Incoming mail (IMAP)', 'Outgoing mail (SMTP)'].entries()) {
    const [port = 0, security = 'None'] = places[at] ?? [];
    const fields = dialog.getByRole('group', { name: group });
    await fields.getByLabel('Server').fill('127.0.0.1');
    await fields.getByLabel('Port').fill(String(port));
    await fields.getByRole('combobox').click();
    await page.getByRole('option', { name: security, exact: true }).click();
  }
  return dialog;
}

test('S14 a mailbox is tried step by step: another service is named, a certificate is compared, and then it is connected', async ({
  page,
  studio,
}) => {
  await using ssh = await startGreeting({ hello: 'SSH-2.0-OpenSSH_9.6\r\n' });
  await signIn(page, studio, '/mail');
  await page.getByRole('button', { name: 'Connect a mailbox' }).click();
  const dialog = await byHand(page, servers.imap.username, [
    [ssh.port, 'STARTTLS'],
    [servers.smtp.port, 'None'],
  ]);
  await dialog.getByRole('button', { name: 'Test and connect' }).click();
  await expect(dialog.getByText(/remote sign-ins \(SSH\) answers there/)).toBeVisible({ timeout: 20_000 });
  const steps = dialog.getByRole('region', { name: 'What was tried' });
  await expect(steps.getByRole('listitem').filter({ hasText: 'Nobody can listen in' })).toContainText(
    'Failed',
  );
  expect(ssh.heard()).not.toContain(servers.imap.password);
  await expectFineAtWidths(page, 'a mailbox whose server is another');

  const incoming = dialog.getByRole('group', { name: 'Incoming mail (IMAP)' });
  await incoming.getByLabel('Port').fill(String(servers.imap.tlsPort));
  await incoming.getByRole('combobox').click();
  await page.getByRole('option', { name: 'TLS', exact: true }).click();
  await dialog.getByRole('button', { name: 'Test and connect' }).click();
  await expect(dialog.getByText('Nobody vouches for the certificate of 127.0.0.1')).toBeVisible({
    timeout: 20_000,
  });
  await expect(dialog.getByText(/^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'They are equal: go on' }).click();
  await toast(page, 'Connected');
});

test('M8 an address that nobody knows is said to be unknown, and its servers can be typed', async ({
  page,
  studio,
}) => {
  await signIn(page, studio, '/mail?connect=');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mail address').fill('ann@nowhere.invalid');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByText('No mail server of nowhere.invalid was found.')).toBeVisible({
    timeout: 30_000,
  });
  await dialog.getByLabel('Mail address').fill('ann@outlook.com');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByText('This Atelier is not registered at Microsoft yet')).toBeVisible();
  await dialog.getByRole('button', { name: 'Another address' }).click();
  // Google lets people in by a password for mail programs as well.
  await dialog.getByLabel('Mail address').fill('ann@gmail.com');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByText('imap.gmail.com:993, TLS')).toBeVisible();
  await expectFineAtWidths(page, 'a mailbox that was found');
});
