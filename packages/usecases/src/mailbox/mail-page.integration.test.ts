import { type MailRoom, openMailRoom } from '@atelier/sync/mailbox/testing/mail-room';
import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { testDovecot } from '@atelier/testkit/mail/test-dovecot';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { changeMailbox, listColleagues } from './account/mail-accounts.ts';
import { markMail } from './act/change-mail.ts';
import { emptyFolder, listMailIds } from './act/whole-folder.ts';
import { openMail } from './read/open-mail.ts';
import { remotePicture, showPictures } from './read/remote-pictures.ts';
import { roomMailboxes } from './testing/room-mailboxes.ts';
import { saveDraft, seeOutgoing } from './write/drafts.ts';
import { sendDraft } from './write/send-outgoing.ts';
import { takeFiles } from './write/take-files.ts';
import { listTemplates, removeTemplate, saveTemplate } from './write/templates.ts';

const person = (userId: string, role: Actor['role'] = 'ARTIST'): Actor => ({
  userId,
  name: userId,
  email: `${userId}@studio.test`,
  role,
});
const [ann, ben, boss] = [person('ann'), person('ben'), person('boss', 'ADMIN')];
const AT = new Date('2026-03-10T09:00:00Z');

function letter(subject: string, ...rest: readonly string[]): Uint8Array {
  const head = [
    'From: Léa <lea@x.test>',
    'To: ann@studio.test',
    `Subject: ${subject}`,
    `Message-ID: <${subject}@x.test>`,
  ];
  return new TextEncoder().encode([...head, 'Date: Tue, 10 Mar 2026 09:00:00 +0000', ...rest].join('\r\n'));
}

