import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Database } from '@atelier/database/database';
import { readConfig } from '@atelier/runtime/config';
import { openServices } from '@atelier/runtime/services';
import type { CalDavServer } from '@atelier/testkit/caldav-server';
import { OPERATOR } from '@atelier/usecases/actor';
import { addUser } from '@atelier/usecases/add-user';
import { connectAccount } from '@atelier/usecases/connect-account';
import { measureParts } from './breakdown.ts';
import { changeOne, type ServerKind, startFilled } from './filled-server.ts';
import type { SyncResult } from './print.ts';
import { rawSync } from './raw.ts';
import type { StepCost } from './step.ts';
import { benchVdirsyncer } from './vdirsyncer.ts';
import type { WireCost } from './wire.ts';

export type { ServerKind } from './filled-server.ts';

const run = promisify(execFile);
/** As `pnpm worker` runs. */
const WORKER_HEAP = ['--max-semi-space-size=4', '--max-old-space-size=256'];
const WATCH_EVERY_MS = 50;
const programs = { step: './step.ts', wire: './wire.ts' };

/** A run with what its process took from start to end: how vdirsyncer is measured. */
export type ProcessCost<Cost> = Cost & { readonly processMs: number };

/** First sync, quiet sync and one change, beside the bare wire and vdirsyncer, on one server in one go. */
export async function benchSync(kind: ServerKind, size: number): Promise<SyncResult | null> {
  await using server = await startFilled(kind, size);
  if (!server) return null;
  await using bench = await openBench(server);
  await rawSync(server, ''); // Radicale parses every file once and remembers; nobody should pay for that
  const raw = await rawSync(server, '');
  const rawQuiet = await rawSync(server, raw.token);

  const month = watchMonth(bench.database);
  const first = await bench.step();
  const monthMs = (await month.stop()) - first.beganAt;
  const quiet = await bench.step();
  await changeOne(server, size, 'Changed once');
  const change = await bench.step();
  await expectMirror(bench, size, 'Changed once');
  const wire = await bench.wire();
  const parts = await measureParts(bench.database, bench.calendarId);
  const vdirsyncer = await benchVdirsyncer(server, size, (title) => changeOne(server, size, title));
  return { server: kind, size, raw, rawQuiet, first, monthMs, quiet, change, wire, parts, vdirsyncer };
}

/** Figures of a sync that left something out would be worth nothing. */
async function expectMirror({ database, calendarId }: Bench, size: number, title: string): Promise<void> {
  const [row] = await database.query<{ sound: number; changed: number }>(
    `SELECT count(*) FILTER (WHERE quarantined IS NULL) AS sound, count(*) FILTER (WHERE position($2 IN source) > 0) AS changed
     FROM calendar_object WHERE calendar_id = $1`,
    [calendarId, `SUMMARY:${title}`],
  );
  if (row?.sound !== size || row.changed === 0) {
    throw new Error(`the mirror is not the calendar: ${JSON.stringify(row)} of ${size} objects`);
  }
}

interface Bench extends AsyncDisposable {
  readonly database: Database;
  readonly calendarId: string;
  step(): Promise<ProcessCost<StepCost>>;
  wire(): Promise<ProcessCost<WireCost>>;
}

/** An installation of its own with the server's account connected. */
async function openBench(server: CalDavServer): Promise<Bench> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'atelier-bench-'));
  await chmod(home, 0o755);
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const env = {
    PATH: process.env.PATH,
    ATELIER_HOME: home,
    ATELIER_ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    ATELIER_LOG_LEVEL: 'error',
  };
  const { context } = stack.use(await openServices(readConfig(env), 'bench'));
  await addUser(context, OPERATOR, {
    email: 'b@b.test',
    name: 'Bench',
    role: 'ADMIN',
    password: randomUUID(),
  });
  const { url, username, password } = server;
  const connected = await connectAccount(context, OPERATOR, {
    kind: 'caldav',
    url,
    username,
    password,
    select: 'all',
  });
  const [calendar] = connected.ok ? connected.value.calendars : [];
  if (!calendar) throw new Error(connected.ok ? 'no calendar' : connected.refusal.message);
  const owned = stack.move();
  return {
    database: context.database,
    calendarId: calendar.id,
    step: () => measured<StepCost>(programs.step, [calendar.id], env),
    wire: () => measured<WireCost>(programs.wire, [url, username, password], env),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function measured<Cost>(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ProcessCost<Cost>> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const began = performance.now();
  const { stdout } = await run(process.execPath, [...WORKER_HEAP, path, ...args], { env });
  return { ...(JSON.parse(stdout) as Cost), processMs: performance.now() - began };
}

const epochMs = () => performance.timeOrigin + performance.now();

/** Notes how many of this month's occurrences were readable when; afterwards, when all of them were. */
function watchMonth(database: Database) {
  const seen: { readonly at: number; readonly count: number }[] = [];
  let running = true;
  const count = async () => {
    const [row] = await database.query<{ count: number }>(
      "SELECT count(*) AS count FROM occurrence WHERE starts_at >= date_trunc('month', now()) AND starts_at < date_trunc('month', now()) + interval '1 month'",
    );
    return row?.count ?? 0;
  };
  const watching = (async () => {
    while (running) {
      seen.push({ count: await count(), at: epochMs() });
      await pause(WATCH_EVERY_MS);
    }
  })();
  return {
    /** When the month was first seen complete, in milliseconds of the epoch. */
    async stop(): Promise<number> {
      running = false;
      await watching;
      const all = await count();
      if (all === 0) throw new Error('this month holds nothing to wait for');
      return seen.find((one) => one.count === all)?.at ?? epochMs();
    },
  };
}
