import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

test('I8 B10: people have a whole life from a terminal, and the last admin stays', {
  timeout: 180_000,
}, async () => {
  await using created = await createTestDatabase();
  const env = { DATABASE_URL: created.url };
  const run = (...args: readonly string[]) => cli(env, ['user', ...args, '--json'], '');
  const json = async (...args: readonly string[]): Promise<ReturnType<typeof JSON.parse>> => {
    const ran = await run(...args);
    if (ran.code !== 0) throw new Error(`${args.join(' ')}: ${ran.code} ${ran.stderr}`);
    return JSON.parse(ran.stdout);
  };
  await json('add', '--email', 'ann@b.test', '--name', 'Ann', '--role', 'admin');
  const { id, url } = await json('invite', '--email', 'lea@b.test', '--name', 'Lea', '--role', 'artist');
  expect(url).toMatch(/\/join\/\S{32}$/);
  await json('set-role', 'lea@b.test', 'staff');
  await json('disable', id);
  expect(await json('list')).toMatchObject([
    { email: 'ann@b.test', state: 'active' },
    { email: 'lea@b.test', role: 'STAFF', state: 'disabled' },
  ]);
  await json('enable', id);
  expect((await json('reset-password', 'lea@b.test')).url).not.toBe(url);
  const kept = await run('remove', 'ann@b.test', '--to', 'lea@b.test');
  expect([kept.code, JSON.parse(kept.stdout).error.code]).toEqual([1, 'last-admin']);
  await json('remove', 'lea@b.test');
  expect((await run('disable', 'lea@b.test')).code).toBe(2);
});
