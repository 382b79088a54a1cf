import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import { readConfig } from '@atelier/runtime/config/config';
import { openLiveServices } from '@atelier/runtime/live-services';
import { startWorker } from '@atelier/runtime/worker';
import { findProgram } from '@atelier/testkit/find-program';
import { startPgBouncer } from '@atelier/testkit/pooler/pgbouncer';
import { OPERATOR } from '@atelier/usecases/actor';
import { addCalendar } from '@atelier/usecases/calendars/add-calendar';
import { readiness } from '@atelier/usecases/health/installation-health';
import { expect, test } from 'vitest';
import { expectOk } from './testing/bookable.ts';
import { openTestServer, postJson, watch } from './testing/server.ts';
import { plainEvent } from './testing/signed-in-account.ts';

const installed = findProgram('pgbouncer', `${process.env['PATH'] ?? ''}:/usr/sbin`) !== null;
/** Fewer than one process asks for: its sessions are handed around with every transaction. */
const CONNECTIONS = 3;
const ZONE = 'Europe/Zurich';

async function pooledDatabase() {
  await using stack = new AsyncDisposableStack();
  const created: TestDatabase = stack.use(await createTestDatabase());
  const name = new URL(created.url).pathname.slice(1);
  // Where somebody else's session would show: instants are read in the zone of the session.
  await created.database.pool.query(`ALTER DATABASE "${name}" SET timezone = 'Pacific/Apia'`);
  const pooler = await startPgBouncer(created.url, CONNECTIONS);
  if (!pooler) throw new Error('PgBouncer is not installed.');
  stack.use(pooler);
  const owned = stack.move();
  return {
    settings: { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: created.url },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

test.skipIf(!installed)(
  'S4 two servers behind PgBouncer in transaction mode: all is written, and heard at once',
  async () => {
    await using pooled = await pooledDatabase();
    await using one = await openTestServer({ ...pooled.settings, ATELIER_RATE_LIMITS: 'off' });
    await using other = await openTestServer({ ...pooled.settings, ATELIER_RATE_LIMITS: 'off' });
    await one.addUser('ann@studio.test', 'ADMIN');
    const cookie = await one.signIn('ann@studio.test');
    const calendar = { owner: 'ann@studio.test', name: 'Studio', timeZone: ZONE, kind: 'group' } as const;
    const { id } = expectOk(await addCalendar(one.context, OPERATOR, calendar));
    await using heard = await watch(other, cookie);
    await heard.until('hello');
    const add = (n: number) =>
      postJson(
        `${[one, other][n % 2]?.origin}/trpc/agenda.add`,
        {
          json: {
            calendarId: id,
            fields: plainEvent(`Event ${n}`, '2027-03-10T10:00:00', '2027-03-10T11:00:00'),
          },
        },
        { cookie, origin: String([one, other][n % 2]?.origin) },
      );
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => add(n)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await heard.until('events', 30);
    const rows = await other.context.database.query<{ startsAt: Date }>(
      'SELECT starts_at AS "startsAt" FROM occurrence',
    );
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map(({ startsAt }) => startsAt.toISOString()))).toEqual(
      new Set(['2027-03-10T09:00:00.000Z']),
    );
  },
);

test.skipIf(!installed)('S4 a worker behind PgBouncer does its jobs, and is woken at once', async () => {
  await using pooled = await pooledDatabase();
  const settings = { ATELIER_SECRET: 'x'.repeat(40), ATELIER_LOG_LEVEL: 'silent', ...pooled.settings };
  await using services = await openLiveServices(readConfig(settings), 'test');
  const worker = await startWorker(services);
  await expect.poll(() => readiness(services.context)).toMatchObject({ ok: true, worker: true });
  const { database } = services.context;
  const left = async () => {
    const [row] = await database.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'completed' AND start_after <= now()",
    );
    return row?.n;
  };
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
  await worker.stop();
});
