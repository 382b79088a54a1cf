import { type DovecotServer, dovecotInstalled, startDovecot } from '@atelier/testkit/mail/dovecot';
import { hostileMails } from '@atelier/testkit/mail/hostile/hostile-mails';
import { layMail } from '@atelier/testkit/mail/lay-mail';
import { startLostAnswer } from '@atelier/testkit/mail/lost-answer';
import { OPERATOR } from '@atelier/usecases/actor';
import { connectMail } from '@atelier/usecases/mailbox/account/connect-mail';
import superjson from 'superjson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { longestTurn } from './testing/longest-turn.ts';
import { openTestServer, type TestServer } from './testing/server.ts';

const MAILS = hostileMails({ origin: 'http://127.0.0.1:9', script: 'window.hostile=1' });
/** Milliseconds of one turn of the event loop. */
const LONGEST = 50;

interface Part {
  readonly messages: readonly Placed[];
  readonly next: string | null;
}

interface Placed {
  readonly id: string;
  readonly threadId: string;
  readonly subject: string;
  readonly messageId: string | null;
  readonly hasInvitation: boolean;
}

describe.skipIf(!dovecotInstalled)('hostile mail at every door', () => {
  let imap: DovecotServer;
  let server: TestServer;
  let cookie: string;
  const messages: Placed[] = [];

  beforeAll(async () => {
    const started = await startDovecot();
    if (!started) throw new Error('Dovecot vanished');
    imap = started;
    server = await openTestServer({ ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1', ATELIER_RATE_LIMITS: 'off' });
    await server.addUser('ann@studio.test', 'ARTIST');
    cookie = await server.signIn('ann@studio.test');
    const line = { host: imap.host, port: imap.port, security: 'none' } as const;
    const { username: address, password } = imap;
    await using sending = await startLostAnswer('nothing');
    const smtp = { ...line, port: sending.port };
    const account = { address, password, imap: line, smtp, ownerEmail: 'ann@studio.test' };
    const { accountId } = expectOk(await connectMail(server.context, OPERATOR, account));
    const at = new Date('2026-03-10T09:00:00Z');
    for (const [n, { source }] of MAILS.entries())
      await layMail(imap.maildir, { name: `${n}.hostile`, source, at });
    await inStep(accountId);
  }, 300_000);
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await imap?.[Symbol.asyncDispose]();
  });

  async function inStep(accountId: string): Promise<void> {
    for (let rounds = 0; rounds < 20; rounds += 1) {
      const [run] = await server.context.mailboxes.engine.runNow([accountId], { full: false });
      expect(run?.error).toBeUndefined();
      const waiting = await server.context.database.prisma.mailMessage.count({
        where: { body: 'UNREAD', size: { lte: 1_000_000 } },
      });
      if (waiting === 0) return;
    }
  }

  async function ask<Answer>(path: string, input: object): Promise<Answer> {
    const asked = encodeURIComponent(JSON.stringify(superjson.serialize(input)));
    const answer = await fetch(`${server.origin}/trpc/${path}?input=${asked}`, { headers: { cookie } });
    const body = (await answer.json()) as {
      result?: { data: never };
      error?: { json: { data: { code: string } } };
    };
    if (answer.status >= 500)
      throw new Error(`${path} ${JSON.stringify(input)}: ${answer.status} ${JSON.stringify(body)}`);
    return body.result ? superjson.deserialize<Answer>(body.result.data) : (null as Answer);
  }

  it('M4: every one of them is in the list, with its head as plain text', async () => {
    let before: string | null = null;
    do {
      const asked: object = { folderId: null, role: 'inbox', unread: false, before, limit: 200 };
      const turn = longestTurn();
      const part: Part = await ask('mailboxes.messages', asked);
      expect(turn.end()).toBeLessThan(LONGEST);
      messages.push(...part.messages);
      before = part.next;
    } while (before !== null);
    expect(messages).toHaveLength(MAILS.length);
    for (const one of messages) {
      expect(JSON.stringify(one)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      expect(one.subject).not.toMatch(/[\r\n]/);
    }
  });

  it('M4: opened, framed, answered, sent on, and beside its client: an answer, and no turn over 50 ms', async () => {
    const words = { wrote: 'Mallory wrote:', forwarded: 'Forwarded', headers: [] };
    const slow: string[] = [];
    for (const [at, { id, threadId, messageId, hasInvitation }] of messages.entries()) {
      const doors: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['open', () => ask('mailboxes.open', { id })],
        [
          'page',
          () =>
            fetch(`${server.origin}/api/mail/messages/${id}/page`, { headers: { cookie } }).then(expectPage),
        ],
        ['reply', () => ask('outgoing.begin', { id, kind: 'reply-all', words })],
        ['forward', () => ask('outgoing.begin', { id, kind: 'forward', words })],
        // What they show comes from the head alone.
        ...(at % 5 === 0
          ? [
              ['thread', () => ask('mailboxes.thread', { threadId })] as const,
              ['client', () => ask('mailboxes.client', { id })] as const,
            ]
          : []),
        ...(hasInvitation ? [['invitation', () => ask('invitations.see', { id })] as const] : []),
      ];
      for (const [door, go] of doors) {
        const turn = longestTurn();
        await go();
        const ms = turn.end();
        if (ms >= LONGEST) slow.push(`${door} of ${messageId}: ${ms.toFixed()} ms`);
      }
    }
    expect(slow).toEqual([]);
  }, 300_000);

  it('M5: an answer to any of them has the headers that an answer has, and goes to single addresses', async () => {
    const words = { wrote: 'Mallory wrote:', forwarded: 'Forwarded', headers: [] };
    for (const { id } of messages) {
      const begun = await ask<{
        to: { name: string; address: string }[];
        cc: never[];
        subject: string;
        text: string;
        inReplyTo: string | null;
        references: string[];
      } | null>('outgoing.begin', { id, kind: 'reply-all', words });
      if (!begun) continue;
      const { to, cc, subject, text, inReplyTo, references } = begun;
      expect(text.length).toBeLessThan(500_000);
      const source = await server.context.mailboxes.mail.compose({
        from: { name: 'Ann', address: 'ann@studio.test' },
        to,
        cc,
        subject,
        text: '',
        messageId: 'answer@studio.test',
        inReplyTo,
        references,
        date: new Date('2026-03-10T10:00:00Z'),
        files: [],
      });
      const [head = ''] = Buffer.from(source).toString().split('\r\n\r\n');
      const names = head.split(/\r\n(?![ \t])/).map((line) => line.split(':')[0]);
      expect(names.filter((name) => !HEADERS.has(name ?? ''))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  }, 300_000);
});

const HEADERS = new Set([
  'From',
  'To',
  'Cc',
  'Subject',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Date',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
]);

async function expectPage(answer: Response): Promise<void> {
  expect(answer.status).toBeLessThan(500);
  const html = await answer.text();
  expect(answer.headers.get('content-security-policy')).toContain(answer.ok ? "default-src 'none'" : '');
  // In what the sanitiser writes, `<` begins a tag and nothing else.
  const tags = html.split('<body>')[1]?.match(/<[a-z][^>]*>/gi) ?? [];
  expect(
    tags.filter((tag) =>
      ACTS.test(
        tag.replaceAll(/="[^"]*"/g, (value) =>
          /^="\s*(?:javascript|vbscript|data|file|blob):/i.test(value) ? value : '=""',
        ),
      ),
    ),
  ).toEqual([]);
}

/** What a browser would load, run or send by itself, of a tag whose values are left out. */
const ACTS =
  /^<(?:script|link|base|iframe|frame|form|input|button|svg|math|video|audio|object|embed|source|template|portal)\b|\s(?:on\w+|srcset|background|id|class|name|ping|action|formaction|poster|srcdoc)=|javascript:|vbscript:|data:|file:|blob:/i;
