import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { eventFile } from '@atelier/testkit/event-builder';
import { type Sandbox, startSandbox } from '@atelier/testkit/sandbox/sandbox';
import { OPERATOR } from '@atelier/usecases/actor';
import { connectAccount } from '@atelier/usecases/connections/connect-account';
import { tendChannels } from '@atelier/usecases/hints/tend-channels';
import { cpuMsOf, residentMbOf, startChild } from './child.ts';
import { ADMIN, type Installation, openInstallation } from './installation.ts';
import { percentile } from './percentile.ts';
import { type Knock, type Knocked, type Knocker, openKnocker } from './told/knock.ts';

export interface HooksResult {
  readonly seconds: number;
  readonly knocks: number;
  /** A second, as they were answered. */
  readonly rate: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly answerMs: Spread;
  /** A page's question at the same server, before, during and after. */
  readonly readMs: Readonly<Record<'before' | 'during' | 'after', Spread>>;
  /** From a true change until its calendar is due, among all that. */
  readonly heardMs: Spread & { readonly times: number; readonly missed: number };
  /** How often the rows of the calendar were written for all the hints there were. */
  readonly writes: number;
  /** Share of one core; null where that cannot be read. */
  readonly serverCpu: number | null;
  readonly serverMb: { readonly before: number | null; readonly after: number | null };
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

const A_SECOND = 1_000;
const BEAT_MS = 20;
const MIX: readonly Knock[] = ['guessed', 'guessed', 'forged', 'forged', 'replayed', 'replayed', 'replayed'];
/** So many a second open a body and leave it. */
const SLOW = 10;
const QUIET_SECONDS = 10;
const CHANGE_MS = 3_000;
/** What floods is acted on once in so long (a quarter of a minute), and then some. */
const LONGEST_MS = 20_000;
const USER = 'told';

/** A true server, at whose hooks a thousand a second knock: guesses, forgeries, what was sent before, bodies that never end. */
export async function benchHooks(seconds: number): Promise<HooksResult> {
  await using sandbox = await startSandbox({ push: true });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await using installation = await openInstallation({ ATELIER_PUBLIC_URL: origin });
  const calendarId = await connect(installation, sandbox);
  await using server = await startChild(['apps/server/src/main.ts'], {
    ...installation.env,
    PORT: `${port}`,
  });
  const read = await openReader(origin);
  const heard = { times: [] as number[], missed: 0 };
  const hint = changes(installation, sandbox, calendarId);
  await hint();
  const message = sandbox.push?.sent.at(-1);
  if (message === undefined) throw new Error('nothing was told');
  using knocker = openKnocker(origin, message);
  const before = await reads(read, QUIET_SECONDS);
  const [mb, cpu, written] = [residentMbOf(server.pid), cpuMsOf(server.pid), await writesOf(installation)];
  const began = performance.now();
  const ends = began + seconds * 1_000;
  const [knocked, during] = await Promise.all([
    flood(knocker, ends),
    reads(read, seconds),
    listen(hint, ends, heard),
  ]);
  const ms = performance.now() - began;
  const writes = (await writesOf(installation)) - written;
  const used = cpuMsOf(server.pid);
  const after = await reads(read, QUIET_SECONDS);
  return {
    seconds,
    knocks: knocked.length,
    rate: knocked.length / (ms / 1_000),
    statuses: countedBy(knocked),
    answerMs: spreadOf(knocked.filter(({ kind }) => kind !== 'slow').map((one) => one.ms)),
    readMs: { before: spreadOf(before), during: spreadOf(during), after: spreadOf(after) },
    heardMs: { ...spreadOf(heard.times), times: heard.times.length, missed: heard.missed },
    writes,
    serverCpu: cpu === null || used === null ? null : (used - cpu) / ms,
    serverMb: { before: mb, after: residentMbOf(server.pid) },
  };
}

async function connect({ context }: Installation, sandbox: Sandbox): Promise<string> {
  sandbox.addUser(USER, 'secret');
  sandbox.addCalendar(USER, { uri: 'cal', name: 'Told' });
  const typed = { kind: 'caldav', url: sandbox.origin, username: USER, password: 'secret' } as const;
  const connected = await connectAccount(context, OPERATOR, { ...typed, select: 'all' });
  if (!connected.ok) throw new Error(connected.refusal.message);
  const id = connected.value.calendars[0]?.id ?? '';
  await context.engine.runNow([id], { full: false });
  await tendChannels.work(context, connected.value.connectionId);
  return id;
}

/** A change at the provider; gives how long its calendar took to be due, null when it never was. */
function changes({ context }: Installation, sandbox: Sandbox, calendarId: string) {
  const start = Temporal.Instant.from('2027-03-01T10:00:00Z');
  const hintedAt = async () =>
    (
      await context.database.query<{ at: Date | null }>('SELECT hinted_at AS at FROM source WHERE id = $1', [
        calendarId,
      ])
    )[0]?.at?.getTime() ?? 0;
  let n = 0;
  return async (): Promise<number | null> => {
    n += 1;
    const began = Date.now();
    const summary = `Change ${n}`;
    sandbox.put(
      USER,
      'cal',
      'it.ics',
      eventFile({ uid: 'it', summary, start, end: start.add({ hours: 1 }) }),
    );
    while (Date.now() - began < LONGEST_MS) {
      const at = await hintedAt();
      if (at >= began) return at - began;
      await pause(50);
    }
    return null;
  };
}

async function listen(
  hint: () => Promise<number | null>,
  ends: number,
  heard: { readonly times: number[]; missed: number },
): Promise<void> {
  while (performance.now() < ends) {
    const ms = await hint();
    if (ms === null) heard.missed += 1;
    else heard.times.push(ms);
    await pause(CHANGE_MS);
  }
}

async function writesOf({ context: { database } }: Installation): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `SELECT pg_stat_force_next_flush(), n_tup_upd AS n FROM pg_stat_user_tables WHERE relname = 'hint_channel'`,
  );
  return row?.n ?? 0;
}

