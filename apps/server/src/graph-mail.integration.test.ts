import { randomUUID } from 'node:crypto';
import { startAuthority } from '@atelier/testkit/authority/authority-sandbox';
import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { put } from '@atelier/testkit/sandbox-graph/mail/mail-routes';
import { OPERATOR } from '@atelier/usecases/actor';
import { listMailboxes, syncMail } from '@atelier/usecases/mailbox/account/mail-accounts';
import { markMail, moveMail } from '@atelier/usecases/mailbox/act/change-mail';
import { listMail } from '@atelier/usecases/mailbox/read/list-mail';
import { openMail } from '@atelier/usecases/mailbox/read/open-mail';
import { fileSent } from '@atelier/usecases/mailbox/write/file-sent';
import { sendOutgoing } from '@atelier/usecases/mailbox/write/send-outgoing';
import { expect, it } from 'vitest';
import { mailSignInWorld } from './testing/mail-sign-in.ts';

const MAIL = 'ann@studio.example';

const LETTER = [
  'From: Lea <lea@x.test>',
  `To: ${MAIL}`,
  'Subject: =?UTF-8?Q?Rose_=C3=A9t=C3=A9?=',
  'Message-ID: <1@x.test>',
  'Date: Tue, 10 Mar 2026 09:00:00 +0000',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'On the shoulder?',
  '',
].join('\r\n');

