import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { migrate } from '../postgres/migrate.ts';

/** Losing a test's data in a power cut is no loss, and no database of a test lives long enough to need cleaning. */
const CARELESS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=128MB',
  'autovacuum=off',
];

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster's own database, to create others from `TEMPLATE`. */
    postgresUrl: string;
  }
}

export const TEMPLATE = 'atelier_template';

/** vitest globalSetup: one real PostgreSQL for all integration tests, with a migrated template. */
export default async function startTestCluster(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'atelier-test-'));
  await chmod(home, 0o755);
  const postgres = await openEmbeddedPostgres(home, { settings: CARELESS });
  const template = new URL(postgres.url);
  template.pathname = `/${TEMPLATE}`;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(template.href);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.release();
    await rm(home, { recursive: true, force: true });
  };
}
