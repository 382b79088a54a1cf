import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { installJobs } from '../jobs/install-jobs.ts';

const directory = fileURLToPath(new URL('../../../../prisma/migrations/', import.meta.url));
/** Any number; the same in every process, so that two starting at once take turns. */
const LOCK = 7_201_455;

/** An address that swallows everything is as far away as one that refuses. */
const CONNECT_MS = 10_000;

export interface Migration {
  readonly name: string;
  readonly sql: string;
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
  const client = new pg.Client({
    connectionString: url,
    application_name: 'atelier-migrate',
    connectionTimeoutMillis: CONNECT_MS,
  });
  // The statement under way fails by itself; unheard, the event would end the process before anybody is told why.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())',
    );
    const applied = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM schema_migration',
    );
    const pending = pendingMigrations(migrations, applied.rows);
    for (const migration of pending) await apply(client, migration);
    await installJobs(client);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** Which migrations still have to run, after checking that history is what this program expects. */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly { readonly name: string; readonly checksum: string }[],
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
    await client.query(migration.sql);
    await client.query('INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)', [
      migration.name,
      checksumOf(migration),
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed; the database is as it was before it.`, { cause });
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
