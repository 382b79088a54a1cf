import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStatement, type Statement, statement } from './statement.ts';
import { type Catalog, checkStatement, readCatalog } from './testing/check-statement.ts';
import { createTestDatabase, type TestDatabase } from './testing/migrated-database.ts';

const FILES = globSync('**/*.sql.ts', { cwd: import.meta.dirname }).sort();

const ROOT = join(import.meta.dirname, '../../..');
/** What makes, finds and locks the schema itself, or listens to it; and how statements are run. */
const BELOW_STATEMENTS = [
  'packages/database/src/backup/schema-work.ts',
  'packages/database/src/backup/write-backup.ts',
  'packages/database/src/database.ts',
  'packages/database/src/feed/listener.ts',
  'packages/database/src/jobs/install-jobs.ts',
  'packages/database/src/postgres/migrate.ts',
  'packages/database/src/postgres/postgres-cluster.ts',
  'packages/database/src/transaction.ts',
];
const TEXT_THAT_RUNS = /\b(?:query<|query\(\s*[`'"]|\$(?:query|execute)Raw)/;

let test: TestDatabase;
let catalog: Catalog;

beforeAll(async () => {
  test = await createTestDatabase();
  catalog = await onOneConnection(readCatalog);
});
afterAll(() => test[Symbol.asyncDispose]());

async function onOneConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await test.database.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

const check = (one: Statement) => onOneConnection((client) => checkStatement(client, catalog, one));

describe.each(FILES)('the statements of %s', async (file) => {
  const exported: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ `./${file}`);

  it.each(Object.keys(exported))('%s is what the schema says', async (name) => {
    const one = exported[name];
    expect(isStatement(one), 'a file of statements exports nothing else').toBe(true);
    if (isStatement(one)) expect(await check(one)).toEqual([]);
  });
});

it('SQL that nobody has checked runs nowhere', () => {
  const files = globSync('{apps,packages}/*/src/**/*.ts', { cwd: ROOT }).filter(
    (file) => !/\.test\.ts$|\/testing\/|\/generated\//.test(file) && !BELOW_STATEMENTS.includes(file),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => TEXT_THAT_RUNS.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

describe('a statement that is not what it says', () => {
  it.each([
    [
      'a misspelt column',
      statement({ text: 'SELECT nane FROM "user"', params: {}, row: { name: 'text' } }),
      /column "nane" does not exist/,
    ],
    [
      'a wrong type',
      statement({ text: 'SELECT failures FROM source', params: {}, row: { failures: 'timestamptz' } }),
      /failures is int4, not timestamptz/,
    ],
    [
      'a column that may be null',
      statement({ text: 'SELECT language FROM "user"', params: {}, row: { language: 'text' } }),
      /language may be null/,
    ],
    [
      'a column that nobody declared',
      statement({ text: 'SELECT id, name FROM "user"', params: {}, row: { id: 'text' } }),
      /column name \(text\) is not declared/,
    ],
    [
      'a column that is not there',
      statement({ text: 'SELECT id FROM "user"', params: {}, row: { id: 'text', name: 'text' } }),
      /name is not among its columns/,
    ],
    [
      'a wrong parameter',
      statement({
        text: 'SELECT 1 AS n FROM calendar WHERE id = $id',
        params: { id: 'text' },
        row: { n: 'int4' },
      }),
      /\$id is uuid, not text/,
    ],
  ])('is found out: %s', async (_what, one, message) => {
    const found = await check(one).catch((error: Error) => [error.message]);
    expect(found.join()).toMatch(message);
  });

  it('is refused at once: a parameter that it does not have', () => {
    expect(() => statement({ text: 'SELECT $a', params: {}, row: {} })).toThrow(/\$a is no parameter/);
  });
});
