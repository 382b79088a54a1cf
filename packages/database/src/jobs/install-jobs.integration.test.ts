import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/migrated-database.ts';
import { installJobs } from './install-jobs.ts';

let client: pg.Client;

beforeEach(async () => {
  const test = await createTestDatabase();
  client = new pg.Client({ connectionString: test.url });
  await client.connect();
  return async () => {
    await client.end();
    await test[Symbol.asyncDispose]();
  };
});

const answer = async (sql: string) => Object.values((await client.query(sql)).rows[0] ?? {})[0];

/** As an earlier version left it, whose kinds of jobs were others. */
const forget = () => client.query("COMMENT ON SCHEMA pgboss IS 'other'");

it('makes the queues as the kinds of jobs want them, also where they were there otherwise', async () => {
  await forget();
  await client.query("UPDATE pgboss.queue SET retry_limit = 1 WHERE name = 'remind-client'");
  await client.query("UPDATE pgboss.schedule SET cron = '0 0 1 1 *' WHERE key = 'remind-client'");
  await installJobs(client);
  expect(await answer("SELECT retry_limit FROM pgboss.queue WHERE name = 'remind-client'")).toBe(7);
  expect(await answer("SELECT cron FROM pgboss.schedule WHERE key = 'remind-client'")).toBe('* * * * *');
});

it('looks no further where it was installed for these kinds of jobs by this version of the queue', async () => {
  await forget();
  await installJobs(client);
  await client.query('DROP TABLE pgboss.queue CASCADE');
  await installJobs(client);
  await client.query('DROP SCHEMA pgboss CASCADE');
  await installJobs(client);
  expect(await answer('SELECT count(*)::int FROM pgboss.queue')).toBeGreaterThan(10);
});

it('says what to do where the role may not create a schema, and needs no more than one of its own', async () => {
  const role = `plain_${randomUUID().slice(0, 8)}`;
  await client.query(`DROP SCHEMA pgboss CASCADE; CREATE ROLE ${role}; SET ROLE ${role}`);
  try {
    await expect(installJobs(client)).rejects.toThrow(/CREATE SCHEMA pgboss AUTHORIZATION/);
    await client.query(`RESET ROLE; CREATE SCHEMA pgboss AUTHORIZATION ${role}; SET ROLE ${role}`);
    await installJobs(client);
    expect(await answer('SELECT count(*)::int FROM pgboss.queue')).toBeGreaterThan(10);
  } finally {
    await client.query(`RESET ROLE; DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}`);
  }
});
