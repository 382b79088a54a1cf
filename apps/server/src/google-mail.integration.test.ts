import { randomUUID } from 'node:crypto';
import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startImapDouble } from '@atelier/testkit/mail/imap-double';
import { startSmtpDouble } from '@atelier/testkit/mail/smtp-double';
import { startGoogleSandbox } from '@atelier/testkit/sandbox-google/google-sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { listMailboxes, syncMail } from '@atelier/usecases/mailbox/account/mail-accounts';
import { removeMailbox } from '@atelier/usecases/mailbox/account/remove-mailbox';
import { expect, it } from 'vitest';
import { mailSignInWorld } from './testing/mail-sign-in.ts';

const MAIL = 'ann@studio.example';
const MAIL_SCOPE = 'https://mail.google.com/';

async function open() {
  await using stack = new AsyncDisposableStack();
  const authority = stack.use(await startAuthority({ provider: 'google' }));
  const isAnn = (user: string, token: string) =>
    user === MAIL && authority.bearer(`Bearer ${token}`)?.mail === MAIL;
  const capabilities = 'AUTH=XOAUTH2 SASL-IR';
  const imap = stack.use(
    await startImapDouble({ capabilities, token: (user, token) => (isAnn(user, token) ? 'in' : 'no') }),
  );
  const smtp = stack.use(await startSmtpDouble(isAnn));
  const google = stack.use(
    await startGoogleSandbox({ mailOf: (token) => authority.bearer(`Bearer ${token}`)?.mail ?? null }),
  );
  authority.addPerson({ id: 'sub-1', mail: MAIL, tenant: '' });
  google.addUser(MAIL);
  const world = stack.use(
    await mailSignInWorld(authority, MAIL, {
      ATELIER_GOOGLE_API: google.api,
      ATELIER_GOOGLE_IMAP: `imap://127.0.0.1:${imap.port}`,
      ATELIER_GOOGLE_SMTP: `smtp://127.0.0.1:${smtp.port}`,
    }),
  );
  const owned = stack.move();
  return { ...world, authority, google, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const scopesOf = (page: URL) => page.searchParams.get('scope')?.split(' ') ?? [];

it('P8 an artist lets Atelier read their mail at Google: mail alone is asked for, no password, and it goes on when a token is over', async () => {
  await using world = await open();
  const { ask, agree } = await world.as('lea@studio.test');
  const begin = { kind: 'google', address: MAIL, calendars: false, origin: world.origin };
  const { page, landed, signInId } = await agree(await ask('mailboxes.beginSignIn', begin));
  expect(scopesOf(page)).toContain(MAIL_SCOPE);
  expect(scopesOf(page).join(' ')).not.toContain('calendar');
  expect(page.searchParams.get('login_hint')).toBe(MAIL);
  expect(landed.pathname).toBe('/mail');
  expect(await ask('mailboxes.connectSignedIn', { signInId, calendars: null })).toMatchObject({
    renewed: false,
    folders: [{ path: 'INBOX', role: 'inbox' }],
  });
  const [mailbox] = await listMailboxes(world.context, OPERATOR);
  expect(mailbox).toMatchObject({ address: MAIL, signIn: 'google', state: 'ACTIVE' });
  world.authority.expire(MAIL);
  expect(await syncMail(world.context, OPERATOR, { accountId: null, full: false })).toEqual({
    ok: true,
    value: [{ accountId: mailbox?.id, folders: [], commands: expect.any(Number), pushed: 0 }],
  });
  expect(world.authority.asked).toEqual(['authorization_code', 'refresh_token']);
});

it('P2 a sign-in that has ended stops the mailbox once, and a new one of the same person goes on; another person is refused', async () => {
  await using world = await open();
  const { ask, agree } = await world.as('lea@studio.test');
  const begin = { kind: 'google', calendars: false, origin: world.origin };
  const first = await agree(await ask('mailboxes.beginSignIn', begin));
  const connected = await ask('mailboxes.connectSignedIn', { signInId: first.signInId, calendars: null });
  const accountId = String(connected['accountId']);
  world.authority.revoke(MAIL);
  expect(await syncMail(world.context, OPERATOR, { accountId, full: false })).toMatchObject({
    value: [{ error: { kind: 'signed-out' } }],
  });
  expect((await listMailboxes(world.context, OPERATOR))[0]?.state).toBe('CREDENTIALS');
  const again = await agree(await ask('mailboxes.beginSignIn', { ...begin, mailboxId: accountId }));
  expect(again.page.searchParams.get('login_hint')).toBe(MAIL);
  expect(await ask('mailboxes.connectSignedIn', { signInId: again.signInId, calendars: null })).toMatchObject(
    {
      accountId,
      renewed: true,
    },
  );
  expect((await listMailboxes(world.context, OPERATOR))[0]?.state).toBe('ACTIVE');
});

it('P8 without the right to mail nothing is stored', async () => {
  await using world = await open();
  world.authority.rules.withheld = [MAIL_SCOPE];
  const { ask, agree } = await world.as('lea@studio.test');
  const begin = { kind: 'google', calendars: false, origin: world.origin };
  const { signInId } = await agree(await ask('mailboxes.beginSignIn', begin));
  expect(await ask('mailboxes.connectSignedIn', { signInId, calendars: null })).toEqual({
    refused: 'sign-in-rights-missing',
  });
  expect(await listMailboxes(world.context, OPERATOR)).toEqual([]);
});

it('P9 M9 mail and calendars by one sign-in: one credential, which stays as long as one of them needs it', async () => {
  await using world = await open();
  world.google.addCalendar(MAIL, { id: 'studio@group.example', entry: { summary: 'Studio' } });
  const { ask, agree } = await world.as('owner@studio.test');
  const begin = { kind: 'google', calendars: true, origin: world.origin };
  const { signInId } = await agree(await ask('mailboxes.beginSignIn', begin));
  await ask('mailboxes.connectSignedIn', { signInId, calendars: 'all' });
  const { prisma } = world.context.database;
  const [credential, ...others] = await prisma.accountCredential.findMany({ include: { connections: true } });
  expect(others).toEqual([]);
  expect(credential?.connections).toHaveLength(1);
  const [mailbox] = await listMailboxes(world.context, OPERATOR);
  const accountId = mailbox?.id ?? randomUUID();
  // Signing in again for the calendars asks for mail as well: the mailbox is let in by the same.
  const connectionId = credential?.connections[0]?.id;
  const again = await agree(
    await ask('signIns.begin', { kind: 'google', connectionId, origin: world.origin }),
  );
  expect(scopesOf(again.page)).toContain(MAIL_SCOPE);
  expect(again.landed.pathname).toBe('/connections');
  await removeMailbox(world.context, OPERATOR, { accountId, draftsTo: null, keepCalendars: true });
  expect(await prisma.accountCredential.count()).toBe(1);
  expect(await prisma.connection.count()).toBe(1);
  expect(world.authority.lasting(MAIL)).toBeGreaterThan(0);
});
