import { type DovecotServer, startDovecot } from '@atelier/testkit/mail/dovecot';
import { layMail } from '@atelier/testkit/mail/lay-mail';
import { type LostAnswerServer, startLostAnswer } from '@atelier/testkit/mail/lost-answer';
import type { Page } from '@playwright/test';
import { toast } from './studio.ts';

/** Listening begins within seconds of the connection, and then looks once for what came before. */
export const NEXT_LOOK_MS = 30_000;

const FIRST_MS = Date.UTC(2026, 2, 10, 9);

export interface Letter {
  readonly from: string;
  readonly subject: string;
  readonly type?: string;
  readonly text: string;
}

/** Servers of mail of a spec's own: one to read from, one that takes what is sent. */
export interface MailServers extends AsyncDisposable {
  readonly imap: DovecotServer;
  readonly smtp: LostAnswerServer;
  /** Laid where the server keeps mail, as another program would have left it. */
  arrive(letter: Letter): Promise<void>;
}

export async function startMailServers(): Promise<MailServers> {
  const imap = await startDovecot();
  if (!imap) throw new Error('Dovecot vanished');
  const smtp = await startLostAnswer('nothing');
  let count = 0;
  return {
    imap,
    smtp,
    async arrive({ from, subject, type = 'text/plain', text }) {
      count += 1;
      const at = new Date(FIRST_MS + count * 60_000);
      const head = [
        `From: ${from}`,
        'To: ann@studio.test',
        `Subject: ${subject}`,
        `Message-ID: <${count}@x.test>`,
        `Date: ${at.toUTCString()}`,
        'MIME-Version: 1.0',
        `Content-Type: ${type}${type.includes(';') ? '' : '; charset=utf-8'}`,
      ];
      const source = new TextEncoder().encode([...head, '', text, ''].join('\r\n'));
      await layMail(imap.maildir, { name: `${count}.letter`, source, at });
    },
    async [Symbol.asyncDispose]() {
      await imap[Symbol.asyncDispose]();
      await smtp[Symbol.asyncDispose]();
    },
  };
}

/** As somebody does who has no mailbox yet. */
export async function connectMailbox(
  page: Page,
  { imap, smtp }: MailServers,
  address = imap.username,
): Promise<void> {
  await page.getByRole('button', { name: 'Connect a mailbox' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mail address').fill(address);
  await dialog.getByRole('button', { name: 'Enter the mail servers yourself' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill(imap.password);
  if (address !== imap.username) await dialog.getByLabel('User name').fill(imap.username);
  for (const [group, port] of [
    ['Incoming mail (IMAP)', imap.port],
    ['Outgoing mail (SMTP)', smtp.port],
  ] as const) {
    const fields = dialog.getByRole('group', { name: group });
    await fields.getByLabel('Server').fill('127.0.0.1');
    await fields.getByLabel('Port').fill(String(port));
    await fields.getByRole('combobox').click();
    await page.getByRole('option', { name: 'None' }).click();
  }
  await dialog.getByRole('button', { name: 'Test and connect' }).click();
  await toast(page, 'Connected');
}

export const messageList = (page: Page) => page.getByRole('list', { name: 'Messages' });
export const messageRow = (page: Page, name: string | RegExp) =>
  messageList(page).getByRole('button', { name });
