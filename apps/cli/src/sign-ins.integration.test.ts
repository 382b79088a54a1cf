import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { type AuthoritySandbox, startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startImapDouble } from '@atelier/testkit/mail/imap-double';
import { startSmtpDouble } from '@atelier/testkit/mail/smtp-double';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { expect, it } from 'vitest';
import { cli } from './testing/run-cli.ts';
import { runSignIn } from './testing/run-sign-in.ts';

const ANN = { id: 'ann-id', mail: 'ann@studio.test', tenant: 'studio' };
const BOB = { id: 'bob-id', mail: 'bob@studio.test', tenant: 'studio' };

/** Does on the page of the provider what this person would do; null: somebody who says no. */
const visitAs = (authority: AuthoritySandbox, mail: string | null) => async (url: string) => {
  expect(new URL(url).searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+$/);
  expect(new URL(url).searchParams.get('login_hint')).toBe(ANN.mail);
  await fetch(await authority.answer(url, mail));
};

it('P2: a person signs in by the page that the command line names, again as the same account, and not as another', async () => {
  await using test = await createTestDatabase();
  await using authority = await startAuthority({ provider: 'microsoft' });
  const accepts = (token: string) => authority.bearer(`Bearer ${token}`)?.mail ?? null;
  await using graph = await startGraphSandbox({ accepts });
  for (const person of [ANN, BOB]) {
    authority.addPerson(person);
    graph.addUser(person.mail);
    graph.addCalendar(person.mail, { id: `of-${person.id}`, name: 'Appointments' });
  }
  const env = {
    DATABASE_URL: test.url,
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_MICROSOFT_GRAPH: graph.url,
    ...authority.settings,
  };
  await cli(
    env,
    ['user', 'add', '--email', 'owner@studio.test', '--name', 'O', '--role', 'admin', '--password-stdin'],
    'a long password of the owner',
  );
  const connect = ['connect', '--kind', 'microsoft', '--address', ANN.mail];
  const runAs = (args: readonly string[], mail: string | null) =>
    runSignIn(env, args, visitAs(authority, mail));

  const refused = await runAs(connect, null);
  expect(refused).toMatchObject({ code: 1, answer: { ok: false, error: { kind: 'provider' } } });
  const connected = await runAs(connect, ANN.mail);
  expect(connected).toMatchObject({ code: 0, answer: { calendars: [{ name: 'Appointments' }] } });
  const renew = ['connection', 'renew', String(connected.answer['connectionId'])];
  expect(await runAs(renew, BOB.mail)).toMatchObject({
    code: 1,
    answer: { error: { code: 'sign-in-other-account' } },
  });
  expect(await runAs(renew, ANN.mail)).toMatchObject({
    code: 0,
    answer: { connectionId: connected.answer['connectionId'] },
  });
}, 60_000);

it('P9: an address tells what kind of account it is, and where it does not, that is said', async () => {
  await using test = await createTestDatabase();
  await using dav = await startSandboxServer();
  dav.sandbox.addCalendar('ann', { uri: 'diary', name: 'Diary' });
  const env = { DATABASE_URL: test.url, ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1', LANG: 'fr_CH.UTF-8' };
  const owner = ['--email', 'owner@studio.test', '--name', 'O', '--role', 'admin', '--password-stdin'];
  await cli(env, ['user', 'add', ...owner], 'a long password of the owner');
  const connect = (address: string, ...more: string[]) =>
    cli(
      env,
      ['connect', '--address', address, '--user', dav.username, '--password-stdin', ...more],
      dav.password,
    );
  const found = await connect(dav.sandbox.origin);
  expect([found.code, found.stderr]).toEqual([0, expect.stringContaining('À 127.0.0.1 répond')]);
  expect(found.stdout).toContain('Diary');
  const unknown = await connect('nowhere.invalid');
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('Rien ne répond')]);
  const unsaid = await cli(env, ['connect', '--user', 'ann', '--password-stdin'], 'secret');
  expect([unsaid.code, unsaid.stderr]).toEqual([2, expect.stringContaining('--address')]);
}, 60_000);

it('P8: a mailbox is connected by the page that the command line names, and only mail is asked for', async () => {
  await using test = await createTestDatabase();
  await using authority = await startAuthority({ provider: 'google' });
  authority.addPerson(ANN);
  const isAnn = (_: string, token: string) => authority.bearer(`Bearer ${token}`)?.mail === ANN.mail;
  await using imap = await startImapDouble({
    capabilities: 'AUTH=XOAUTH2 SASL-IR',
    token: (user, token) => (isAnn(user, token) ? 'in' : 'no'),
  });
  await using smtp = await startSmtpDouble(isAnn);
  const env = {
    DATABASE_URL: test.url,
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_GOOGLE_IMAP: `imap://127.0.0.1:${imap.port}`,
    ATELIER_GOOGLE_SMTP: `smtp://127.0.0.1:${smtp.port}`,
    ...authority.settings,
  };
  await cli(
    env,
    ['user', 'add', '--email', 'owner@studio.test', '--name', 'O', '--role', 'admin', '--password-stdin'],
    'a long password of the owner',
  );
  const connect = ['mail', 'connect', '--address', ANN.mail, '--owner', 'owner@studio.test'];
  const visit = async (url: string) => {
    expect(new URL(url).searchParams.get('scope')).toBe('openid email https://mail.google.com/');
    await fetch(await authority.answer(url, ANN.mail));
  };
  expect(await runSignIn(env, [...connect, '--sign-in', 'google'], visit)).toMatchObject({
    code: 0,
    answer: { renewed: false, folders: [{ path: 'INBOX', role: 'inbox' }] },
  });
}, 60_000);