async function flood(knocker: Knocker, ends: number): Promise<readonly Knocked[]> {
  const [quick, slow]: [Promise<Knocked>[], Promise<Knocked>[]] = [[], []];
  const began = performance.now();
  while (performance.now() < ends) {
    const passed = (performance.now() - began) / 1_000;
    while (quick.length < passed * A_SECOND)
      quick.push(knocker.knock(MIX[quick.length % MIX.length] ?? 'guessed'));
    while (slow.length < passed * SLOW) slow.push(knocker.knock('slow'));
    await pause(BEAT_MS);
  }
  return Promise.all([...quick, ...slow]);
}

async function openReader(origin: string): Promise<() => Promise<number>> {
  const { email, password } = ADMIN;
  const headers = { 'content-type': 'application/json', origin };
  const body = JSON.stringify({ email, password });
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, { method: 'POST', headers, body });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async () => {
    const began = performance.now();
    const read = await fetch(`${origin}/trpc/calendars.list`, { headers: { cookie } });
    if (!read.ok) throw new Error(`a read answered ${read.status}`);
    await read.arrayBuffer();
    return performance.now() - began;
  };
}

async function reads(read: () => Promise<number>, seconds: number): Promise<readonly number[]> {
  const ends = performance.now() + seconds * 1_000;
  const times: number[] = [];
  while (performance.now() < ends) {
    times.push(await read());
    await pause(50);
  }
  return times;
}

function countedBy(knocked: readonly Knocked[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind, status } of knocked)
    counts[`${kind} ${status}`] = (counts[`${kind} ${status}`] ?? 0) + 1;
  return counts;
}

function spreadOf(times: readonly number[]): Spread {
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), longest: Math.max(...times) };
}
