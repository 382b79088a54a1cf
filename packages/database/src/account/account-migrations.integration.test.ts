import { expect, test } from 'vitest';
import { createOlderDatabase, type OlderDatabase } from '../testing/older-database.ts';

const ANN = `INSERT INTO "user" (id, name, email, updated_at) VALUES ('ann', 'Ann', 'ann@studio.test', now())`;

interface Account {
  readonly name: string;
  readonly username: string;
  readonly url: string;
  readonly principal?: string;
  readonly homes: readonly string[];
}

async function addAccount({ client }: OlderDatabase, account: Account): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO connection (owner_id, kind, name, server_url, username, secret, principal_url, home_urls, failure_kind)
     VALUES ('ann', 'NEXTCLOUD', $1, $2, $3, 'sealed', $4, $5, 'not-caldav') RETURNING id`,
    [account.name, account.url, account.username, account.principal ?? null, account.homes],
  );
  return rows[0]?.id ?? '';
}

test('accounts that were named by their host alone are told apart; names that people gave stay', async () => {
  await using old = await createOlderDatabase();
  await old.migrateTo('0006');
  await old.client.query(ANN);
  const accounts = [
    ['cloud.example', 'ana', 'https://cloud.example/', ['https://cloud.example/dav/calendars/ana/']],
    ['cloud.example', 'leo@x.org', 'https://cloud.example/', ['https://cloud.example/dav/calendars/leo/']],
    ['127.0.0.1', 'max', 'http://127.0.0.1:8080/', ['http://127.0.0.1:8080/max/']],
    ['dav.example', 'mia', 'https://typed.example/', ['https://dav.example/mia/']],
    ['Front desk', 'desk', 'https://cloud.example/', ['https://cloud.example/dav/calendars/desk/']],
    ['old.example', 'ida', 'https://old.example', []],
  ] as const;
  for (const [name, username, url, homes] of accounts) await addAccount(old, { name, username, url, homes });
  await old.migrateTo('0007');
  const { rows } = await old.client.query<{ name: string }>('SELECT name FROM connection');
  expect(rows.map(({ name }) => name).toSorted()).toEqual([
    'Front desk',
    'ana (cloud.example)',
    'ida (old.example)',
    'leo@x.org (cloud.example)',
    'max (127.0.0.1)',
    'mia (dav.example)',
  ]);
});

test('an account keeps its secret under the id that it is sealed for, and how it is reached', async () => {
  await using old = await createOlderDatabase();
  await old.migrateTo('0015');
  await old.client.query(ANN);
  const homes = ['https://cloud.example/dav/calendars/ana/', 'https://cloud.example/dav/more/'];
  const url = 'https://cloud.example/';
  const principal = 'https://cloud.example/dav/principals/ana/';
  const known = await addAccount(old, { name: 'Ana', username: 'ana', url, principal, homes });
  const bare = await addAccount(old, { name: 'Bare', username: 'ana', url, homes });
  await old.migrateTo('9999');
  const { rows } = await old.client.query(
    `SELECT k.id, k.kind, k.address, k.account_id, k.reach, k.failure_kind, c.id AS credential, c.kind AS with,
       c.username, c.secret
     FROM connection k JOIN account_credential c ON c.id = k.credential_id ORDER BY k.name`,
  );
  const same = {
    kind: 'nextcloud',
    address: url,
    failure_kind: 'wrong-service',
    with: 'PASSWORD',
    username: 'ana',
    secret: 'sealed',
  };
  expect(rows).toEqual([
    { ...same, id: known, credential: known, account_id: principal, reach: { principal, homes } },
    { ...same, id: bare, credential: bare, account_id: homes[0], reach: { principal: null, homes } },
  ]);
});

test('a calendar keeps its pace, its failure and its log as a source of the same id', async () => {
  await using old = await createOlderDatabase();
  await old.migrateTo('0015');
  await old.client.query(ANN);
  const home = 'https://cloud.example/dav/ana/';
  const connection = await addAccount(old, { name: 'Ana', username: 'ana', url: home, homes: [home] });
  const { rows } = await old.client.query<{ id: string }>(
    `INSERT INTO calendar (owner_id, connection_id, href, name, time_zone, enabled, interval_seconds, interval_chosen,
       next_sync_at, failures, failure_kind, failure_message, failure_hint, last_complete_at, full_requested)
     VALUES ('ann', $1, '/work/', 'Work', 'Europe/Zurich', false, 900, true, '2026-03-10T09:00Z', 3, 'timeout', 'Slow.', 'Wait.',
       '2026-03-09T09:00Z', true), ('ann', NULL, NULL, 'Own', 'Europe/Zurich', true, 300, false, '2026-03-10T09:00Z', 0,
       NULL, NULL, NULL, NULL, false) RETURNING id`,
    [connection],
  );
  const [work, own] = rows.map(({ id }) => id);
  await old.client.query(
    `INSERT INTO sync_log (calendar_id, started_at, duration_ms, trigger, outcome, error_kind)
     VALUES ($1, now(), 1, 'schedule', 'failed', 'not-caldav')`,
    [work],
  );
  await old.migrateTo('9999');
  // Later everybody also gets a private one.
  const sources = await old.client.query(
    'SELECT * FROM source WHERE id = ANY ($1) ORDER BY connection_id NULLS LAST',
    [[work, own]],
  );
  expect(sources.rows).toMatchObject([
    {
      id: work,
      kind: 'CALENDAR',
      connection_id: connection,
      enabled: false,
      interval_seconds: 900,
      interval_chosen: true,
      next_sync_at: new Date('2026-03-10T09:00Z'),
      failures: 3,
      failure_kind: 'timeout',
      last_complete_at: new Date('2026-03-09T09:00Z'),
      full_requested: true,
    },
    { id: own, kind: 'CALENDAR', connection_id: null, enabled: true, next_sync_at: null },
  ]);
  const logs = await old.client.query('SELECT source_id, error_kind FROM sync_log');
  expect(logs.rows).toEqual([{ source_id: work, error_kind: 'wrong-service' }]);
  await old.client.query('DELETE FROM calendar');
  expect((await old.client.query('SELECT 1 FROM source')).rows).toEqual([]);
});
