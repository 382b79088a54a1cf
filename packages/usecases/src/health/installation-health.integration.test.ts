import { openDatabase } from '@atelier/database/database';
import { beat } from '@atelier/database/jobs/worker-heartbeat';
import { createTestDatabase } from '@atelier/database/testing/migrated-database';
import { expect, it } from 'vitest';
import { givenStudio } from '../studio/testing/given.ts';
import { examine } from './examine.ts';
import { readiness } from './installation-health.ts';

const clock = () => new Date('2026-03-10T09:00:00Z');
const secrets = { seal: (text: string) => text, open: (text: string) => text, isStale: () => false };

it('S10: readiness writes, so that a full disk is said in words, by the health check and by doctor', async () => {
  await using test = await createTestDatabase();
  const { database } = test;
  await beat(database, clock());
  expect(await readiness({ database, clock })).toEqual({ ok: true, database: true, worker: true });
  await database.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  await database.query(
    'CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON setting FOR EACH ROW EXECUTE FUNCTION full_disk()',
  );
  const full = await readiness({ database, clock });
  expect(full).toMatchObject({ ok: false, database: false, worker: true });
  expect(full.message).toMatch(/disk of the database is full: free space\. Nothing was lost/);
  const findings = await examine({ database, clock, secrets, given: givenStudio() });
  expect(findings.filter(({ check }) => check === 'disk')).toEqual([
    { check: 'disk', status: 'error', message: full.message },
  ]);
  await database.query('DROP TRIGGER full_disk ON setting');
  expect(await readiness({ database, clock })).toMatchObject({ ok: true });
});

it('S10: asked however often, readiness writes once in five seconds', async () => {
  await using test = await createTestDatabase();
  const { database } = test;
  let now = clock();
  const written = async () => {
    await readiness({ database, clock: () => now });
    const [row] = await database.query<{ value: number }>("SELECT value FROM setting WHERE key = 'written'");
    return row?.value;
  };
  const first = await written();
  now = new Date(now.getTime() + 4_999);
  expect(await written()).toBe(first);
  now = new Date(now.getTime() + 1);
  expect(await written()).toBe(now.getTime());
  // A clock that was wrong for a while does not silence it.
  now = clock();
  expect(await written()).toBe(now.getTime());
});

it('S10: a database that is away is said in words', async () => {
  await using database = openDatabase('postgresql://a:b@127.0.0.1:1/x');
  expect(await readiness({ database, clock })).toEqual({
    ok: false,
    database: false,
    worker: false,
    message: expect.stringMatching(/does not answer/) as string,
  });
});
