import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppRouter } from '@atelier/api/app-router';
import { freePort } from '@atelier/database/postgres-cluster';
import { eventFile } from '@atelier/testkit/event-builder';
import { onMethod } from '@atelier/testkit/sandbox/fault-match';
import { type SandboxServer, startSandboxServer } from '@atelier/testkit/sandbox-server';
import { createTRPCClient, createWSClient, httpLink, splitLink, wsLink } from '@trpc/client';
import superjson from 'superjson';
import { WebSocket } from 'ws';
import { startChild } from './child.ts';
import { ADMIN, connectAll, type Installation, openInstallation } from './installation.ts';
import { percentile } from './percentile.ts';

export interface Delay {
  readonly what: string;
  readonly times: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

const WORKER = ['--max-semi-space-size=4', '--max-old-space-size=256', 'apps/worker/src/main.ts'];
const EDITS = 100;
const ASKED = 40;
const CALENDARS = 30;
const WATCH_MS = 180_000;
const SETTLE_MS = 1_500;

/** How long a change takes from one side to the other, through true processes: server, worker, PostgreSQL, one "browser". */
export async function benchLatency(): Promise<readonly Delay[]> {
  await using server = await startSandboxServer();
  for (let n = 0; n < CALENDARS; n += 1) server.sandbox.addCalendar('ann', { uri: `c${n}`, name: `C ${n}` });
  await using installation = await openInstallation();
  const calendars = await connectAll(installation, server);
  const port = await freePort();
  const env = { ...installation.env, PORT: `${port}` };
  await using _server = await startChild(['apps/server/src/main.ts'], env);
  await using _worker = await startChild(WORKER, env);
  using browser = await openBrowser(`http://127.0.0.1:${port}`);
  const uris = new Map(calendars.map(({ id, href }) => [id, href.split('/').at(-2) ?? '']));
  const ids = calendars.map(({ id }) => id);
  await complete(installation);
  return [
    await editsOut(browser, server, ids[0] ?? ''),
    await changesIn(browser, server, uris, { what: 'change there, "sync now" here, shown', asked: true }),
    await changesIn(browser, server, uris, {
      what: 'change there, shown by itself while somebody looks',
      asked: false,
    }),
  ];
}

async function complete({ context }: Installation): Promise<void> {
  const left = () => context.database.query('SELECT 1 FROM calendar WHERE last_complete_at IS NULL');
  while ((await left()).length > 0) await pause(100);
}

type Browser = Awaited<ReturnType<typeof openBrowser>>;

/** What a page has: the session's cookie, questions by HTTP, one subscription by WebSocket. */
async function openBrowser(origin: string) {
  const entered = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(ADMIN),
  });
  if (!entered.ok) throw new Error(`sign-in answered ${entered.status}`);
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  class Signed extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin } });
    }
  }
  const socket = createWSClient({
    url: `${origin.replace('http', 'ws')}/trpc`,
    WebSocket: Signed as unknown as typeof globalThis.WebSocket,
  });
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: wsLink({ client: socket, transformer: superjson }),
        false: httpLink({ url: `${origin}/trpc`, transformer: superjson, headers: { cookie, origin } }),
      }),
    ],
  });
  const changed = new EventTarget();
  setMaxListeners(CALENDARS, changed);
  const open = Promise.withResolvers<void>();
  const watching = api.changes.watch.subscribe(null, {
    onData: ({ data }) => {
      if (data.type === 'hello') open.resolve();
      if (data.type === 'events')
        changed.dispatchEvent(new CustomEvent('events', { detail: data.calendarId }));
    },
    onError: open.reject,
  });
  await open.promise;
  return {
    api,
    changed,
    [Symbol.dispose]() {
      watching.unsubscribe();
      void socket.close();
    },
  };
}

