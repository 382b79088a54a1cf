import { FLAGGED, SEEN } from '@atelier/mail/flags/flag-edit';
import { type GraphSandbox, startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { put } from '@atelier/testkit/sandbox-graph/mail/mail-routes';
import { newMail } from '@atelier/testkit/sandbox-graph/mail/stored-mail';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letter, mailContract } from '../../contract/mail/mail-contract.ts';
import { parseAllowList } from '../../http/allow-list.ts';
import { rememberedBook } from '../../mail/remembered-book.ts';
import type { MailAccess } from '../../port/mail/mail-account.ts';
import type { MailBook } from '../../port/mail/mail-book.ts';
import type { MailProvider } from '../../port/mail/mail-provider.ts';
import { createGraphMail, type GraphMail } from './graph-mail-gateway.ts';

const MAIL = 'ann@studio.example';
const AT = new Date('2026-03-10T09:00:00Z');

let sandbox: GraphSandbox;
let gateway: GraphMail;
let book: MailBook;
let count = 0;

beforeAll(async () => {
  sandbox = await startGraphSandbox();
  sandbox.addUser(MAIL, 'Ann');
  gateway = createGraphMail({
    allow: parseAllowList('127.0.0.1'),
    now: () => Temporal.Instant.from('2026-03-10T09:00:00Z'),
    monotonicMs: () => performance.now(),
    newId: () => `request-${(count += 1)}`,
    bookOf: () => book,
  });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
});

function access(accountId: string | null): MailAccess {
  const signedIn = { personId: 'p', tenantId: 't', name: MAIL };
  return {
    reach: { graph: sandbox.url },
    address: MAIL,
    credential: { kind: 'oauth', signedIn, accessToken: async () => MAIL },
    accountId,
  };
}

function arrive(path: string, source: Uint8Array, flags: readonly string[] = [], at = AT): string {
  const mail = sandbox.mailOf(MAIL);
  const folder = [...mail.folders.values()].find(({ displayName }) => displayName === path);
  if (!folder) throw new Error(`no folder ${path}`);
  count += 1;
  const message = put(mail, String(count), folder.id, Buffer.from(source), at.toISOString());
  message.fields.isRead = flags.includes(SEEN);
  return message.id;
}

function emptied(): void {
  book = rememberedBook();
  Object.assign(sandbox.mailOf(MAIL), newMail());
  sandbox.faults.clear();
  sandbox.forget();
}

/** Whatever a client lays at Microsoft is a draft: what arrives is laid there by a hand inside. */
async function connect(accountId: string | null = 'a'): Promise<MailProvider> {
  const provider = await gateway.connect(access(accountId));
  return {
    ...provider,
    append: async (path, source, flags, at) => {
      arrive(path, source, flags, at);
      return null;
    },
  };
}

mailContract('Microsoft Graph', () => ({
  tells: { changes: true, places: true, removes: true },
  connect: () => connect(),
  reset: async () => emptied(),
}));

