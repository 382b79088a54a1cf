import { FLAGGED, SEEN } from '@atelier/mail/flags/flag-edit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MailProvider, OpenFolder, RemoteMessage } from '../../port/mail/mail-provider.ts';

/** A mailbox as another program sees and changes it, beside the provider under test. */
export interface MailboxUnderTest {
  readonly connect: () => Promise<MailProvider>;
  /** Empties the mailbox and says which folder is free to be written to. */
  readonly reset: () => Promise<void>;
  /** What the server tells; a provider gives no more. */
  readonly tells: {
    readonly changes: boolean;
    readonly places: boolean;
    readonly removes: boolean;
  };
}

export function letter(n: number, more: readonly string[] = []): Uint8Array {
  return new TextEncoder().encode(
    [
      `From: "Léo ${n}" <leo${n}@x.test>`,
      'To: Studio <info@studio.test>',
      `Subject: =?UTF-8?Q?Rose_=C3=A9t=C3=A9_${n}?=`,
      `Message-ID: <${n}@x.test>`,
      `Date: Tue, 10 Mar 2026 09:0${n % 10}:00 +0000`,
      ...more,
      '',
      `Hello ${n}`,
      '',
    ].join('\r\n'),
  );
}

const AT = new Date('2026-03-10T09:00:00Z');

