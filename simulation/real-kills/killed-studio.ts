import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openBookings } from '@atelier/database/booking/open-entries';
import { type Database, openDatabase } from '@atelier/database/database';
import { migrate } from '@atelier/database/postgres/migrate';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { createCalDavGateway } from '@atelier/providers/caldav/caldav-gateway';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { AT_A_TIME } from '@atelier/sync/engine-services';
import { createSyncEngine, type SyncEngine } from '@atelier/sync/run/engine';
import { TOLD_SECONDS } from '@atelier/sync/schedule';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { type SeededRandom, seededRandom } from '@atelier/testkit/seeded-random';
import { thisMachine } from '@atelier/testkit/this-machine';
import { CALENDARS, type PlainCalendar } from '../account.ts';
import { USER } from '../dav/dav-side.ts';
import { type CrashablePostgres, openCrashablePostgres } from './crashable-postgres.ts';
import { DoubtfulLedger } from './doubtful-ledger.ts';
import { KeptProcess } from './kept-process.ts';
import { projectRoot } from './project.ts';

const run = promisify(execFile);

export const EMAIL = 'admin@studio.test';
export const PASSWORD = 'a long enough password';
export const PHONE_PASSWORD = 'secret';
const WORKER = ['--max-semi-space-size=4', '--max-old-space-size=256', 'apps/worker/src/main.ts'];
const WORKERS = 2;

/** A whole studio of true processes on a PostgreSQL of its own, with one account at a sandbox that nobody kills. */
export interface KilledStudio extends AsyncDisposable {
  readonly random: SeededRandom;
  readonly ledger: DoubtfulLedger;
  readonly database: Database;
  readonly sandbox: Sandbox;
  readonly postgres: CrashablePostgres;
  readonly workers: readonly KeptProcess[];
  readonly server: KeptProcess;
  readonly origin: string;
  readonly connectionId: string;
  readonly calendarIds: Readonly<Record<PlainCalendar, string>>;
  readonly reported: unknown[];
  /** Emits `call` when somebody asks the server to change something. */
  readonly calls: EventEmitter<{ call: [] }>;
  /** Different at every call: values of fields that occur once. */
  number(): number;
  /** An engine of this process, which nobody kills; for the checks at the end. */
  engine(): SyncEngine;
}

export async function openKilledStudio(seed: number): Promise<KilledStudio> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'atelier-kills-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  await chmod(home, 0o755);
  const postgres = stack.use(await openCrashablePostgres(home));
  await migrate(postgres.url);
  const database = stack.use(openDatabase(postgres.url));
  const sandbox = stack.use(await openSandbox());
  const port = await freePort();
  const env = environment(home, postgres.url, port);
  const connected = await connect(env, sandbox);
  const keep = (name: string, args: readonly string[]) => stack.use(new KeptProcess({ name, args, env }));
  const workers = Array.from({ length: WORKERS }, (_, n) => keep(`worker ${n + 1}`, WORKER));
  const server = keep('server', ['apps/server/src/main.ts']);
  const reported: unknown[] = [];
  const engine = engineOf(stack, database, reported);
  let number = 0;
  const owned = stack.move();
  return {
    ...connected,
    postgres,
    database,
    sandbox,
    workers,
    server,
    reported,
    engine,
    random: seededRandom(seed),
    calls: new EventEmitter(),
    ledger: new DoubtfulLedger(),
    origin: `http://127.0.0.1:${port}`,
    number() {
      number += 1;
      return number;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Slow enough that a kill often meets a run in its middle. */
async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  sandbox.addUser(USER, PHONE_PASSWORD);
  for (const uri of CALENDARS) sandbox.addCalendar(USER, { uri, name: uri });
  sandbox.faults.add({ effect: { kind: 'delay', ms: 15 }, occurs: { probability: 0.5 } });
  sandbox.faults.add({ effect: { kind: 'delay', ms: 80 }, occurs: { probability: 0.2 } });
  return sandbox;
}

function environment(home: string, url: string, port: number): Record<string, string> {
  return {
    ...thisMachine,
    PATH: process.env.PATH ?? '',
    DATABASE_URL: url,
    PORT: String(port),
    ATELIER_HOME: home,
    ATELIER_SECRET: 'k'.repeat(40),
    ATELIER_DEMO: 'off',
    ATELIER_RATE_LIMITS: 'off',
    ATELIER_LOG_LEVEL: 'error',
    ATELIER_TIME_ZONE: 'Europe/Zurich',
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_PASSWORD: PASSWORD,
    ATELIER_ACCOUNT_PASSWORD: PHONE_PASSWORD,
  };
}

type Connected = Pick<KilledStudio, 'connectionId' | 'calendarIds'>;

/** As an operator does it, on the command line. */
async function connect(env: Record<string, string>, sandbox: Sandbox): Promise<Connected> {
  await atelier(env, ['user', 'add', '--email', EMAIL, '--name', 'Admin', '--role', 'admin']);
  const account = ['--kind', 'caldav', '--url', sandbox.url, '--user', USER];
  const { connectionId, calendars } = (await atelier(env, ['connect', ...account])) as {
    connectionId: string;
    calendars: { id: string; name: string }[];
  };
  const idOf = (name: PlainCalendar) => calendars.find((calendar) => calendar.name === name)?.id ?? '';
  return { connectionId, calendarIds: { work: idOf('work'), home: idOf('home') } };
}

async function atelier(env: Record<string, string>, args: readonly string[]): Promise<unknown> {
  const command = ['apps/cli/src/main.ts', ...args, '--json'];
  const { stdout } = await run(process.execPath, command, { cwd: projectRoot, env });
  return JSON.parse(stdout);
}

function engineOf(stack: AsyncDisposableStack, database: Database, reported: unknown[]): () => SyncEngine {
  const gateway = stack.use(
    createCalDavGateway({
      allow: parseAllowList('127.0.0.1'),
      now: () => Temporal.Now.instant(),
      monotonicMs: () => performance.now(),
    }),
  );
  return () =>
    createSyncEngine({
      database,
      clock: () => new Date(),
      random: Math.random,
      newId: randomUUID,
      atATime: AT_A_TIME,
      toldSeconds: TOLD_SECONDS,
      studioZone: async () => 'Europe/Zurich',
      bookings: openBookings(database),
      progressed: () => undefined,
      report: (error) => reported.push(error),
      openAccount: async ({ username, reach }) =>
        gateway.open({ kind: 'password', username, password: PHONE_PASSWORD }, reach),
    });
}
