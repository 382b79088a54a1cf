import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { installJobs } from '../jobs/install-jobs.ts';
import { openPlainClient } from './plain-client.ts';

const directory = fileURLToPath(new URL('../../../../prisma/migrations/', import.meta.url));
/** Any number; the same in every process, so that two starting at once take turns. */
const LOCK = 7_201_455;

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

export async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}_/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(`${directory}${name}/migration.sql`, 'utf8') })),
  );
}

/**
 * Brings the schema up to date, each migration in its own transaction. Safe to run from several
 * processes at once.
 * @returns the names applied now, in order.
 * @throws when an applied migration was edited afterwards, or the database is newer than this program.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const migrations = await readMigrations();
  await using plain = await openPlainClient(url, 'atelier-migrate');
  const { client } = plain;
  await takeSchema(client);
  await client.query(HISTORY);
  const pending = pendingMigrations(migrations, await appliedMigrations(client));
  for (const migration of pending) await apply(client, migration);
  await installJobs(client);
  return pending.map((migration) => migration.name);
}

const HISTORY =
  'CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())';

/** Whoever changes the schema as a whole does so alone, until its connection ends. */
export async function takeSchema(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
}

/** In the order in which they were applied. */
export async function appliedMigrations(client: pg.Client): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT name, checksum FROM schema_migration ORDER BY name',
  );
  return rows;
}

/**
 * Makes the schema as it was after these migrations, inside the caller's transaction; there has to be none.
 * @throws where this program does not know one of them, or knows it otherwise.
 */
export async function migrateTo(client: pg.Client, applied: readonly AppliedMigration[]): Promise<void> {
  const migrations = await readMigrations();
  const later = new Set(pendingMigrations(migrations, applied));
  await client.query(HISTORY);
  for (const migration of migrations) if (!later.has(migration)) await run(client, migration);
}

/** Brings it up to date from there, inside the caller's transaction; without what jobs need. */
export async function migrateOn(client: pg.Client): Promise<void> {
  const pending = pendingMigrations(await readMigrations(), await appliedMigrations(client));
  for (const migration of pending) await run(client, migration);
}

/** Which migrations still have to run, after checking that history is what this program expects. */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = known.get(name);
    if (!migration)
      throw new Error(
        `The database has migration ${name}, which this version of Atelier does not know. Start the newer version.`,
      );
    if (checksumOf(migration) !== checksum)
      throw new Error(`Migration ${name} was changed after it had been applied.`);
  }
  const done = new Set(applied.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await run(client, migration);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed; the database is as it was before it.`, { cause });
  }
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query('INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)', [
    migration.name,
    checksumOf(migration),
  ]);
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