describe.skipIf(!dovecotInstalled)('the page of mail', () => {
  const server = testDovecot();
  let room: MailRoom;
  let context: Context;
  const asked: string[] = [];
  beforeEach(async () => {
    room = await openMailRoom(server());
    asked.length = 0;
    const picture: Context['mailboxes']['picture'] = async (address) => {
      asked.push(address);
      return { type: 'image/png', bytes: new Uint8Array([1]) };
    };
    const { database, services } = room;
    const mailboxes = roomMailboxes(room, { picture });
    context = {
      database,
      newId: services.newId,
      clock: () => new Date(),
      mailboxes,
    } as Partial<Context> as Context;
    for (const { userId, email, role } of [ben, boss])
      await database.prisma.user.create({ data: { id: userId, name: userId, email, role } });
    return () => room[Symbol.asyncDispose]();
  });

  async function arrived(folder: string, ...mails: readonly Uint8Array[]): Promise<void> {
    const other = await room.other();
    for (const mail of mails) await other.append(folder, mail, [], AT);
    await other.close();
    await room.run();
  }
  const placeOf = async (path: string, subject: string) => (await room.places(path, subject))[0] ?? '';

  const HTML = '<img src="https://x.test/a.png" width=300><img src="https://x.test/pixel" width=1 height=1>';
  const newsletter = (subject: string, ...head: readonly string[]) =>
    letter(subject, ...head, 'Content-Type: text/html', '', HTML);

  it('M4: pictures from elsewhere are fetched when a person has said so, and what only tracks never is', async () => {
    await arrived('INBOX', newsletter('One'), newsletter('Two'));
    const id = await placeOf('INBOX', 'One');
    const get = (place: number, actor = ann) => remotePicture(context, actor, { id, place });
    expect(await get(0)).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
    expect(await showPictures(context, ben, { id, always: false })).toMatchObject({ ok: false });
    await showPictures(context, ann, { id, always: false });
    expect(await get(0)).toMatchObject({ ok: true, value: { type: 'image/png' } });
    expect(await get(0, ben)).toMatchObject({ ok: false });
    for (const place of [1, 2]) expect(await get(place)).toMatchObject({ ok: false });
    expect(asked).toEqual(['https://x.test/a.png']);
    const other = await openMail(context, ann, await placeOf('INBOX', 'Two'));
    expect(other).toMatchObject({ value: { pictures: false } });
  });

  it('M4: a sender may be trusted for good, but not who only takes on the name', async () => {
    const forged = 'Authentication-Results: studio.test; dmarc=fail';
    await arrived('INBOX', newsletter('One'), newsletter('Two'), newsletter('Forged', forged));
    await showPictures(context, ann, { id: await placeOf('INBOX', 'One'), always: true });
    const shows = async (subject: string) => {
      const opened = await openMail(context, ann, await placeOf('INBOX', subject));
      return opened.ok && opened.value.pictures;
    };
    expect([await shows('Two'), await shows('Forged')]).toEqual([true, false]);
    const id = await placeOf('INBOX', 'Forged');
    expect(await remotePicture(context, ann, { id, place: 0 })).toMatchObject({ ok: false });
  });

  it('M2: the trash is emptied as a whole, at the server too; no other folder is', async () => {
    await arrived('Trash', letter('One', '', 'x'), letter('Two', '', 'x'));
    await arrived('INBOX', letter('Three', '', 'x'));
    const [trash, inbox] = [await room.folderId('Trash'), await room.folderId('INBOX')];
    expect(await emptyFolder(context, ann, { folderId: inbox, role: 'trash' })).toMatchObject({ ok: false });
    expect(await emptyFolder(context, ben, { folderId: trash, role: 'trash' })).toMatchObject({ ok: false });
    expect(await emptyFolder(context, ann, { folderId: trash, role: 'trash' })).toMatchObject({
      value: { removed: 2 },
    });
    await room.run();
    expect([await room.there('Trash'), await room.there('INBOX')]).toEqual([[], ['Three']]);
  });

  it('M2: a whole folder or a whole search is dealt with, also what no page has loaded', async () => {
    await arrived('INBOX', ...['One', 'Two', 'Three'].map((subject) => letter(subject, '', 'x')));
    const whole = async (list: Parameters<typeof listMailIds>[2]['list'], actor = ann) => {
      const listed = await listMailIds(context, actor, { list, before: null });
      return listed.ok ? listed.value.ids : [];
    };
    const ids = await whole({ folderId: null, role: 'inbox', unread: false });
    expect(ids).toHaveLength(3);
    await markMail(context, ann, { ids: ids.slice(0, 2), mark: 'seen' });
    expect(await whole({ folderId: null, role: 'inbox', unread: true })).toHaveLength(1);
    expect(await whole({ line: 'one' })).toHaveLength(1);
    expect(await whole({ line: 'one' }, ben)).toEqual([]);
  });

  async function answer(actor: Actor, to: string): Promise<string> {
    const id = context.newId();
    const people = { to: [{ name: '', address: 'lea@x.test' }], cc: [], bcc: [] };
    const draft = { id, accountId: room.accountId, ...people, subject: 'Re', text: 'x' };
    expect(
      await saveDraft(context, actor, { ...draft, original: { id: to, answers: 'reply' } }),
    ).toMatchObject({ ok: true });
    return id;
  }

  it('M8: two people never answer one message unknowingly, even at the same moment', async () => {
    await changeMailbox(context, ann, { accountId: room.accountId, readers: ['ben'] });
    await arrived('INBOX', letter('One', '', 'x'));
    const to = await placeOf('INBOX', 'One');
    const mine = await answer(ann, to);
    const theirs = await answer(ben, to);
    const send = (actor: Actor, id: string, despite = false) =>
      sendDraft(context, actor, { id, at: null, despite });
    // Both write: whoever sends first is told so.
    const refusal = { code: 'mail-being-answered', given: { name: 'ben' } };
    expect(await send(ann, mine)).toMatchObject({ ok: false, refusal });
    const both = await Promise.all([send(ann, mine, true), send(ben, theirs)]);
    expect(both.map(({ ok }) => ok)).toContain(true);
    if (both[1]?.ok) return;
    expect(await send(ben, theirs)).toMatchObject({
      ok: false,
      refusal: { code: 'mail-answered', given: { name: 'Ann' } },
    });
    expect(await seeOutgoing(context, ben, theirs)).toMatchObject({ value: { state: 'DRAFT' } });
    expect(await send(ben, theirs, true)).toMatchObject({ ok: true });
  });

  it('M5: files of what is sent on go along, and nobody else’s', async () => {
    const files = [
      '--b',
      'Content-Type: application/pdf; name=idea.pdf',
      'Content-Disposition: attachment',
      '',
      'PDF',
      '--b--',
    ];
    await arrived(
      'INBOX',
      letter('One', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'x', ...files),
    );
    const id = context.newId();
    const draft = { id, accountId: room.accountId, to: [], cc: [], bcc: [], subject: 'Fwd', text: 'x' };
    await saveDraft(context, ann, {
      ...draft,
      original: { id: await placeOf('INBOX', 'One'), answers: 'forward' },
    });
    expect(await takeFiles(context, ben, id)).toMatchObject({ ok: false });
    expect(await takeFiles(context, ann, id)).toEqual({ ok: true, value: { attached: 1 } });
    const kept = await seeOutgoing(context, ann, id);
    expect(kept).toMatchObject({
      value: { files: [{ name: 'idea.pdf', type: 'application/pdf' }] },
    });
  });

  it('M8: templates are everybody’s by an admin’s word, or one’s own and nobody else’s', async () => {
    const template = { name: 'Prices', subject: '', text: 'Dear {client}' };
    const [own, shared] = [context.newId(), context.newId()];
    expect(await saveTemplate(context, ann, { id: own, ...template, shared: false })).toMatchObject({
      ok: true,
    });
    expect(await saveTemplate(context, ann, { id: shared, ...template, shared: true })).toMatchObject({
      ok: false,
    });
    expect(await saveTemplate(context, boss, { id: shared, ...template, shared: true })).toMatchObject({
      ok: true,
    });
    const seen = async (actor: Actor) => (await listTemplates(context, actor)).map(({ id }) => id);
    expect(new Set(await seen(ann))).toEqual(new Set([own, shared]));
    expect(await seen(ben)).toEqual([shared]);
    for (const [actor, id] of [
      [ben, own],
      [boss, own],
      [ben, shared],
    ] as const)
      expect(await removeTemplate(context, actor, id)).toMatchObject({ ok: false });
    expect(await saveTemplate(context, ben, { id: own, ...template, shared: false })).toMatchObject({
      ok: false,
    });
    expect(await removeTemplate(context, ann, own)).toMatchObject({ ok: true });
  });

  it('M8: whoever owns a mailbox learns with whom to share it; others learn no names', async () => {
    expect((await listColleagues(context, ann)).map(({ id }) => id).toSorted()).toEqual(['ben', 'boss']);
    expect(await listColleagues(context, ben)).toEqual([]);
  });
});