describe('a mailbox at Microsoft', () => {
  beforeEach(emptied);

  it('M1 a cursor that has died is a full compare: what went is gone, the rest keeps its numbers', async () => {
    const ids = [1, 2, 3].map((n) => arrive('INBOX', letter(n)));
    const provider = await connect();
    const before = await (await provider.open('INBOX')).uids();
    const mail = sandbox.mailOf(MAIL);
    mail.messages.delete(ids[1] ?? '');
    mail.history += 1;
    mail.deadBefore = mail.history;
    arrive('INBOX', letter(4));
    const listed = (await provider.folders()).find(({ path }) => path === 'INBOX');
    expect(listed?.status).toBeNull();
    const after = await (await provider.open('INBOX')).uids();
    expect(after).toEqual([before[0], before[2], Math.max(...before) + 1]);
  });

  it('M1 a message that was moved away and back is another number, and never stands in two places', async () => {
    arrive('INBOX', letter(1));
    const provider = await connect();
    const inbox = await provider.open('INBOX');
    const [uid = 0] = await inbox.uids();
    const away = (await inbox.move([uid], 'Archive'))?.get(uid) ?? 0;
    const archive = await provider.open('Archive');
    expect(await archive.uids()).toEqual([away]);
    const back = (await archive.move([away], 'INBOX'))?.get(away) ?? 0;
    expect(await (await provider.open('INBOX')).uids()).toEqual([back]);
    expect(back).not.toBe(uid);
    expect(await (await provider.open('Archive')).uids()).toEqual([]);
  });

  it('M6 a quiet round of all folders asks a handful of times', async () => {
    arrive('INBOX', letter(1));
    const provider = await connect();
    for (const { path } of await provider.folders()) await provider.open(path);
    const again = await gateway.connect(access('a'));
    await again.folders();
    expect(again.commands).toBeLessThanOrEqual(4);
  });

  it('M2 what Microsoft refuses for now is asked again later, and nothing is taken for gone', async () => {
    arrive('INBOX', letter(1));
    const provider = await connect();
    await provider.open('INBOX');
    const status = { kind: 'status', status: 429, retryAfter: 20 } as const;
    sandbox.faults.add({ effect: status, times: 1, match: ({ path }) => path.endsWith('/delta') });
    await expect(provider.open('INBOX')).rejects.toMatchObject({ kind: 'throttled', retryAfterMs: 20_000 });
    expect(await (await provider.open('INBOX')).uids()).toHaveLength(1);
  });

  it('P3 two who look at once give no message two numbers', async () => {
    for (let n = 1; n <= 20; n += 1) arrive('INBOX', letter(n));
    const [one, other] = [await connect(), await connect()];
    const [first, second] = await Promise.all([one.open('INBOX'), other.open('INBOX')]);
    expect(await first.uids()).toEqual(await second.uids());
    expect(new Set(await first.uids()).size).toBe(20);
  });

  it('M5 flags of answering and sending on are those of Outlook', async () => {
    arrive('INBOX', letter(1));
    const provider = await connect();
    const inbox = await provider.open('INBOX');
    const [uid = 0] = await inbox.uids();
    await inbox.editFlags([uid], { add: ['\\Answered', FLAGGED], remove: [] });
    expect(await (await provider.open('INBOX')).flags([uid])).toEqual([
      { uid, flags: ['\\Answered', FLAGGED] },
    ]);
  });
});

describe('sending by Microsoft', () => {
  beforeEach(emptied);
  const source = letter(1);
  const send = (...recipients: readonly string[]) =>
    gateway.send(access('a'), { from: MAIL, recipients, source });

  it('M3 the very bytes go, blind copies to people of whom no header tells, and it lies among what was sent', async () => {
    expect(await send('info@studio.test', 'secret@x.test')).toEqual({ kind: 'accepted', refused: [] });
    const { sent } = sandbox.mailOf(MAIL);
    expect(sent).toEqual([{ mime: Buffer.from(source).toString(), bcc: ['secret@x.test'] }]);
    const provider = await connect();
    expect(await (await provider.open('Sent')).withMessageId('1@x.test')).toHaveLength(1);
    expect(await (await provider.open('Drafts')).uids()).toEqual([]);
  });

  it('M3 a lost answer is looked after: what has left went, once', async () => {
    sandbox.faults.add({
      effect: { kind: 'reset', at: 'answer' },
      times: 1,
      match: ({ path }) => path.endsWith('/send'),
    });
    expect(await send('info@studio.test')).toEqual({ kind: 'accepted', refused: [] });
    expect(sandbox.mailOf(MAIL).sent).toHaveLength(1);
  });

  it('M3 an answer lost before it was sent is unknown, and not sent again by itself', async () => {
    sandbox.faults.add({
      effect: { kind: 'reset', at: 'before' },
      times: 1,
      match: ({ path }) => path.endsWith('/send'),
    });
    expect(await send('info@studio.test')).toMatchObject({ kind: 'unknown' });
    expect(sandbox.mailOf(MAIL).sent).toHaveLength(0);
  });

  it.each([
    ['reset', { kind: 'reset', at: 'before' }],
    ['throttled', { kind: 'status', status: 429 }],
  ] as const)('M3 a draft that could not be laid there (%s) was certainly not sent', async (_, effect) => {
    sandbox.faults.add({
      effect,
      times: 1,
      match: ({ method, path }) => method === 'POST' && path === '/me/messages',
    });
    expect(await send('info@studio.test')).toMatchObject({ kind: 'not-sent' });
    expect(sandbox.mailOf(MAIL).sent).toHaveLength(0);
  });

  it('M3 what is refused for good is said, and leaves no draft lying about', async () => {
    const status = { kind: 'status', status: 403, code: 'ErrorSendAsDenied' } as const;
    sandbox.faults.add({ effect: status, times: 1, match: ({ path }) => path.endsWith('/send') });
    expect(await send('info@studio.test')).toMatchObject({ kind: 'refused' });
    const provider = await connect();
    expect(await (await provider.open('Drafts')).uids()).toEqual([]);
  });
});