/** From the click until the provider has it. */
async function editsOut({ api }: Browser, { sandbox }: SandboxServer, calendarId: string): Promise<Delay> {
  const { id } = await api.agenda.add.mutate({ calendarId, fields: FIELDS });
  await pause(SETTLE_MS);
  const times: number[] = [];
  let arrived = Promise.withResolvers<void>();
  const forget = sandbox.faults.add({
    match: onMethod('PUT'),
    effect: { kind: 'meanwhile', when: 'after', act: () => arrived.resolve() },
    occurs: 'always',
  });
  for (let n = 0; n < EDITS; n += 1) {
    arrived = Promise.withResolvers();
    const began = performance.now();
    await api.agenda.edit.mutate({ id, scope: { scope: 'all' }, patch: { summary: `Edit ${n}` } });
    await arrived.promise;
    times.push(performance.now() - began);
    await pause(50 + Math.random() * 300);
  }
  forget();
  return delayOf('edit here, at the provider', times);
}

const FIELDS = {
  summary: 'Koi',
  start: { local: '2027-03-01T10:00:00', zone: 'Europe/Zurich' },
  end: { local: '2027-03-01T11:00:00', zone: 'Europe/Zurich' },
  location: null,
  description: null,
  url: null,
  rrule: null,
  status: null,
  transparent: false,
  classification: 'public' as const,
};

/** From another client's write until the page has fetched the events anew, because it was told to. */
async function changesIn(
  browser: Browser,
  server: SandboxServer,
  uris: ReadonlyMap<string, string>,
  { what, asked }: { readonly what: string; readonly asked: boolean },
): Promise<Delay> {
  const ids = [...uris.keys()];
  await browser.api.agenda.watch.mutate({ calendarIds: ids });
  const change = async (calendarId: string, title: string) => {
    const shown = untilShown(browser, calendarId, title);
    const began = performance.now();
    server.sandbox.put('ann', uris.get(calendarId) ?? '', 'there.ics', textOf(title));
    if (asked) await browser.api.calendars.syncNow.mutate({ calendarId });
    await shown;
    return performance.now() - began;
  };
  const times: number[] = [];
  if (asked) {
    for (let n = 0; n < ASKED; n += 1) times.push(await change(ids[n % ids.length] ?? '', `Asked ${n}`));
  } else {
    // The page says every half minute that somebody still looks.
    const looking = setInterval(() => void browser.api.agenda.watch.mutate({ calendarIds: ids }), 30_000);
    const ends = performance.now() + WATCH_MS;
    const one = async (calendarId: string) => {
      for (let n = 0; performance.now() < ends; n += 1) {
        await pause(Math.random() * 60_000);
        times.push(await change(calendarId, `By itself ${n}`));
      }
    };
    await Promise.all(ids.map(one));
    clearInterval(looking);
  }
  return delayOf(what, times);
}

async function untilShown({ api, changed }: Browser, calendarId: string, title: string): Promise<void> {
  const span = { from: START.subtract({ hours: 24 }), to: START.add({ hours: 24 }) };
  const [from, to] = [new Date(span.from.epochMilliseconds), new Date(span.to.epochMilliseconds)];
  const done = Promise.withResolvers<void>();
  const look = async (event: Event) => {
    if ((event as CustomEvent<string>).detail !== calendarId) return;
    const events = await api.agenda.events.query({ from, to, calendarIds: [calendarId] });
    if (events.some((event) => event.title === title)) done.resolve();
  };
  changed.addEventListener('events', look);
  await done.promise;
  changed.removeEventListener('events', look);
}

const START = Temporal.ZonedDateTime.from('2027-03-01T10:00[Europe/Zurich]').toInstant();

function textOf(summary: string): string {
  const start = START.toZonedDateTimeISO('Europe/Zurich');
  return eventFile({ uid: 'there', summary, start, end: start.add({ hours: 1 }) });
}

function delayOf(what: string, times: readonly number[]): Delay {
  return {
    what,
    times: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    longest: Math.max(...times),
  };
}
