import { once } from 'node:events';
import { createServer } from 'node:http';
import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { hostileMails } from '@atelier/testkit/mail/hostile/hostile-mails';
import { layMail } from '@atelier/testkit/mail/lay-mail';
import type { Page } from '@playwright/test';
import { studioApi } from './booking-studio.ts';
import { connectMailbox, type MailServers, startMailServers } from './mail-servers.ts';
import { expect, NEIGHBOURS, signIn, test } from './studio.ts';

test.use({ environment: NEIGHBOURS });
test.skip(!dovecotInstalled, 'Dovecot is not installed');

/** Frames that are looked at together. */
const AT_ONCE = 12;
/** As the page of mail has them. */
const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** A server that mails want to lead to, and who came. */
async function startSink() {
  const came: string[] = [];
  const server = createServer((request, response) => {
    came.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { came, origin: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void server.close() };
}

test('M4 five hundred hostile mails, read, answered, sent on and printed: no script runs, and nobody is asked for anything', async ({
  page,
  studio,
}) => {
  test.setTimeout(400_000);
  using sink = await startSink();
  await using servers = await startMailServers();
  const seen = await watched(page);
  // What is only slow is tried at the server, without a browser that lays it out.
  const mails = hostileMails({ origin: sink.origin, script: 'top.ranHere()' }).filter(
    ({ name }) => !name.startsWith('HTML of '),
  );
  await signIn(page, studio, '/mail');
  await connectMailbox(page, servers);
  await lay(servers, mails);
  const api = await studioApi(studio);
  await expect
    .poll(
      async () =>
        (await api.mailboxes.list.query())[0]?.folders.find(({ role }) => role === 'inbox')?.messages,
      {
        timeout: 120_000,
      },
    )
    .toBe(mails.length);

  const ids = await allOf(api);
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await frame(
      page,
      ids.slice(from, from + AT_ONCE).map(({ id }) => id),
    );

  // As people meet them: one of many on the page itself, answered, sent on and printed.
  for (const [n, { threadId }] of ids.filter((_, at) => at % 25 === 0).entries()) {
    await page.goto(`${studio.url}/mail?thread=${threadId}`);
    await expect(page.getByRole('button', { name: 'Forward' }).last()).toBeVisible({ timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    if (n % 4 !== 0) continue;
    await page.emulateMedia({ media: 'print' });
    await page.emulateMedia({ media: null });
    await page
      .getByRole('button', { name: n % 8 === 0 ? 'Forward' : 'Reply to all' })
      .last()
      .click();
    const text = page.getByRole('dialog').getByLabel('Text', { exact: true });
    await expect(text).toBeVisible();
    await page.keyboard.press('Escape');
  }
  expect(seen).toEqual([]);
  expect(sink.came).toEqual([]);
});

interface Listed {
  readonly id: string;
  readonly threadId: string;
}

async function allOf(api: Awaited<ReturnType<typeof studioApi>>): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (let before: string | null = null; ; ) {
    const asked = { folderId: null, role: 'inbox', unread: false, before, limit: 200 } as const;
    const part: { readonly messages: readonly Listed[]; readonly next: string | null } =
      await api.mailboxes.messages.query(asked);
    all.push(...part.messages);
    before = part.next;
    if (before === null) return all;
  }
}

async function lay({ imap }: MailServers, mails: ReturnType<typeof hostileMails>): Promise<void> {
  const at = new Date('2026-03-10T09:00:00Z');
  for (const [n, { source }] of mails.entries())
    await layMail(imap.maildir, { name: `${n}.hostile`, source, at });
}

/** A script that runs anywhere would call it; requests to elsewhere and dialogs are told as well. */
async function watched(page: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  await page.exposeFunction('ranHere', () => seen.push('a script ran'));
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => seen.push('a window opened'));
  return seen;
}

async function frame(page: Page, ids: readonly string[]): Promise<void> {
  await page.evaluate(
    async ({ ids: some, sandbox }) => {
      const frames = some.map((id) => {
        const one = document.createElement('iframe');
        one.setAttribute('sandbox', sandbox);
        one.src = `/api/mail/messages/${id}/page?fold=Quoted`;
        const loaded = new Promise((resolve) => one.addEventListener('load', resolve, { once: true }));
        document.body.append(one);
        return { one, loaded };
      });
      await Promise.all(frames.map(({ loaded }) => loaded));
      for (const { one } of frames) {
        const inside = one.contentDocument;
        for (const element of inside?.querySelectorAll<HTMLElement>('[tabindex], a, details') ?? [])
          element.focus();
        one.remove();
      }
    },
    { ids, sandbox: SANDBOX },
  );
}
