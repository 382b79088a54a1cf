import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transact } from '@atelier/database/transaction';
import { projectRoot } from '@atelier/runtime/config/project-root';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openTestServer, type TestServer } from './testing/server.ts';

const METRICS_TOKEN = 'sixteen-characters';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ METRICS_TOKEN });
});
afterAll(() => server[Symbol.asyncDispose]());

const read = (path: string) => readFile(join(projectRoot, path), 'utf8');

async function metrics(): Promise<string> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  return (await fetch(`${server.origin}/metrics`, { headers })).text();
}

/** What it stands at, of a metric with these labels or none. */
async function valueOf(name: string): Promise<number> {
  const line = (await metrics()).split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

async function alerts(): Promise<readonly Alert[]> {
  const { groups } = parse(await read('deploy/prometheus/alerts.yml')) as { groups: { rules: Alert[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

async function dashboard(): Promise<readonly string[]> {
  const { panels } = JSON.parse(await read('deploy/grafana/atelier.json')) as {
    panels: { targets: { expr: string }[] }[];
  };
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
}

/** Names of metrics in an expression of Prometheus: ours, and those of the process; `up` it makes itself. */
const namesIn = (expression: string) => expression.match(/\b(?:atelier|nodejs|process)_[a-z0-9_]+/g) ?? [];

test('S15 every metric that an alert or the dashboard names is told by a server', async () => {
  const told = new Set([...(await metrics()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  const expressions = [...(await alerts()).map(({ expr }) => expr), ...(await dashboard())];
  const named = new Set(expressions.flatMap(namesIn));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((name) => !told.has(name))).toEqual([]);
});

test('S15 every alert has a runbook, and every runbook its alert', async () => {
  const written = [...(await read('docs/runbooks.md')).matchAll(/^## (\S+)$/gm)].map(([, name = '']) => name);
  const all = await alerts();
  expect(all.map(({ alert }) => alert)).toEqual(written);
  for (const { alert, annotations } of all)
    expect(annotations.runbook).toBe(`docs/runbooks.md#${alert.toLowerCase()}`);
});

test('S15 what waits to leave is counted, and for how long', async () => {
  const { database } = server.context;
  expect(await valueOf('atelier_outbox_age_seconds{kind="writes"}')).toBe(0);
  await database.query(
    `INSERT INTO "user" (id, name, email, role, updated_at) VALUES ('u', 'u', 'u@u.test', 'ADMIN', now())`,
  );
  const [calendar] = await database.query<{ id: string }>(
    `WITH s AS (INSERT INTO source (id, kind, enabled) VALUES (gen_random_uuid(), 'CALENDAR', false) RETURNING id)
     INSERT INTO calendar (id, owner_id, name, kind, time_zone, created_at) SELECT id, 'u', 'c', 'PERSONAL', 'UTC', now() FROM s
     RETURNING id`,
  );
  await database.query(
    `INSERT INTO outbox (id, calendar_id, operation, href, uid, state, next_try_at, created_at)
     SELECT gen_random_uuid(), $1, 'DELETE', n::text, n::text, CASE n WHEN 3 THEN 'PARKED' ELSE 'WAITING' END::"OutboxState",
       now(), now() - n * interval '1 minute' FROM generate_series(1, 3) AS n`,
    [calendar?.id],
  );
  expect(await valueOf('atelier_outbox_waiting{kind="writes"}')).toBe(2);
  expect(await valueOf('atelier_outbox_parked')).toBe(1);
  const age = await valueOf('atelier_outbox_age_seconds{kind="writes"}');
  expect(age).toBeGreaterThanOrEqual(120);
  expect(age).toBeLessThan(180);
});

test('S15 a server that has told its pages everything is not behind', async () => {
  await transact(server.context.database, async (transaction) => {
    transaction.announce({ topic: 'studio' });
  });
  await expect.poll(() => valueOf('atelier_feed_behind')).toBe(0);
  expect(await valueOf('atelier_feed_delay_seconds')).toBe(0);
});
