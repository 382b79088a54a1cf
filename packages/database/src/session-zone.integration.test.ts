import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { changesAfter } from './feed/change-feed.sql.ts';
import { createTestDatabase } from './testing/migrated-database.ts';
import { transact } from './transaction.ts';

const AT = new Date('2026-03-29T06:58:30.123Z');

it('T1: an instant is the same to Prisma and to SQL, whatever zone the server of the database lives in', async () => {
  await using test = await createTestDatabase();
  const name = new URL(test.database.url).pathname.slice(1);
  await test.database.pool.query(`ALTER DATABASE "${name}" SET timezone = 'Pacific/Apia'`);
  await using database = openDatabase(test.database.url);
  const row = { topic: 'studio', audience: 'STUDIO' };
  await database.prisma.change.create({ data: { ...row, tick: 1n, fromAt: AT } });
  await transact(database, ({ prisma }) => prisma.change.create({ data: { ...row, tick: 2n, fromAt: AT } }));
  const bySql = await database.query(changesAfter, { tick: 0, most: 9 });
  expect(bySql.map(({ from }) => from)).toEqual([AT, AT]);
  const alone = await database.prisma.change.findMany();
  const within = await transact(database, ({ prisma }) => prisma.change.findMany());
  expect([...alone, ...within].map(({ fromAt }) => fromAt)).toEqual([AT, AT, AT, AT]);
});
