import { once } from 'node:events';
import { chown, mkdir, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { DovecotServer } from '@atelier/testkit/mail/dovecot';
import { seededRandom } from '@atelier/testkit/seeded-random';

export const FOLDERS = 20;
const FIRST_MS = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WORDS =
  'rose épaule séance acompte dessin mardi encre bras retouche merci réunion photo prix devis ligne ombre motif fleur lettre soin'.split(
    ' ',
  );

/** As many messages as asked for, in twenty folders, as a server keeps them; an inbox has its share. */
export async function fillMailbox(server: DovecotServer, size: number): Promise<void> {
  await firstSignIn(server);
  const now = Date.now();
  const random = seededRandom(20_260_310);
  const word = () => WORDS[Math.floor(random.next() * WORDS.length)] ?? '';
  const { uid, gid } = await stat(server.maildir);
  for (let folder = 0; folder < FOLDERS; folder += 1) {
    const home = folder === 0 ? server.maildir : join(server.maildir, `.Folder-${folder}`);
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(home, part), { recursive: true, mode: 0o777 });
    const each = Math.floor(size / FOLDERS);
    for (let from = 0; from < each; from += 200)
      await Promise.all(
        Array.from({ length: Math.min(200, each - from) }, (_, n) => {
          const number = folder * each + from + n;
          const name = `${Math.floor(FIRST_MS / 1_000) + number}.M${number}.bench:2,${random.chance(0.9) ? 'S' : ''}`;
          const at = dateOf(now, from + n, each);
          return writeFile(join(home, 'cur', name), letter(number, at, word), { mode: 0o666 });
        }),
      );
    await owned(home, uid, gid);
  }
}

/** One in fifty is of these days, and its text is read for the search; of what is older than a year no text is. */
function dateOf(now: number, n: number, each: number): Date {
  const old = n < each * 0.98;
  return new Date(now - (old ? 500 * DAY_MS : 0) - (each - n) * MINUTE_MS);
}

function letter(number: number, at: Date, word: () => string): string {
  const person = number % 500;
  const thread = number % 3 === 0 ? [] : [`In-Reply-To: <m${number - (number % 3)}@bench.test>`];
  return [
    `From: Person ${person} <person${person}@bench.test>`,
    'To: Ann <ann@studio.test>',
    `Subject: ${thread.length > 0 ? 'Re: ' : ''}${word()} ${word()} ${Math.floor(number / 3)}`,
    `Message-ID: <m${number}@bench.test>`,
    ...thread,
    `Date: ${at.toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    Array.from({ length: 120 }, word).join(' '),
    '',
  ].join('\r\n');
}

/** The server makes the folders of whoever signs in first. */
async function firstSignIn({ port, username, password }: DovecotServer): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'data');
  socket.write(`a LOGIN ${username} ${password}\r\nb SELECT INBOX\r\nc LOGOUT\r\n`);
  socket.resume();
  await once(socket, 'close');
}

async function owned(home: string, uid: number, gid: number): Promise<void> {
  for (const part of ['', 'cur', 'new', 'tmp'])
    await chown(join(home, part), uid, gid).catch(() => undefined);
}
