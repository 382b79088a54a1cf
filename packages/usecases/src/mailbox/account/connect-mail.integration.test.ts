import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createMailGateway } from '@atelier/providers/mail/mail-gateway';
import type { MailFinding } from '@atelier/providers/port/mail/mail-finder';
import { type GreetingServer, startGreeting } from '@atelier/testkit/mail/greeting-server';
import { type ImapDoubleOptions, startImapDouble } from '@atelier/testkit/mail/imap-double';
import { startLostAnswer } from '@atelier/testkit/mail/lost-answer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { connectMail } from './connect-mail.ts';
import { findServers } from './find-servers.ts';

const ADDRESS = 'info@studio.test';
const PASSWORD = 'a secret that nobody hears';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.prisma.user.create({
    data: { id: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ADMIN' },
  });
});
afterAll(() => test[Symbol.asyncDispose]());

function contextWith(finding: MailFinding): Context {
  const { database } = test;
  return {
    database,
    newId: randomUUID,
    clock: () => new Date('2026-03-10T09:00:00Z'),
    secrets: { seal: (plain: string) => plain, open: (sealed: string) => sealed, isStale: () => false },
    mailboxes: {
      mail: createMailGateway({ allow: parseAllowList('127.0.0.1'), graph: null }),
      finder: { find: async () => finding },
    },
  } as unknown as Context;
}

const SILENT: MailFinding = { found: false, why: 'silent', host: 'studio.test' };
const inClear = (port: number) => ({ host: '127.0.0.1', port, security: 'none' as const });

async function connected(imap: GreetingServer, smtpPort: number, security: 'none' | 'starttls' = 'none') {
  return connectMail(contextWith(SILENT), OPERATOR, {
    address: ADDRESS,
    password: PASSWORD,
    imap: { ...inClear(imap.port), security },
    smtp: inClear(smtpPort),
  });
}

describe('M8: a mailbox is tried step by step, and the step at which it ended is told', () => {
  it.each<[string, 'none' | 'starttls', () => Promise<GreetingServer>, object]>([
    [
      'another protocol',
      'none',
      () => startGreeting({ hello: 'SSH-2.0-OpenSSH_9.6\r\n' }),
      { step: 'encryption', server: 'imap', trouble: 'ssh' },
    ],
    [
      'STARTTLS taken away',
      'starttls',
      () => startImapDouble(),
      { step: 'encryption', server: 'imap', trouble: 'no-encryption' },
    ],
    ...(['no', 'too-many', 'app-password'] as const).map(
      (verdict): [string, 'none', () => Promise<GreetingServer>, object] => [
        verdict,
        'none',
        () => startImapDouble({ login: () => verdict }),
        { step: 'sign-in', server: 'imap', trouble: verdict === 'no' ? 'password' : verdict },
      ],
    ),
  ])('%s', async (_, security, start, given) => {
    await using imap = await start();
    await using smtp = await startLostAnswer('nothing');
    const refused = await connected(imap, smtp.port, security);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'mail-failed', given } });
    expect(await test.database.prisma.mailAccount.count()).toBe(0);
    if (security === 'starttls') expect(imap.heard()).not.toContain(PASSWORD);
  });

  it('a server for sending that is none, before a password was said to anybody', async () => {
    await using imap = await startImapDouble();
    const refused = await connected(imap, imap.port);
    expect(refused).toMatchObject({
      refusal: { code: 'mail-failed', given: { step: 'encryption', server: 'smtp', trouble: 'reads' } },
    });
    expect(imap.heard()).not.toContain(PASSWORD);
  });

  it('all is well: it is stored, and its folders are told', async () => {
    const folders: ImapDoubleOptions = { folders: ['* LIST () "/" INBOX', '* LIST (\\Sent) "/" "Envoyés"'] };
    await using imap = await startImapDouble(folders);
    await using smtp = await startLostAnswer('nothing');
    expect(await connected(imap, smtp.port)).toMatchObject({
      ok: true,
      value: { renewed: false, folders: [{ role: 'inbox' }, { role: 'sent' }] },
    });
  });
});

describe('S14: where nobody has typed the servers', () => {
  const found = (elsewhere: boolean): MailFinding => ({
    found: true,
    by: 'announced',
    servers: {
      imap: { host: 'mail.other.example', port: 993, security: 'tls' },
      smtp: { host: 'mail.other.example', port: 465, security: 'tls' },
    },
    username: 'info',
    signIn: null,
    host: 'studio.test',
    elsewhere,
  });

  it('no password goes to one that the DNS alone has named, and that is of another domain', async () => {
    expect(await findServers(contextWith(found(true)), ADDRESS, {})).toMatchObject({
      ok: false,
      refusal: {
        code: 'mail-servers-elsewhere',
        given: { imap: 'mail.other.example:993', smtp: 'mail.other.example:465' },
      },
    });
    expect(await findServers(contextWith(found(false)), ADDRESS, {})).toMatchObject({
      ok: true,
      value: { username: 'info', reach: { imap: { host: 'mail.other.example' } } },
    });
  });

  it('what was typed holds, and nothing found is said to be nothing found', async () => {
    const imap = { host: 'typed.example', port: 993, security: 'tls' as const };
    expect(await findServers(contextWith(found(false)), ADDRESS, { imap })).toMatchObject({
      value: { reach: { imap: { host: 'typed.example' }, smtp: { host: 'mail.other.example' } } },
    });
    expect(await findServers(contextWith(SILENT), ADDRESS, {})).toMatchObject({
      refusal: { code: 'mail-servers-unknown' },
    });
  });
});
