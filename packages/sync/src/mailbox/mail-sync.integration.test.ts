import { rm } from 'node:fs/promises';
import {
  editFlagsHere,
  lockPlaces,
  moveHere,
  type Place,
  removeHere,
} from '@atelier/database/mailbox/placement-store';
import { type Transaction, transact } from '@atelier/database/transaction';
import { FLAGGED, SEEN } from '@atelier/mail/flags/flag-edit';
import { dovecotInstalled, type TellsChanges } from '@atelier/testkit/mail/dovecot';
import { testDovecot } from '@atelier/testkit/mail/test-dovecot';
import { seededRandom } from '@atelier/testkit/seeded-random';
import { beforeEach, describe, expect, it } from 'vitest';
import { type MailRoom, openMailRoom } from './testing/mail-room.ts';

const WAYS: readonly TellsChanges[] = ['qresync', 'condstore', 'neither', 'bare'];
const AT = new Date('2026-03-10T09:00:00Z');

function letter(subject: string, more: readonly string[] = []): Uint8Array {
  const head = [
    'From: Léo <leo@x.test>',
    'To: ann@studio.test',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replaceAll(' ', '-')}@x.test>`,
    'Date: Tue, 10 Mar 2026 09:00:00 +0000',
    ...more,
  ];
  return new TextEncoder().encode([...head, '', `Hello from ${subject}`, ''].join('\r\n'));
}

for (const way of WAYS) {
  describe.skipIf(!dovecotInstalled)(`mailboxes, ${way}`, () => {
    const server = testDovecot(way);
    let room: MailRoom;
    beforeEach(async () => {
      room = await openMailRoom(server());
      return () => room[Symbol.asyncDispose]();
    });

    const fill = async (...subjects: readonly string[]) => {
      const other = await room.other();
      for (const subject of subjects) await other.append('INBOX', letter(subject), [], AT);
      await other.close();
    };
    const act = async (
      ids: readonly string[],
      work: (transaction: Transaction, places: readonly Place[]) => Promise<void>,
    ) =>
      transact(room.database, async (transaction) => {
        await work(transaction, await lockPlaces(transaction, { ids, accountIds: [room.accountId] }));
      });
    const same = async (...paths: readonly string[]) => {
      for (const path of paths) expect(await room.shown(path)).toEqual(await room.there(path));
    };

    it('M1: what is there comes here, and what changes there follows', async () => {
      await fill('one', 'two', 'three');
      await room.run();
      await same('INBOX');
      const other = await room.other();
      const inbox = await other.open('INBOX');
      const [first = 0, second = 0] = await inbox.uids();
      await inbox.editFlags([first], { add: [SEEN, 'client'], remove: [] });
      await inbox.move([second], 'Archive');
      await other.append('INBOX', letter('four'), [FLAGGED], AT);
      await other.close();
      await room.run();
      await same('INBOX', 'Archive');
      expect(await room.shown('INBOX')).toHaveLength(3);
      // A message that was moved is the one that it was.
      expect(await room.database.prisma.mailMessage.count()).toBe(4);
    });

    it('M2: what is done here shows at once and reaches the server', async () => {
      await fill('one', 'two', 'three');
      await room.run();
      const [one = '', two = ''] = await room.places('INBOX', 'one', 'two');
      const archive = await room.folderId('Archive');
      await act([one], (transaction, places) =>
        editFlagsHere(transaction, places, { add: [SEEN, FLAGGED], remove: [] }, AT),
      );
      await act([two], (transaction, places) => moveHere(transaction, places, archive, AT));
      expect(await room.shown('INBOX')).toEqual(['one \\Flagged,\\Seen', 'three']);
      expect(await room.shown('Archive')).toEqual(['two']);
      expect(await room.there('Archive')).toEqual([]);
      await room.run();
      await same('INBOX', 'Archive');
      await room.run();
      await same('INBOX', 'Archive');
      expect(await room.shown('Archive')).toEqual(['two']);
      expect(await room.database.prisma.mailEdit.count()).toBe(0);
    });

    it('M2: deleted for good is gone on both sides, or shows again where the server cannot', async () => {
      await fill('one', 'two');
      await room.run();
      await act(await room.places('INBOX', 'one'), (transaction, places) =>
        removeHere(transaction, places, AT),
      );
      expect(await room.shown('INBOX')).toEqual(['two']);
      await room.run();
      expect(await room.shown('INBOX')).toEqual(way === 'bare' ? ['one', 'two'] : ['two']);
      await same('INBOX');
    });

    it('M1: another UIDVALIDITY loses nothing and doubles nothing', async () => {
      await fill('one', 'two', 'three');
      await room.run();
      const before = await room.database.prisma.mailPlacement.findMany({ orderBy: { id: 'asc' } });
      const other = await room.other();
      await rm(`${server().maildir}/dovecot-uidlist`, { force: true });
      await rm(`${server().maildir}/dovecot-uidvalidity`, { force: true });
      for (const name of [
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
        'dovecot.list.index',
        'dovecot.list.index.log',
      ])
        await rm(`${server().maildir}/${name}`, { force: true });
      await other.close();
      await room.run();
      await same('INBOX');
      const after = await room.database.prisma.mailPlacement.findMany({ orderBy: { id: 'asc' } });
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    });

    it('M1: an incremental history equals a fresh one, whatever both sides do', async () => {
      const random = seededRandom(20_260_310);
      await fill(...Array.from({ length: 12 }, (_, n) => `mail ${n}`));
      await room.run();
      for (let round = 0; round < 4; round += 1) {
        const other = await room.other();
        const inbox = await other.open('INBOX');
        for (const uid of await inbox.uids()) {
          const chance = random.next();
          if (chance < 0.2) await inbox.editFlags([uid], { add: [SEEN], remove: [FLAGGED] });
          else if (chance < 0.3) await inbox.move([uid], 'Archive');
          else if (chance < 0.4) await inbox.editFlags([uid], { add: [FLAGGED], remove: [SEEN] });
        }
        await other.append('INBOX', letter(`later ${round}`), [], AT);
        await other.close();
        const shown = await room.database.prisma.mailPlacement.findMany({
          where: { shownIn: { not: null } },
        });
        const mine = shown.filter(() => random.chance(0.3)).map(({ id }) => id);
        const archive = await room.folderId('Archive');
        const half = mine.slice(0, Math.ceil(mine.length / 2));
        await act(half, (transaction, places) =>
          editFlagsHere(transaction, places, { add: ['mine'], remove: [] }, AT),
        );
        await act(mine.slice(half.length), (transaction, places) =>
          moveHere(transaction, places, archive, AT),
        );
        await room.run();
      }
      await room.run();
      await same('INBOX', 'Archive');
      await room.run(true);
      await same('INBOX', 'Archive');
    });

    it('M6: a quiet round asks for the list and nothing else', async () => {
      await fill('one');
      await room.run();
      await room.run();
      const [report] = await room.engine.runNow([room.accountId], { full: false });
      if (way !== 'qresync' && way !== 'condstore') return;
      // The sign-in, and the list.
      expect(report).toMatchObject({ folders: [], commands: 2 });
    });
  });
}
