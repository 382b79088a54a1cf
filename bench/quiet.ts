import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@atelier/database/database';
import { type Child, cpuMsIn, cpuMsOf, residentMbOf, startChild } from './child.ts';
import { type Installation, openInstallation } from './installation.ts';
import { percentile } from './percentile.ts';

export interface QuietResult {
  readonly calendars: number;
  readonly accounts: number;
  readonly told: boolean;
  /** Of the look at what changed nothing, for the length of one interval. */
  readonly seconds: number;
  /** From nothing known to every calendar complete once. */
  readonly firstSeconds: number;
  readonly requests: number;
  readonly looks: number;
  /** Shares of one core; null where that cannot be read. */
  readonly workerCpu: number | null;
  readonly postgresCpu: number | null;
  readonly workerMb: number | null;
  /** How much later than planned a calendar was done. */
  readonly lagMs: { readonly p50: number; readonly p95: number; readonly longest: number };
}

const EACH = 4;
const INTERVAL_SECONDS = 300;
/** How often what is told of is asked all the same (ATELIER_PUSH_POLL_MINUTES). */
const TOLD_SECONDS = 1_800;
const WORKER = ['--max-semi-space-size=4', '--max-old-space-size=256', 'apps/worker/src/main.ts'];

/**
 * One worker keeps so many calendars fresh in which nothing happens, at the default interval of 5 minutes.
 * @param told whether their providers tell of changes, and have been found to.
 */
export async function benchQuiet(calendars: number, told = false): Promise<QuietResult> {
  const accounts = Math.ceil(calendars / EACH);
  await using server = await startChild(['bench/quiet-server.ts', `${accounts}`, `${EACH}`], process.env);
  await using installation = await openInstallation();
  const { database } = installation.context;
  await connectMany(installation, server.ready as ServerAddress);
  const began = performance.now();
  await using worker = await startChild(WORKER, installation.env);
  await until(() => allComplete(database));
  const firstSeconds = (performance.now() - began) / 1_000;
  if (told) await haveTold(database);
  await spread(database, told ? TOLD_SECONDS : INTERVAL_SECONDS);
  await noteLags(database);
  return {
    calendars: accounts * EACH,
    accounts,
    told,
    firstSeconds,
    ...(await watch(installation, server, worker)),
  };
}

interface ServerAddress {
  readonly url: string;
  readonly homes: readonly string[];
}

/** As connecting each of them would leave it, without two thousand rounds of discovery. */
async function connectMany({ context, adminId }: Installation, { url, homes }: ServerAddress): Promise<void> {
  const { database, secrets, newId } = context;
  const rows = homes.map((home, n) => {
    const id = newId();
    return { id, home, username: `user-${n}`, secret: secrets.seal('secret', id) };
  });
  const parameter = JSON.stringify(rows);
  await database.query(
    `WITH wanted AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, home text, username text, secret text)),
     credential AS (
       INSERT INTO account_credential (id, owner_id, kind, username, secret)
       SELECT id, $2, 'PASSWORD', username, secret FROM wanted)
     INSERT INTO connection (id, owner_id, kind, name, address, account_id, reach, credential_id, addresses_at)
     SELECT id, $2, 'caldav', username, $3, home, jsonb_build_object('principal', NULL, 'homes', ARRAY[home]), id, now()
     FROM wanted`,
    [parameter, adminId, url],
  );
  await database.query(
    `WITH wanted AS (
       SELECT gen_random_uuid() AS id, one.id AS connection_id, home, n
       FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, home text), generate_series(0, $3 - 1) AS n),
     added AS (
       INSERT INTO source (id, kind, connection_id, interval_seconds, next_sync_at)
       SELECT id, 'CALENDAR', connection_id, $4, now() FROM wanted)
     INSERT INTO calendar (id, owner_id, connection_id, href, name, time_zone)
     SELECT id, $2, connection_id, regexp_replace(home, '^https?://[^/]+', '') || 'calendar-' || n || '/',
       'Calendar ' || n, 'Europe/Zurich' FROM wanted`,
    [parameter, adminId, EACH, INTERVAL_SECONDS],
  );
  await database.query('ANALYZE');
}

async function allComplete(database: Database): Promise<boolean> {
  const [row] = await database.query<{ left: number }>(
    'SELECT count(*) AS left FROM source WHERE connection_id IS NOT NULL AND (last_complete_at IS NULL OR lease_until > now())',
  );
  return row?.left === 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(200);
}

/** As a provider with WebDAV-Push leaves it that has told of each calendar once, without ten thousand requests for it. */
async function haveTold(database: Database): Promise<void> {
  await database.query(
    `INSERT INTO hint_channel (id, connection_id, calendar_id, means, state, token_hash, keys, created_at, renew_at,
       expires_at, heard_at, proven_at)
     SELECT gen_random_uuid(), connection_id, id, 'webdav-push', 'ACTIVE', sha256(id::text::bytea), '', now(),
       now() + interval '2 days', now() + interval '3 days', now(), now()
     FROM calendar WHERE connection_id IS NOT NULL`,
  );
  await database.query("UPDATE connection SET hints_at = now() + interval '2 days'");
  await database.query('ANALYZE');
}

/** As they stand after a day: accounts evenly over the interval. */
async function spread(database: Database, intervalSeconds: number): Promise<void> {
  await database.query(
    `UPDATE source SET next_sync_at = now() + make_interval(secs => $1 * account.share)
     FROM (SELECT id, row_number() OVER (ORDER BY id)::float8 / count(*) OVER () AS share FROM connection) account
     WHERE account.id = source.connection_id`,
    [intervalSeconds],
  );
}

/** Whenever a look is done, how long after its time that is. */
async function noteLags(database: Database): Promise<void> {
  await database.query('CREATE UNLOGGED TABLE bench_lag (ms float8 NOT NULL)');
  await database.query(
    `CREATE FUNCTION note_lag() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       INSERT INTO bench_lag VALUES (extract(epoch FROM clock_timestamp() - OLD.next_sync_at) * 1000); RETURN NULL; END $$`,
  );
  await database.query(
    `CREATE TRIGGER note_lag AFTER UPDATE OF next_sync_at ON source FOR EACH ROW
     WHEN (NEW.next_sync_at > OLD.next_sync_at) EXECUTE FUNCTION note_lag()`,
  );
}

type Watched = Omit<QuietResult, 'calendars' | 'accounts' | 'told' | 'firstSeconds'>;

async function watch({ context, env }: Installation, server: Child, worker: Child): Promise<Watched> {
  const postgres = join(env.ATELIER_HOME ?? '', 'postgres');
  const cpu = () => [cpuMsOf(worker.pid), cpuMsIn(postgres)] as const;
  await server.ask('count');
  const [before, began] = [cpu(), performance.now()];
  await pause(INTERVAL_SECONDS * 1_000);
  const [after, ms] = [cpu(), performance.now() - began];
  const { requests } = (await server.ask('count')) as { requests: number };
  const share = (which: 0 | 1) =>
    before[which] === null || after[which] === null ? null : (after[which] - before[which]) / ms;
  const lags = (await context.database.query<{ ms: number }>('SELECT ms FROM bench_lag')).map(
    (row) => row.ms,
  );
  return {
    seconds: ms / 1_000,
    requests,
    looks: lags.length,
    workerCpu: share(0),
    postgresCpu: share(1),
    workerMb: residentMbOf(worker.pid),
    lagMs: { p50: percentile(lags, 0.5), p95: percentile(lags, 0.95), longest: Math.max(...lags) },
  };
}
