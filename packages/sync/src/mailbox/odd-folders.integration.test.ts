import { chown, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dovecotInstalled } from '@atelier/testkit/mail/dovecot';
import { layMail } from '@atelier/testkit/mail/lay-mail';
import { testDovecot } from '@atelier/testkit/mail/test-dovecot';
import { beforeEach, describe, expect, it } from 'vitest';
import { type MailRoom, openMailRoom } from './testing/mail-room.ts';

/** As they stand on a disk (RFC 3501, 5.1.3), and what a person reads. */
const NAMES: readonly (readonly [stored: string, name: string | null])[] = [
  ['Entw&APw-rfe alt', 'Entwürfe alt'],
  ['&2Dzfqw-', '🎫'],
  ['&ZeVnLIqe-', '日本語'],
  ['A &- B', 'A & B'],
  ['Say "hi"', 'Say "hi"'],
  ['back\\slash', 'back\\slash'],
  ['100%', '100%'],
  // Half of a character, base64 that is none, bytes that are no letters.
  ['&2D0-', null],
  ['&AP', null],
  ['&!!-', null],
];

describe.skipIf(!dovecotInstalled)('folders of all kinds', () => {
  const server = testDovecot();
  let room: MailRoom;
  beforeEach(async () => {
    room = await openMailRoom(server());
    await room.run();
    return () => room[Symbol.asyncDispose]();
  });

  async function folder(stored: string): Promise<void> {
    const { uid, gid } = await stat(server().maildir);
    const home = join(server().maildir, `.${stored}`);
    for (const part of ['', 'cur', 'new', 'tmp']) {
      await mkdir(join(home, part), { mode: 0o777 });
      await chown(join(home, part), uid, gid);
    }
  }

  it('M1: whatever folders are called, they are here once, and one that nobody can read stops no other', async () => {
    for (const [stored] of NAMES) await folder(stored);
    const at = new Date('2026-03-10T09:00:00Z');
    const source = new TextEncoder().encode('Subject: One\r\nMessage-ID: <1@x.test>\r\n\r\nx\r\n');
    await layMail(server().maildir, { name: '1', source, at, folder: '.Entw&APw-rfe alt' });
    await layMail(server().maildir, { name: '2', source, at });
    for (let round = 0; round < 3; round += 1) await room.run();
    const folders = await room.database.prisma.mailFolder.findMany({ select: { name: true, path: true } });
    const names = folders.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(NAMES.flatMap(([, name]) => name ?? [])));
    expect(new Set(folders.map(({ path }) => path)).size).toBe(folders.length);
    expect(await room.shown('INBOX')).toEqual(['One']);
    expect(await room.shown('Entwürfe alt')).toEqual(['One']);
  });

  it('M6: a thousand folders are a list like any other, and the inbox is among them', async () => {
    for (let n = 0; n < 1_000; n += 1) await folder(`Client ${n}`);
    await room.run();
    expect(await room.database.prisma.mailFolder.count()).toBeGreaterThan(1_000);
    const source = new TextEncoder().encode('Subject: One\r\nMessage-ID: <1@x.test>\r\n\r\nx\r\n');
    await layMail(server().maildir, { name: '1', source, at: new Date('2026-03-10T09:00:00Z') });
    await room.run();
    expect(await room.shown('INBOX')).toEqual(['One']);
  }, 120_000);
});
