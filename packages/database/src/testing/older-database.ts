import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { administer } from './migrated-database.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../../prisma/migrations');

/** A database as an installation of some time ago left it, to be brought up to date. */
export interface OlderDatabase extends AsyncDisposable {
  readonly client: pg.Client;
  /** Applies all that comes after what has been applied, up to the migration of this number. */
  migrateTo(number: string): Promise<void>;
}

export async function createOlderDatabase(): Promise<OlderDatabase> {
  const name = `older_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  let pending = readdirSync(MIGRATIONS)
    .filter((folder) => /^\d{4}_/.test(folder))
    .sort();
  return {
    client,
    async migrateTo(number) {
      const now = pending.filter((folder) => folder.slice(0, 4) <= number);
      for (const folder of now)
        await client.query(readFileSync(join(MIGRATIONS, folder, 'migration.sql'), 'utf8'));
      pending = pending.filter((folder) => !now.includes(folder));
    },
    [Symbol.asyncDispose]: async () => {
      await client.end();
      await administer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