async function open() {
  await using stack = new AsyncDisposableStack();
  const authority = stack.use(await startAuthority({ provider: 'microsoft' }));
  const graph = stack.use(
    await startGraphSandbox({ accepts: (token) => authority.bearer(`Bearer ${token}`)?.mail ?? null }),
  );
  authority.addPerson({ id: 'oid-1', mail: MAIL, tenant: 'studio' });
  graph.addUser(MAIL, 'Ann');
  graph.addCalendar(MAIL, { id: 'AQMkwork', name: 'Work', isDefault: true });
  const world = stack.use(await mailSignInWorld(authority, MAIL, { ATELIER_MICROSOFT_GRAPH: graph.url }));
  const visitor = await world.as('owner@studio.test');
  const { ask, agree } = visitor;
  const connect = async (calendars: 'all' | null) => {
    const begin = { kind: 'microsoft', calendars: calendars !== null, origin: world.origin };
    const begun = await agree(await ask('mailboxes.beginSignIn', begin));
    const connected = await ask('mailboxes.connectSignedIn', { signInId: begun.signInId, calendars });
    return { ...begun, connected };
  };
  const sync = () => syncMail(world.context, OPERATOR, { accountId: null, full: false });
  const inbox = async () => {
    const asked = { folderId: null, role: 'inbox', unread: false, before: null, limit: 50 } as const;
    const listed = await listMail(world.context, OPERATOR, asked);
    return listed.ok ? listed.value.messages : [];
  };
  const arrive = (id: string, text = LETTER) =>
    put(graph.mailOf(MAIL), id, 'AQMk-inbox', Buffer.from(text), '2026-03-10T09:00:00Z');
  const owned = stack.move();
  return {
    ...world,
    authority,
    graph,
    visitor,
    connect,
    sync,
    inbox,
    arrive,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

it('P8 P9 a mailbox at Microsoft by its page, with its calendars: one credential, renewed once for both', async () => {
  await using world = await open();
  const { page, landed, connected } = await world.connect('all');
  expect(page.searchParams.get('scope')?.split(' ')).toEqual(
    expect.arrayContaining(['Mail.ReadWrite', 'Mail.Send', 'Calendars.ReadWrite']),
  );
  expect(landed.pathname).toBe('/mail');
  expect(connected).toMatchObject({ renewed: false });
  const [mailbox] = await listMailboxes(world.context, OPERATOR);
  expect(mailbox).toMatchObject({ address: MAIL, signIn: 'microsoft' });
  const { prisma } = world.context.database;
  const [account] = await prisma.connection.findMany();
  const [stored] = await prisma.mailAccount.findMany();
  expect(stored?.credentialId).toBe(account?.credentialId);
  world.authority.expire(MAIL);
  const calendars = await prisma.calendar.findMany({ where: { connectionId: account?.id ?? '' } });
  await Promise.all([
    world.sync(),
    world.context.engine.runNow(
      calendars.map(({ id }) => id),
      { full: false },
    ),
  ]);
  expect(world.authority.asked).toEqual(['authorization_code', 'refresh_token']);
});

it('M1 M2 what arrives is here, and what is done here is done there', async () => {
  await using world = await open();
  await world.connect(null);
  const letter = world.arrive('1');
  await world.sync();
  const [message] = await world.inbox();
  expect(message).toMatchObject({ subject: 'Rose été', from: [{ name: 'Lea', address: 'lea@x.test' }] });
  const id = message?.id ?? '';
  expect(await openMail(world.context, OPERATOR, id)).toMatchObject({ ok: true });
  await markMail(world.context, OPERATOR, { ids: [id], mark: 'seen' });
  await world.sync();
  expect(letter.fields.isRead).toBe(true);
  await moveMail(world.context, OPERATOR, { ids: [id], to: { role: 'archive' } });
  await world.sync();
  expect(letter.folderId).toBe('AQMk-archive');
  expect(await world.inbox()).toEqual([]);
  // Somebody moves it back in Outlook.
  const mail = world.graph.mailOf(MAIL);
  mail.history += 1;
  mail.left.push({ id: letter.id, folderId: letter.folderId, at: mail.history });
  letter.folderId = 'AQMk-inbox';
  letter.changedAt = mail.history;
  await world.sync();
  expect(await world.inbox()).toHaveLength(1);
  mail.deadBefore = mail.history + 1;
  mail.history += 2;
  await world.sync();
  expect(await world.inbox()).toHaveLength(1);
});

it('M3 what is written here goes out once, and lies once among what was sent', async () => {
  await using world = await open();
  const { connected } = await world.connect(null);
  await world.sync();
  const { ask } = world.visitor;
  const id = randomUUID();
  const to = [{ name: 'Lea', address: 'lea@x.test' }];
  const bcc = [{ name: '', address: 'books@x.test' }];
  const draft = { id, accountId: connected['accountId'], to, cc: [], bcc, subject: 'Rose', text: 'Yes.' };
  await ask('outgoing.save', { ...draft, original: null });
  await ask('outgoing.send', { id, at: null });
  await world.context.database.prisma.outgoingMail.update({
    where: { id },
    data: { sendAt: new Date('2026-01-01T00:00:00Z') },
  });
  world.graph.faults.add({
    effect: { kind: 'reset', at: 'answer' },
    times: 1,
    match: ({ path }) => path.endsWith('/send'),
  });
  await sendOutgoing.work(world.context, id, { last: false });
  await fileSent.work(world.context, id, { last: false });
  const { state } = await world.context.database.prisma.outgoingMail.findUniqueOrThrow({ where: { id } });
  expect(state).toBe('FILED');
  const mail = world.graph.mailOf(MAIL);
  expect(mail.sent.map(({ bcc: blind }) => blind)).toEqual([['books@x.test']]);
  const sent = [...mail.messages.values()].filter(({ folderId }) => folderId === 'AQMk-sentitems');
  expect(sent).toHaveLength(1);
});

it('M8 an account at Microsoft that has no mailbox is told so, and nothing is stored', async () => {
  await using world = await open();
  world.graph.faults.add({
    effect: { kind: 'status', status: 404, code: 'MailboxNotEnabledForRESTAPI' },
    times: 1,
    match: ({ path }) => path === '/me/mailFolders',
  });
  const { connected } = await world.connect(null);
  expect(connected).toEqual({ refused: 'mail-failed' });
  expect(await listMailboxes(world.context, OPERATOR)).toEqual([]);
});
