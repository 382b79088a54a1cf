import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, test } from 'vitest';
import { cli } from './testing/run-cli.ts';

const PASSPHRASE = 'six words that nobody would guess';

test('S2 S14: an operator backs a studio up and restores it elsewhere, with nothing lost and nothing overwritten', {
  timeout: 180_000,
}, async () => {
  await using from = await createTestDatabase();
  await using to = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'atelier-backup-'));
  const file = join(folder, 'studio.backup');
  const [here, there] = [{ DATABASE_URL: from.url }, { DATABASE_URL: to.url }];
  await from.database.prisma.user.create({
    data: { id: 'ann', name: 'Ann', email: 'ann@studio.test', role: 'ADMIN' },
  });

  expect((await cli(here, ['backup', '--to', file])).code, 'nobody said who can open it').toBe(2);
  const written = await cli(here, ['backup', '--to', file, '--password-stdin', '--json'], PASSPHRASE);
  expect(JSON.parse(written.stdout)).toMatchObject({ file, rows: expect.any(Number) });
  expect(await cli(here, ['backup', '--to', file, '--open'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is there already'),
  });

  const restore = (args: readonly string[], stdin: string) => cli(there, ['restore', file, ...args], stdin);
  expect(await restore(['--password-stdin'], 'another one')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('does not open the backup'),
  });
  const restored = await restore(['--password-stdin'], PASSPHRASE);
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('everybody signs in again') });
  expect(await to.database.prisma.user.findMany({ select: { name: true } })).toEqual([{ name: 'Ann' }]);
  // The line above is the connection of somebody who works with it.
  expect(await restore(['--password-stdin', '--replace'], PASSPHRASE)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is at work with this database'),
  });
  await rm(folder, { recursive: true });
});