/** What every provider of mail has to pass, whatever its server can do (M1, M2). */
export function mailContract(name: string, open: () => MailboxUnderTest): void {
  describe(`mail at ${name}`, () => {
    let box: MailboxUnderTest;
    let provider: MailProvider;

    beforeEach(async () => {
      box = open();
      await box.reset();
      provider = await box.connect();
      return () => provider.close();
    });

    const fill = async (count: number, path = 'INBOX') => {
      for (let n = 1; n <= count; n += 1) await provider.append(path, letter(n), [], AT);
    };
    const all = async (folder: OpenFolder): Promise<readonly RemoteMessage[]> =>
      (await Array.fromAsync(folder.messages(await folder.uids()))).flat();
    const subjects = async (path: string) =>
      (await all(await provider.open(path))).map(({ subject }) => subject).toSorted();

    it('M1: lists folders with what they are for and what is in them', async () => {
      await fill(2);
      const folders = await provider.folders();
      const roles = Object.fromEntries(folders.map(({ path, role }) => [path, role?.role]));
      expect(roles).toMatchObject({
        INBOX: 'inbox',
        Sent: 'sent',
        Drafts: 'drafts',
        Trash: 'trash',
        Junk: 'junk',
      });
      expect(folders.find(({ path }) => path === 'INBOX')?.status).toMatchObject({ messages: 2, unseen: 2 });
      const again = await provider.folders();
      expect(again.map(({ status }) => status)).toEqual(folders.map(({ status }) => status));
    });

    it('M5: gives of a message what a list shows', async () => {
      await provider.append(
        'INBOX',
        letter(1, ['In-Reply-To: <0@x.test>', 'References: <a@x.test>\r\n <0@x.test>']),
        [SEEN],
        AT,
      );
      const [message] = await all(await provider.open('INBOX'));
      expect(message).toMatchObject({
        flags: [SEEN],
        messageId: '1@x.test',
        references: ['a@x.test', '0@x.test'],
        from: [{ name: 'Léo 1', address: 'leo1@x.test' }],
        to: [{ name: 'Studio', address: 'info@studio.test' }],
        subject: 'Rose été 1',
        date: new Date('2026-03-10T09:01:00Z'),
        arrived: AT,
        hasAttachment: false,
        hasInvitation: false,
      });
    });

    it('M1: flags that are edited here are those that anybody sees, and only theirs', async () => {
      await fill(3);
      const folder = await provider.open('INBOX');
      const [first = 0, second = 0, third = 0] = await folder.uids();
      await folder.editFlags([first, second], { add: [SEEN, FLAGGED, 'client'], remove: [] });
      await folder.editFlags([second], { add: [], remove: [FLAGGED] });
      expect(await folder.flags([first, second, third])).toEqual([
        { uid: first, flags: [FLAGGED, SEEN, 'client'] },
        { uid: second, flags: [SEEN, 'client'] },
        { uid: third, flags: [] },
      ]);
      expect([await folder.having('seen'), await folder.having('flagged')]).toEqual([
        [first, second],
        [first],
      ]);
    });

    it('M1: what another program changes and deletes is told as far as the server counts changes', async () => {
      await fill(3);
      const other = await box.connect();
      try {
        const before = await provider.open('INBOX');
        const { highestModseq } = before.status;
        const [first = 0, second = 0, third = 0] = await before.uids();
        const theirs = await other.open('INBOX');
        await theirs.editFlags([second], { add: [SEEN], remove: [] });
        if (box.tells.removes) await theirs.remove([third]);
        expect(highestModseq !== null).toBe(box.tells.changes);
        const told =
          highestModseq === null ? null : await (await provider.open('INBOX')).changedSince(highestModseq);
        expect(told === null).toBe(!box.tells.changes);
        if (told) expect(told.filter(({ uid }) => uid !== third)).toEqual([{ uid: second, flags: [SEEN] }]);
        const left = box.tells.removes ? [first, second] : [first, second, third];
        expect(await (await provider.open('INBOX')).uids()).toEqual(left);
      } finally {
        await other.close();
      }
    });

    it('M2: a move leaves one, there and not here', async () => {
      await fill(3);
      const folder = await provider.open('INBOX');
      const [first = 0, second = 0] = await folder.uids();
      const map = await folder.move([first, second], 'Archive');
      expect(map !== null).toBe(box.tells.places);
      expect(await subjects('Archive')).toEqual(['Rose été 1', 'Rose été 2']);
      const here = (await all(await provider.open('INBOX'))).filter(
        ({ flags }) => !flags.includes('\\Deleted'),
      );
      expect(here.map(({ subject }) => subject)).toEqual(['Rose été 3']);
      if (map) expect([...map.values()]).toEqual(await (await provider.open('Archive')).uids());
    });

    it('M2: a move to nowhere leaves everything where it was', async () => {
      await fill(2);
      const folder = await provider.open('INBOX');
      await expect(folder.move(await folder.uids(), 'Nowhere')).rejects.toMatchObject({
        name: 'ProviderFailure',
      });
      const here = await all(await provider.open('INBOX'));
      expect(here.map(({ flags }) => flags)).toEqual([[], []]);
    });

    it('M2: deleting for good takes just these, and not what others have marked', async () => {
      await fill(3);
      const folder = await provider.open('INBOX');
      const [first = 0, second = 0, third = 0] = await folder.uids();
      await folder.editFlags([second], { add: ['\\Deleted'], remove: [] });
      expect(await folder.remove([first])).toBe(box.tells.removes);
      const left = box.tells.removes ? [second, third] : [first, second, third];
      expect(await (await provider.open('INBOX')).uids()).toEqual(left);
    });

    it('M3: finds a mail by its id, and gives the bytes that were laid there', async () => {
      await fill(2, 'Sent');
      const folder = await provider.open('Sent');
      const [uid = 0, ...others] = await folder.withMessageId('2@x.test');
      expect(others).toEqual([]);
      expect(await folder.source(uid, 10_000)).toEqual(Buffer.from(letter(2)));
      await expect(folder.source(uid, 10)).rejects.toMatchObject({ kind: 'too-large' });
      expect(await folder.source(999, 10_000)).toBeNull();
      expect(await folder.withMessageId('3@x.test')).toEqual([]);
    });

    it('M1: a folder that is gone is said to be gone', async () => {
      await expect(provider.open('Nowhere')).rejects.toMatchObject({ kind: 'not-found' });
    });

    it('M2: makes a folder, and writes into it', async () => {
      const path = await provider.create('Été');
      await provider.append(path, letter(1), [SEEN], AT);
      expect(await subjects('Été')).toEqual(['Rose été 1']);
    });
  });
}
