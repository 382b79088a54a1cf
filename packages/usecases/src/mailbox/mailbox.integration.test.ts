import { type MailRoom, openMailRoom } from '@atelier/sync/mailbox/testing/mail-room';
import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { type BreaksAt, type LostAnswerServer, startLostAnswer } from '@atelier/testkit/mail/lost-answer';
import { testDovecot } from '@atelier/testkit/mail/test-dovecot';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { changeMailbox, listMailboxes } from './account/mail-accounts.ts';
import { removeMailbox, seeMailboxTies } from './account/remove-mailbox.ts';
import { markMail, moveMail, removeMail } from './act/change-mail.ts';
import { listMail, searchMail, seeThread } from './read/list-mail.ts';
import { openMail } from './read/open-mail.ts';
import { roomMailboxes } from './testing/room-mailboxes.ts';
import { saveDraft, seeOutgoing, settleDraft } from './write/drafts.ts';
import { fileSent } from './write/file-sent.ts';
import { sendDraft, sendOutgoing, settleOutgoing } from './write/send-outgoing.ts';

const person = (userId: string, role: Actor['role'] = 'ARTIST'): Actor => ({
  userId,
  name: userId,
  email: `${userId}@studio.test`,
  role,
});
const [ann, ben, boss] = [person('ann'), person('ben'), person('boss', 'ADMIN')];
const LETTER = [
  'From: Léa <lea@x.test>',
  'To: ann@studio.test',
  'Subject: Rose',
  'Message-ID: <1@x.test>',
  'Date: Tue, 10 Mar 2026 09:00:00 +0000',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Sur l’épaule <script>alert(1)</script></p>',
].join('\r\n');

