import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { databaseTrouble } from './postgres/database-trouble.ts';
import { errorCode } from './postgres/error-code.ts';
import { createTestDatabase, type TestDatabase } from './testing/migrated-database.ts';
import { type Transaction, transact } from './transaction.ts';

let opened: TestDatabase;
let database: Database;

beforeAll(async () => {
  opened = await createTestDatabase();
  database = opened.database;
});
afterAll(() => opened[Symbol.asyncDispose]());

const put = ({ prisma }: Pick<Transaction, 'prisma'>, key: string, value: number) =>
  prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
const valueOf = async (key: string) =>
  (await database.prisma.setting.findUnique({ where: { key } }))?.value ?? null;

test('Prisma and plain SQL are one transaction: both are there, or neither', async () => {
  await transact(database, async (transaction) => {
    await put(transaction, 'both', 1);
    const { rows } = await transaction.client.query(`SELECT value FROM setting WHERE key = 'both'`);
    expect(rows).toEqual([{ value: 1 }]);
    expect(await valueOf('both')).toBeNull();
  });
  expect(await valueOf('both')).toBe(1);

  const failing = transact(database, async (transaction) => {
    await put(transaction, 'neither', 1);
    await transaction.client.query(`UPDATE setting SET value = '2' WHERE key = 'both'`);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await valueOf('neither')).toBeNull();
  expect(await valueOf('both')).toBe(1);
});

test('what begins within a transaction by itself is none of it', async () => {
  const failing = transact(database, async () => {
    await database.prisma.$transaction(async (prisma) => put({ prisma }, 'apart', 1));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await valueOf('apart')).toBe(1);
});

test('of two transactions that wait for each other, one is done again', async () => {
  await put(database, 'a', 0);
  await put(database, 'b', 0);
  let begun = 0;
  const met = Promise.withResolvers<void>();
  const both = (first: string, second: string) =>
    transact(database, async (transaction) => {
      await put(transaction, first, 1);
      begun += 1;
      if (begun === 2) met.resolve();
      await met.promise;
      await put(transaction, second, 1);
    });
  await Promise.all([both('a', 'b'), both('b', 'a')]);
  // On a busy machine it may be met again.
  expect(begun).toBeGreaterThan(2);
});

test('what PostgreSQL refuses has its code, whoever asked', async () => {
  await put(database, 'once', 1);
  const again = (transaction: Transaction) =>
    transaction.prisma.setting.create({ data: { key: 'once', value: 2 } });
  await expect(transact(database, again)).rejects.toMatchObject({
    code: '23505',
    message: 'duplicate key value violates unique constraint "setting_pkey"',
  });
  const outside = database.prisma.setting.create({ data: { key: 'once', value: 2 } });
  expect(errorCode(await outside.catch((error: unknown) => error))).toBe('23505');

  const readOnly = async (transaction: Transaction) => {
    await transaction.client.query('SET TRANSACTION READ ONLY');
    await put(transaction, 'once', 2);
  };
  const refused = await transact(database, readOnly).catch((error: unknown) => error);
  expect(errorCode(refused)).toBe('25006');
  expect(databaseTrouble(refused)).toBe('read-only');
});
