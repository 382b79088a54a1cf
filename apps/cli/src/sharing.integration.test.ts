import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

const FILE = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:koi\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260704T100000Z\r\nSUMMARY:Koi\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

test('a calendar is made, shared, followed and filled from a terminal', { timeout: 180_000 }, async () => {
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url };
  const json = async (args: readonly string[]): Promise<ReturnType<typeof JSON.parse>> => {
    const ran = await cli(env, [...args, '--json']);
    if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code} ${ran.stderr}`);
    return JSON.parse(ran.stdout);
  };
  for (const name of ['lea', 'max'])
    await json(['user', 'add', '--email', `${name}@b.test`, '--name', name, '--role', 'artist']);
  expect(await json(['calendars'])).toEqual([]);
  expect(await json(['calendars', '--private'])).toHaveLength(2);

  const { id: group } = await json(['group', 'add', 'Convention', '--kind', 'mission']);
  await json(['group', 'member', group, 'max@b.test', '--as', 'read']);
  expect(await json(['group', 'list'])).toMatchObject([{ kind: 'mission', members: [{ level: 'read' }] }]);
  const { id } = await json([
    'calendar',
    'add',
    '--name',
    'Stand',
    '--owner',
    'lea@b.test',
    '--group',
    group,
  ]);
  await json(['calendar', 'share', id, '--with', 'max@b.test', '--as', 'busy']);
  await json(['calendar', 'share', id, '--with', 'everybody', '--as', 'read']);
  await json(['calendar', 'share', id, '--with', 'everybody', '--as', 'none']);
  expect(await json(['calendar', 'shares', id])).toMatchObject([
    { name: 'Convention', level: 'write' },
    { name: 'max', level: 'busy' },
  ]);
  const nobody = await cli(env, ['calendar', 'share', id, '--with', 'Nobody', '--as', 'read']);
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('no such group')]);

  const home = await mkdtemp(join(tmpdir(), 'atelier-sharing-'));
  try {
    const file = join(home, 'koi.ics');
    await writeFile(file, FILE);
    const taken = ['events', 'import', file, '--calendar', id];
    expect(await json([...taken, '--dry-run'])).toMatchObject({ added: 1 });
    expect(await json(taken)).toMatchObject({ added: 1 });
    expect(await json(taken)).toMatchObject({ added: 0, unchanged: 1 });
  } finally {
    await rm(home, { recursive: true });
  }
  const feed = await json(['calendar', 'feed', 'add', id, '--for', 'max@b.test', '--busy-only']);
  expect(feed.url).toMatch(/\/feeds\/[\w-]{32}\.ics$/);
  expect(await json(['calendar', 'feed', 'list', id])).toMatchObject([{ userName: 'max', busyOnly: true }]);
  await json(['calendar', 'feed', 'revoke', feed.id]);
  expect(await json(['calendar', 'feed', 'list', id])).toEqual([]);
});