describe.skipIf(!dovecotInstalled)('mailboxes', () => {
  const server = testDovecot();
  let room: MailRoom;
  let context: Context;
  let now: Date;
  let place: string;
  beforeEach(async () => {
    room = await openMailRoom(server());
    now = new Date();
    const { database, services } = room;
    const { newId } = services;
    const mailboxes = roomMailboxes(room);
    context = { database, newId, clock: () => now, mailboxes } as Partial<Context> as Context;
    for (const { userId, email, role } of [ben, boss])
      await database.prisma.user.create({ data: { id: userId, name: userId, email, role } });
    const other = await room.other();
    await other.append('INBOX', new TextEncoder().encode(LETTER), [], new Date('2026-03-10T09:00:00Z'));
    await other.close();
    await room.run();
    place = (await room.places('INBOX', 'Rose'))[0] ?? '';
    return () => room[Symbol.asyncDispose]();
  });

  const inbox = { folderId: null, role: 'inbox', unread: false, before: null, limit: 10 } as const;
  const subjects = async (actor: Actor) => {
    const page = await listMail(context, actor, inbox);
    return page.ok ? page.value.messages.map(({ subject }) => subject) : page.refusal.code;
  };

  it('M8: a mailbox is its owner’s; an admin sees nothing of it, and nobody learns that it is there', async () => {
    expect(await subjects(ann)).toEqual(['Rose']);
    const asked = { accountId: room.accountId, draftsTo: null, keepCalendars: true };
    for (const stranger of [ben, boss]) {
      expect(await subjects(stranger)).toEqual([]);
      expect(await listMailboxes(context, stranger)).toEqual([]);
      const line = { line: 'rose', accountId: null, before: null, limit: 10 };
      expect((await searchMail(context, stranger, line)).messages).toEqual([]);
      const ids = [place];
      for (const answer of [
        await openMail(context, stranger, place),
        await markMail(context, stranger, { ids, mark: 'seen' }),
        await moveMail(context, stranger, { ids, to: { role: 'trash' } }),
        await removeMail(context, stranger, ids),
        await removeMailbox(context, stranger, asked),
        await seeMailboxTies(context, stranger, room.accountId),
        await changeMailbox(context, stranger, { accountId: room.accountId, readers: ['ben'] }),
      ])
        expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-found' } });
    }
    expect(await room.shown('INBOX')).toEqual(['Rose']);
  });

  it('M8: whom the owner lets read it reads and answers, and gives it to nobody', async () => {
    await changeMailbox(context, ann, { accountId: room.accountId, readers: ['ben'] });
    expect(await subjects(ben)).toEqual(['Rose']);
    const refusal = { ok: false, refusal: { code: 'mailbox-owner-only' } };
    expect(await changeMailbox(context, ben, { accountId: room.accountId, readers: [] })).toMatchObject(
      refusal,
    );
    const asked = { accountId: room.accountId, draftsTo: null, keepCalendars: true };
    expect(await removeMailbox(context, ben, asked)).toMatchObject(refusal);
    await draft(ben);
    const opened = await openMail(context, ann, place);
    const thread = opened.ok && (await seeThread(context, ann, opened.value.threadId));
    expect(thread).toMatchObject({ value: { answering: [{ authorName: 'ben', state: 'DRAFT' }] } });
  });

  it('M6: what was said is found without accents, by its words and by who wrote it', async () => {
    const found = async (line: string) =>
      (await searchMail(context, ann, { line, accountId: null, before: null, limit: 10 })).messages.length;
    expect(
      await Promise.all(
        ['epau', 'from:lea rose', '"sur l epaule"', 'rose -epaule', 'in:sent rose'].map(found),
      ),
    ).toEqual([1, 1, 1, 0, 0]);
  });

  it('M4: what is opened has no script in it', async () => {
    const opened = await openMail(context, ann, place);
    expect(opened).toMatchObject({
      ok: true,
      value: { text: 'Sur l’épaule', html: { html: '<p>Sur l’épaule </p>\n' } },
    });
  });

  async function draft(actor: Actor): Promise<string> {
    const id = context.newId();
    const to = [{ name: 'Léa', address: 'lea@x.test' }];
    const mail = {
      id,
      accountId: room.accountId,
      to,
      cc: [],
      bcc: [{ name: '', address: 'max@x.test' }],
      subject: 'Re: Rose',
    };
    const saved = await saveDraft(context, actor, {
      ...mail,
      text: 'Jeudi ?',
      original: { id: place, answers: 'reply' },
    });
    expect(saved).toMatchObject({ ok: true });
    return id;
  }

  async function sendTo(smtp: LostAnswerServer): Promise<string> {
    const { accountId, database } = room;
    const line = { host: '127.0.0.1', port: smtp.port, security: 'none', pinned: null };
    const account = await database.prisma.mailAccount.findUniqueOrThrow({ where: { id: accountId } });
    const reach = { ...(account.reach as object), smtp: line };
    await database.prisma.mailAccount.update({ where: { id: accountId }, data: { reach } });
    const id = await draft(ann);
    expect(await sendDraft(context, ann, { id, at: null })).toMatchObject({ ok: true });
    return id;
  }

  const work = async (id: string) => {
    await sendOutgoing.work(context, id, { last: false });
    await fileSent.work(context, id, { last: false });
    const seen = await seeOutgoing(context, ann, id);
    return seen.ok ? seen.value.state : seen.refusal.code;
  };
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  it('M3: can be taken back for ten seconds, then goes once, is filed once, and the original is answered', async () => {
    await using smtp = await startLostAnswer('nothing');
    const id = await sendTo(smtp);
    expect(await work(id)).toBe('QUEUED');
    expect(await settleDraft(context, ann, { id, how: 'write-on' })).toMatchObject({ ok: true });
    await sendDraft(context, ann, { id, at: null });
    later(10_000);
    expect(await work(id)).toBe('FILED');
    expect(await work(id)).toBe('FILED');
    expect(smtp.taken).toHaveLength(1);
    expect(smtp.taken[0]).toMatch(/^In-Reply-To: <1@x.test>/m);
    expect(smtp.taken[0]).not.toMatch(/^Bcc:/im);
    expect(await room.there('Sent')).toEqual(['Re: Rose \\Seen']);
    await room.run();
    expect(await room.there('INBOX')).toEqual(['Rose \\Answered']);
  });

  it.each<[BreaksAt, string]>([
    ['data', 'QUEUED'],
    ['body', 'UNKNOWN'],
  ])(
    'M3: a line that breaks at %s leaves it %s; unknown is never sent again by itself',
    async (at, state) => {
      await using smtp = await startLostAnswer(at);
      const id = await sendTo(smtp);
      later(10_000);
      expect(await work(id)).toBe(state);
      later(3_600_000);
      expect(await work(id)).toBe(state);
      expect(smtp.taken).toHaveLength(state === 'UNKNOWN' ? 1 : 0);
      if (state !== 'UNKNOWN') return;
      expect(await settleOutgoing(context, ann, { id, how: 'it-went' })).toMatchObject({ ok: true });
      expect(smtp.taken).toHaveLength(1);
    },
  );

  it('M3: of one that is unknown, a copy among what was sent is the proof that it went', async () => {
    await using smtp = await startLostAnswer('body');
    const id = await sendTo(smtp);
    later(10_000);
    await work(id);
    const other = await room.other();
    await other.append('Sent', new TextEncoder().encode(smtp.taken[0]), [], now);
    await other.close();
    expect(await work(id)).toBe('FILED');
  });
});
