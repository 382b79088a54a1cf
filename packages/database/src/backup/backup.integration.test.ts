import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { appliedMigrations, migrateTo, readMigrations } from '../postgres/migrate.ts';
import { openPlainClient } from '../postgres/plain-client.ts';
import { addConnection } from '../testing/add-connection.ts';
import { createTestDatabase, disconnectAll, type TestDatabase } from '../testing/migrated-database.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const LATER = new Date('2026-03-10T10:00:00Z');
const DOUBT = { message: 'It was still to be created.', hint: 'Look.' };
const OPTIONS = { replace: false, now: NOW, doubt: DOUBT };

async function scriptOf(url: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBackup(url, NOW).script) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** In pieces that end anywhere, also inside a letter. */
async function* inPieces(script: string, size = 997) {
  const bytes = Buffer.from(script);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A studio whose processes were stopped. */
async function stopped({ url }: TestDatabase): Promise<string> {
  await disconnectAll(url);
  return url;
}

const ODD = 'tab\tline\nback\\slash \\. "quotes" ’ 日本語 🖤 \\N';

async function addRows({ database }: TestDatabase): Promise<void> {
  await database.prisma.user.create({
    data: { id: 'ann', name: ODD, email: 'ann@studio.test', role: 'ADMIN' },
  });
  const id = await addConnection(database, {
    id: randomUUID(),
    ownerId: 'ann',
    name: '\\.',
    address: 'https://dav.test/',
    username: ODD,
    secret: 'sealed',
    homes: ['/a', '/b "c"'],
  });
  expect(id).not.toBe('');
  await database.prisma.session.create({
    data: { id: 's', token: 't', userId: 'ann', expiresAt: NOW, createdAt: NOW, updatedAt: NOW },
  });
}

it('S2: what comes out of a backup is what went into it, letter by letter, but for who was signed in', async () => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  await addRows(from);
  const script = await scriptOf(from.url);
  const url = await stopped(to);
  const restored = await restoreBackup(url, inPieces(script), OPTIONS);
  expect(restored).toMatchObject({ takenAt: NOW, mails: 0, creations: 0 });
  await using plain = await openPlainClient(url, 'atelier-test');
  const { rows } = await plain.client.query('SELECT u.name, c.name AS account FROM "user" u, connection c');
  expect(rows).toEqual([{ name: ODD, account: '\\.' }]);
  expect((await plain.client.query('SELECT 1 FROM session')).rows).toEqual([]);
  const again = await scriptOf(url);
  // Set back on purpose: the place in the feed, the note of it, and when what is looked at.
  const bare = (text: string) =>
    text
      .replace(/COPY "(?:change_clock|setting|source)"[^]*?\n\\\.\n/g, '')
      .replace(/\n-- complete .*\n/, '');
  expect(bare(again)).toBe(bare(script));
});

it('S2: open pages start over, however the feed went on since', async () => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  await addRows(from);
  const url = await stopped(to);
  await restoreBackup(url, inPieces(await scriptOf(from.url)), OPTIONS);
  await using plain = await openPlainClient(url, 'atelier-test');
  const { rows } = await plain.client.query('SELECT tick > 999999999 AS leapt FROM change_clock');
  expect(rows).toEqual([{ leapt: true }]);
});

it('S2: a backup of an older version is brought up to date; one of a newer version is refused', async () => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  const old = (await readMigrations()).slice(0, 20);
  const url = await stopped(from);
  let script = '';
  {
    await using plain = await openPlainClient(url, 'atelier-test');
    const { client } = plain;
    const applied = (await appliedMigrations(client)).filter(({ name }) =>
      old.some((one) => one.name === name),
    );
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await migrateTo(client, applied);
    await client.query(
      `INSERT INTO "user" (id, name, email, role, created_at, updated_at) VALUES ('ann', 'Ann', 'ann@studio.test', 'ADMIN', now(), now())`,
    );
    script = await scriptOf(url);
  }
  const target = await stopped(to);
  await restoreBackup(target, inPieces(script), OPTIONS);
  await using plain = await openPlainClient(target, 'atelier-test');
  expect((await plain.client.query('SELECT name FROM "user"')).rows).toEqual([{ name: 'Ann' }]);
  expect((await appliedMigrations(plain.client)).length).toBe((await readMigrations()).length);
  const newer = script.replace('"migrations":[', '"migrations":[{"name":"9999_later","checksum":"x"},');
  await expect(restoreBackup(target, inPieces(newer), { ...OPTIONS, replace: true })).rejects.toThrow(
    /newer version/,
  );
});

