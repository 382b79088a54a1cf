import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Database } from '@atelier/database/database';
import type { CalDavServer } from '@atelier/testkit/caldav-server';
import { OPERATOR } from '@atelier/usecases/actor';
import type { Context } from '@atelier/usecases/context';
import { editEvent } from '@atelier/usecases/events/edit-event';
import { measureParts } from './breakdown.ts';
import { changeSome, type ServerKind, startFilled } from './filled-server.ts';
import { connectAll, openInstallation } from './installation.ts';
import { rawSync } from './raw.ts';
import type { StepCost } from './step.ts';
import type { ProcessCost, SyncResult } from './sync-result.ts';
import { benchVdirsyncer } from './vdirsyncer.ts';
import type { WireCost } from './wire.ts';

const run = promisify(execFile);
/** As `pnpm worker` runs. */
const WORKER_HEAP = ['--max-semi-space-size=4', '--max-old-space-size=256'];
const WATCH_EVERY_MS = 50;
const programs = { step: './step.ts', wire: './wire.ts' };

/** What a worker meets in a day, beside the bare wire and vdirsyncer, on one server in one go. */
export async function benchSync(kind: ServerKind, size: number): Promise<SyncResult | null> {
  await using server = await startFilled(kind, size);
  if (!server) return null;
  await rawSync(server, ''); // Radicale parses every file once and remembers; nobody should pay for that
  await using bench = await openBench(server);
  const raw = await rawSync(server, '');
  const rawQuiet = await rawSync(server, raw.token);

  const month = watchMonth(bench.context.database);
  const first = await bench.step();
  const monthMs = (await month.stop()) - first.beganAt;
  const quiet = await bench.step();
  await changeSome(server, size, 1, 'Changed once');
  const change = await bench.step();
  await expectMirror(bench, size, 'Changed once', 1);
  await changeSome(server, size, MANY, 'Changed many');
  const changes = await bench.step();
  await expectMirror(bench, size, 'Changed many', MANY);
  await editSome(bench, 1, 'Edited once');
  const push = await bench.step();
  await editSome(bench, MANY, 'Edited many');
  const pushes = await bench.step();
  await expectPushed(bench);

  const wire = await bench.wire();
  const parts = await measureParts(bench.context.database, bench.calendarId);
  const peer = (count: number) => (title: string) => changeSome(server, size, count, title);
  const vdirsyncer = await benchVdirsyncer(server, size, { one: peer(1), many: peer(MANY) }, MANY);
  const steps = { first, quiet, change, changes, push, pushes };
  return { server: kind, size, many: MANY, raw, rawQuiet, monthMs, ...steps, wire, parts, vdirsyncer };
}

const MANY = 100;

/** Figures of a sync that left something out would be worth nothing. */
async function expectMirror(
  { context, calendarId }: Bench,
  size: number,
  title: string,
  changed: number,
): Promise<void> {
  const [row] = await context.database.query<{ sound: number; changed: number }>(
    `SELECT count(*) FILTER (WHERE quarantined IS NULL) AS sound, count(*) FILTER (WHERE position($2 IN source) > 0) AS changed
     FROM calendar_object WHERE calendar_id = $1`,
    [calendarId, `SUMMARY:${title}`],
  );
  if (row?.sound !== size || row.changed !== changed) {
    throw new Error(`the mirror is not the calendar: ${JSON.stringify(row)} of ${size} objects`);
  }
}

/** What people do here; brought to the server by the next run. */
async function editSome({ context, calendarId }: Bench, count: number, title: string): Promise<void> {
  const objects = await context.database.query<{ id: string }>(
    'SELECT id FROM calendar_object WHERE calendar_id = $1 ORDER BY href LIMIT $2',
    [calendarId, count],
  );
  for (const { id } of objects) {
    const patch = { summary: `${title} ${id}` };
    const edited = await editEvent(context, OPERATOR, { id, scope: { scope: 'all' }, patch });
    if (!edited.ok) throw new Error(edited.refusal.message);
  }
}

async function expectPushed({ context }: Bench): Promise<void> {
  const left = await context.database.query('SELECT 1 FROM outbox UNION ALL SELECT 1 FROM conflict');
  if (left.length > 0) throw new Error(`${left.length} edits did not reach the server`);
}

interface Bench extends AsyncDisposable {
  readonly context: Context;
  readonly calendarId: string;
  step(): Promise<ProcessCost<StepCost>>;
  wire(): Promise<ProcessCost<WireCost>>;
}

/** An installation of its own with the server's account connected. */
async function openBench(server: CalDavServer): Promise<Bench> {
  await using stack = new AsyncDisposableStack();
  const installation = stack.use(await openInstallation());
  const { context, env } = installation;
  const [calendar] = await connectAll(installation, server);
  if (!calendar) throw new Error('no calendar');
  const { url, username, password } = server;
  const owned = stack.move();
  return {
    context,
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
