import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { openPrisma } from '../prisma/open-prisma.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { postgresUsers } from './postgres-users.ts';

async function temporaryHome() {
  const home = await mkdtemp(join(tmpdir(), 'atelier-home-'));
  await chmod(home, 0o755);
  return { home, [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }) };
}

const answers = async (url: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('SELECT 1 AS n');
  await client.end();
  return rows[0]?.n === 1;
};

test('one home, several users: the server lives until the last one leaves', async () => {
  await using place = await temporaryHome();
  const other = postgresUsers(join(place.home, 'postgres-users'));
  const postgres = await openEmbeddedPostgres(place.home, { settings: ['fsync=off'] });
  await other.enter(process.ppid); // a living process that is not this one
  await postgres.release();
  expect(await answers(postgres.url)).toBe(true);

  const again = await openEmbeddedPostgres(place.home);
  expect(again.url).toBe(postgres.url);
  await other.leave(process.ppid);
  await again.release();
  await expect(answers(postgres.url)).rejects.toThrow();
});

const killServer = async (home: string) => {
  const [pid] = (await readFile(join(home, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
};

test('S10: a server that is killed while it is held comes back by itself, at the same address', async () => {
  await using place = await temporaryHome();
  const heard: string[] = [];
  const postgres = await openEmbeddedPostgres(place.home, { report: (what) => heard.push(what) });
  for (const round of [1, 2]) {
    await killServer(place.home);
    await expect.poll(() => answers(postgres.url).catch(() => false), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => heard).toHaveLength(2 * round);
  }
  expect(heard).toEqual(['died', 'runs again', 'died', 'runs again']);
  await postgres.release();
  await expect(answers(postgres.url)).rejects.toThrow();
});

test('S10: whoever comes while it is down starts it where the others know it', async () => {
  await using place = await temporaryHome();
  const first = await openEmbeddedPostgres(place.home, { lookAfter: false });
  await killServer(place.home);
  const second = await openEmbeddedPostgres(place.home, { lookAfter: false });
  expect(second.url).toBe(first.url);
  await second.release();
  await first.release();
});

test('a server that was killed hard recovers with its data', async () => {
  await using place = await temporaryHome();
  const first = await openEmbeddedPostgres(place.home, { lookAfter: false });
  const client = new pg.Client({ connectionString: first.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE kept AS SELECT 42 AS n');
  await killServer(place.home);
  await client.end().catch(() => undefined);
  const second = await openEmbeddedPostgres(place.home);
  const after = new pg.Client({ connectionString: second.url });
  await after.connect();
  expect((await after.query('SELECT n FROM kept')).rows).toEqual([{ n: 42 }]);
  await after.end();
  await second.release();
});

test('migrations run once, from two processes at the same time, and match the schema', async () => {
  await using place = await temporaryHome();
  const postgres = await openEmbeddedPostgres(place.home, { settings: ['fsync=off'] });
  const [one, two] = await Promise.all([migrate(postgres.url), migrate(postgres.url)]);
  expect([...one, ...two].sort()).toEqual((await readMigrations()).map(({ name }) => name));
  const database = openDatabase(postgres.url);
  // A column that schema and migrations disagree on fails its model's query.
  const models = Object.entries(openPrisma(database.pool)).filter(
    ([, model]) => typeof model?.findFirst === 'function',
  );
  expect(models.length).toBeGreaterThan(10);
  for (const [, model] of models) await model.findFirst();
  await database[Symbol.asyncDispose]();
  await postgres.release();
});

test('an edited migration and a newer database are refused in words', () => {
  const migration = { name: '0001_x', sql: 'SELECT 1' };
  expect(() => pendingMigrations([migration], [{ name: '0001_x', checksum: 'other' }])).toThrow(
    /changed after/,
  );
  expect(() => pendingMigrations([migration], [{ name: '0002_y', checksum: 'z' }])).toThrow(/newer version/);
});
