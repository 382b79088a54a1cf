import type pg from 'pg';
import { queryOf } from '../database.ts';
import { JOB_SCHEMA } from '../jobs/job-schema.ts';
import { type AppliedMigration, appliedMigrations, migrateTo, takeSchema } from '../postgres/migrate.ts';
import { openPlainClient } from '../postgres/plain-client.ts';
import { quoted } from './backup-script.ts';
import { planTables, type TablePlan } from './table-plan.ts';

/** One transaction in which nobody else changes the schema; what throws takes all of it back. */
export async function inSchemaAlone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  await using plain = await openPlainClient(url, 'atelier-restore');
  const { client } = plain;
  await takeSchema(client);
  await client.query('BEGIN');
  try {
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** A schema as it was after these migrations, with nothing in it. */
export async function emptySchema(client: pg.Client, migrations: readonly AppliedMigration[]): Promise<void> {
  if (sameHistory(await appliedMigrations(client), migrations))
    await client.query(`DELETE FROM ${JOB_SCHEMA}.job`);
  else await schemaOf(client, migrations);
  const tables = await planTables(queryOf(client));
  await client.query(`TRUNCATE ${tables.map(({ table }) => quoted(table)).join(', ')} CASCADE`);
}

/** The tables of jobs come back with the next migration. */
async function schemaOf(client: pg.Client, migrations: readonly AppliedMigration[]): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${JOB_SCHEMA} CASCADE`);
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  await migrateTo(client, migrations);
}

function sameHistory(one: readonly AppliedMigration[], other: readonly AppliedMigration[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, checksum }, at) => other[at]?.name === name && other[at]?.checksum === checksum)
  );
}

/** The database counts on from what was copied. */
export async function countOn(client: pg.Client, { table, counter }: TablePlan): Promise<void> {
  if (counter === null) return;
  const column = quoted(counter);
  await client.query(
    `SELECT setval(pg_get_serial_sequence($1, $2), max(${column})) FROM ${quoted(table)} HAVING max(${column}) > 0`,
    [quoted(table), counter],
  );
}
