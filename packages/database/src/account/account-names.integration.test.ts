import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../testing/migrated-database.ts';

const MIGRATION = join(
  import.meta.dirname,
  '../../../../prisma/migrations/0007_account_identity/migration.sql',
);

test('accounts that were named by their host alone are told apart; names that people gave stay', async () => {
  await using test = await createTestDatabase();
  const { prisma } = test.database;
  await prisma.user.create({ data: { id: 'ann', name: 'Ann', email: 'ann@studio.test' } });
  const accounts = [
    ['cloud.example', 'ana', 'https://cloud.example/', ['https://cloud.example/dav/calendars/ana/']],
    ['cloud.example', 'leo@x.org', 'https://cloud.example/', ['https://cloud.example/dav/calendars/leo/']],
    ['127.0.0.1', 'max', 'http://127.0.0.1:8080/', ['http://127.0.0.1:8080/max/']],
    ['dav.example', 'mia', 'https://typed.example/', ['https://dav.example/mia/']],
    ['Front desk', 'desk', 'https://cloud.example/', ['https://cloud.example/dav/calendars/desk/']],
    ['old.example', 'ida', 'https://old.example', []],
  ] as const;
  for (const [name, username, serverUrl, homeUrls] of accounts) {
    const data = { ownerId: 'ann', kind: 'CALDAV', name, username, serverUrl, secret: '' } as const;
    await prisma.connection.create({ data: { ...data, homeUrls: [...homeUrls] } });
  }
  const [rename = ''] = /UPDATE "connection"[^;]*/.exec(readFileSync(MIGRATION, 'utf8')) ?? [];
  await test.database.query(rename);
  const names = await test.database.query<{ name: string }>('SELECT name FROM connection ORDER BY name');
  expect(names.map(({ name }) => name).toSorted()).toEqual([
    'Front desk',
    'ana (cloud.example)',
    'ida (old.example)',
    'leo@x.org (cloud.example)',
    'max (127.0.0.1)',
    'mia (dav.example)',
  ]);
});
