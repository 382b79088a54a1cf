import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { OPERATOR } from '@atelier/usecases/actor';
import { addEvent } from '@atelier/usecases/events/add-event';
import { addUser } from '@atelier/usecases/people/add-user';
import { type BookingStudio, fillBookingStudio, ZONE } from '../booking-studio.ts';
import { type Child, cpuMsIn, cpuMsOf, startChild } from '../child.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { openPages } from '../open-pages.ts';
import { percentile } from '../percentile.ts';
import { openAgendaPages } from './agenda-pages.ts';
import { type MonthReader, openMonthReader } from './month-reader.ts';

/** Milliseconds. */
export interface Pace {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

/** What one answer costs whoever gives it, and takes whoever waits for it. */
export interface Cost extends Pace {
  /** Milliseconds of processor of the server and of PostgreSQL: a busy machine does not lengthen them. */
  readonly cpuMs: number;
}

export interface Readers {
  readonly events: number;
  /** Agendas that stand open, and as many booking pages. */
  readonly pages: number;
  readonly perSecond: number;
  readonly bytes: number;
  /** One after the other: made anew by the procedure, and kept. */
  readonly anew: Cost;
  readonly kept: Cost;
  /** So many a second in all, while the pages stand open. */
  readonly reads: Cost;
  /** From the moment an event is sent until every open agenda has its month anew. */
  readonly change: Pace;
}

const SERVERS = 2;
const PEOPLE = 26;
const PER_SECOND = 200;
const SECONDS = 10;
const ALONE = 40;
const CHANGES = 5;
/** Half of the month that the studio is filled for: 1,280 events. */
const DAYS = 16;

/** What everybody looks at, on two servers: months of the agenda, and boards of free times. */
export async function benchReaders(pages: number): Promise<Readers> {
  await using installation = await openInstallation();
  await using stack = new AsyncDisposableStack();
  const studio = await fillBookingStudio(installation.context.database, installation.adminId);
  const span = await showable(installation, studio);
  const servers: Child[] = [];
  const origins: string[] = [];
  for (let n = 0; n < SERVERS; n += 1) {
    const port = String(await freePort());
    servers.push(
      stack.use(await startChild(['apps/server/src/main.ts'], { ...installation.env, PORT: port })),
    );
    origins.push(`http://127.0.0.1:${port}`);
  }
  const [first = ''] = origins;
  const cookies = await people(installation, first);
  const reader = stack.use(openMonthReader(span));
  const [cookie = ''] = cookies;
  const bytes = await reader.read(first, cookie);
  const cpu = () =>
    servers.reduce((sum, { pid }) => sum + (cpuMsOf(pid) ?? Number.NaN), 0) +
    (cpuMsIn(String(installation.env['ATELIER_HOME'])) ?? Number.NaN);
  const anew = await oneByOne(cpu, () => reader.readAnew(first, cookie));
  const kept = await oneByOne(cpu, () => reader.read(first, cookie));
  const places = Array.from({ length: pages }, (_, n) => ({
    origin: origins[n % SERVERS] ?? '',
    cookie: cookies[n % PEOPLE] ?? '',
  }));
  const agendas = stack.use(await openAgendaPages(places, reader));
  const { serviceIds, slugs, from, to } = studio;
  const watching = { artist: slugs[0] ?? '', serviceId: serviceIds[0] ?? '', from, to };
  for (const origin of origins) stack.use(await openPages(origin, pages / SERVERS, watching));
  const before = cpu();
  const reads = await manyASecond(reader, places);
  const cpuMs = (cpu() - before) / (PER_SECOND * SECONDS);
  const change = await changes(installation, studio, agendas);
  return {
    events: await eventsIn(installation, span),
    pages,
    perSecond: PER_SECOND,
    bytes,
    anew,
    kept,
    reads: { ...reads, cpuMs },
    change,
  };
}

/** The span that is looked at; stored occurrences cover it, as they do once a calendar was read. */
async function showable({ context: { database } }: Installation, { from: first }: BookingStudio) {
  await database.query(
    "UPDATE calendar SET horizon_from = now() - interval '60 days', horizon_to = now() + interval '300 days'",
  );
  const from = new Date(Temporal.PlainDate.from(first).toZonedDateTime(ZONE).epochMilliseconds);
  return { from, to: new Date(from.getTime() + DAYS * 86_400_000) };
}

async function eventsIn(
  { context: { database } }: Installation,
  span: { from: Date; to: Date },
): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM occurrence WHERE starts_at >= $1 AND starts_at < $2',
    [span.from, span.to],
  );
  return row?.n ?? 0;
}

/** Sessions of the front desk, one a person: so many pages are more than one may keep open. */
async function people({ context }: Installation, origin: string): Promise<readonly string[]> {
  const cookies: string[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const person = { email: `desk-${n}@b.test`, password: 'a long enough password' };
    const added = await addUser(context, OPERATOR, { ...person, name: `Desk ${n}`, role: 'STAFF' });
    if (!added.ok) throw new Error(added.refusal.message);
    const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify(person),
    });
    if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`);
    cookies.push(
      answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    );
  }
  return cookies;
}

async function oneByOne(cpu: () => number, read: () => Promise<unknown>): Promise<Cost> {
  const times: number[] = [];
  const before = cpu();
  for (let n = 0; n < ALONE; n += 1) times.push(await timed(read));
  return { ...paceOf(times), cpuMs: (cpu() - before) / ALONE };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** At their times, whether or not those before them were answered. */
async function manyASecond(
  reader: MonthReader,
  places: readonly { readonly origin: string; readonly cookie: string }[],
): Promise<Pace> {
  const under: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const wait = began + (n * 1_000) / PER_SECOND - performance.now();
    if (wait > 0) await pause(wait);
    const { origin, cookie } = places[n % places.length] ?? { origin: '', cookie: '' };
    under.push(timed(() => reader.read(origin, cookie)));
  }
  return paceOf(await Promise.all(under));
}

async function changes(
  { context }: Installation,
  { from }: BookingStudio,
  agendas: { untilAllHaveAsked(): Promise<void> },
): Promise<Pace> {
  // One that everybody at the desk sees, not somebody's private one.
  const [calendar] = await context.database.query<{ id: string }>(
    'SELECT calendar_id AS id FROM artist LIMIT 1',
  );
  const times: number[] = [];
  for (let n = 0; n < CHANGES; n += 1) {
    const all = agendas.untilAllHaveAsked();
    times.push(
      await timed(async () => {
        const at = (hour: string) => ({ local: `${from}T${hour}:00:00`, zone: ZONE });
        const added = await addEvent(context, OPERATOR, {
          calendarId: calendar?.id ?? '',
          fields: {
            summary: `Change ${n}`,
            location: '',
            description: '',
            start: at('10'),
            end: at('11'),
            url: null,
            rrule: null,
            status: null,
            transparent: false,
            classification: 'public',
          },
        });
        if (!added.ok) throw new Error(added.refusal.message);
        await all;
      }),
    );
  }
  return paceOf(times);
}

function paceOf(times: readonly number[]): Pace {
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), longest: Math.max(...times) };
}