it('B10: what was on its way is not sent unasked, and what could lapse has a day', async () => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  const { prisma } = from.database;
  const mail = { recipient: 'nora@example.org', subject: 'Hi', body: 'Hi', createdAt: NOW, dueAt: NOW };
  await prisma.mail.create({ data: { ...mail, id: randomUUID(), once: 'one' } });
  await prisma.mail.create({ data: { ...mail, id: randomUUID(), once: 'two', state: 'SENT', sentAt: NOW } });
  const inquiry = { clientName: 'Nora', clientEmail: 'nora@example.org', idea: 'A fox', expiresAt: LATER };
  await prisma.inquiry.create({
    data: { ...inquiry, id: randomUUID(), state: 'OPEN', createdAt: NOW, updatedAt: NOW },
  });
  const now = new Date(NOW.getTime() + 7_200_000);
  const url = await stopped(to);
  expect(await restoreBackup(url, inPieces(await scriptOf(from.url)), { ...OPTIONS, now })).toMatchObject({
    mails: 1,
  });
  await using plain = await openPlainClient(url, 'atelier-test');
  const { rows } = await plain.client.query('SELECT state, reason FROM mail ORDER BY once');
  expect(rows).toEqual([
    { state: 'HELD', reason: 'restored' },
    { state: 'SENT', reason: null },
  ]);
  const { rows: lapsing } = await plain.client.query('SELECT expires_at FROM inquiry');
  expect(lapsing).toEqual([{ expires_at: new Date(now.getTime() + 86_400_000) }]);
});

it.each<[string, (script: string) => string, RegExp]>([
  [
    'is cut off between two tables',
    (text) => text.slice(0, text.indexOf('COPY "connection"')),
    /ends in its middle/,
  ],
  ['is cut off inside a table', (text) => text.slice(0, text.indexOf('ann@studio.test')), /./],
  ['lacks a line', (text) => text.replace(/ann\t.*\n/, ''), /./],
  ['lacks its end', (text) => text.replace(/\n-- complete .*\n/, '\n'), /ends in its middle/],
  ['is no backup at all', () => 'PK\u0003\u0004 something else\n', /no backup of Atelier/],
  ['is empty', () => '', /no backup of Atelier/],
  [
    'has a command in it',
    (text) => text.replace('COPY "chair"', 'DROP TABLE "user";\nCOPY "chair"'),
    /no backup of/,
  ],
  [
    'fills a table of its own',
    (text) => text.replace('COPY "chair"', 'COPY "pg_authid"'),
    /never part of Atelier/,
  ],
  ['has another value in a table', (text) => text.replace('ann@studio.test', 'ann@studio.test\tmore'), /./],
])('S2: what %s is refused, and everything is as before', async (_what, spoil, why) => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  await addRows(from);
  const script = spoil(await scriptOf(from.url));
  await to.database.prisma.user.create({
    data: { id: 'bo', name: 'Bo', email: 'bo@studio.test', role: 'ARTIST' },
  });
  const url = await stopped(to);
  await expect(restoreBackup(url, inPieces(script), { ...OPTIONS, replace: true })).rejects.toThrow(why);
  await using plain = await openPlainClient(url, 'atelier-test');
  expect((await plain.client.query('SELECT id FROM "user"')).rows).toEqual([{ id: 'bo' }]);
});

it('S2: a studio is not overwritten unasked, nor while somebody works with it', async () => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  await addRows(from);
  await addRows(to);
  const script = await scriptOf(from.url);
  await expect(restoreBackup(to.url, inPieces(script), { ...OPTIONS, replace: true })).rejects.toMatchObject({
    obstacle: 'in-use',
  });
  const url = await stopped(to);
  await expect(restoreBackup(url, inPieces(script), OPTIONS)).rejects.toMatchObject({
    obstacle: 'not-empty',
  });
});
