import { setTimeout as pause } from 'node:timers/promises';
import type { AppRouter } from '@atelier/api/trpc/app-router';
import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { eventFile } from '@atelier/testkit/event-builder';
import { onMethod } from '@atelier/testkit/sandbox/faults/fault-match';
import { type SandboxServer, startSandboxServer } from '@atelier/testkit/sandbox-server';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';
import { type AgendaPage, buildPages, openAgendaPage } from './agenda-page.ts';
import { startChild } from './child.ts';
import { ADMIN, connectAll, openInstallation, untilComplete } from './installation.ts';
import { percentile } from './percentile.ts';
import { openTelling, type TellingCalendar } from './told/telling-accounts.ts';

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
const TOLD = 40;
const CALENDARS = 30;
const WATCH_MS = 180_000;
const SETTLE_MS = 1_500;
const DAY = '2027-03-01';

/** How long a change takes from one side to the other, through true processes: server, worker, PostgreSQL, Chromium. */
export async function benchLatency(): Promise<readonly Delay[]> {
  buildPages();
  await using server = await startSandboxServer();
  for (let n = 0; n < CALENDARS; n += 1) server.sandbox.addCalendar('ann', { uri: `c${n}`, name: `C ${n}` });
  await using telling = await openTelling(START);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await using installation = await openInstallation({ ...telling.settings, ATELIER_PUBLIC_URL: origin });
  const calendars = await connectAll(installation, server);
  await telling.connect(installation);
  const env = { ...installation.env, PORT: `${port}` };
  await using _server = await startChild(['apps/server/src/main.ts'], env);
  await using _worker = await startChild(WORKER, env);
  await untilComplete(installation);
  await telling.listen(installation);
  await using page = await openAgendaPage(origin, ADMIN, DAY);
  const uris = calendars.map(({ href }) => href.split('/').at(-2) ?? '');
  return [
    await editsOut(openApi(origin, page.cookie), server, calendars[0]?.id ?? ''),
    await changesIn(page, server, uris, { what: 'change there, "sync now" here, shown', asked: true }),
    await changesIn(page, server, uris, {
      what: 'change there, shown by itself on the open page',
      asked: false,
    }),
    ...(await Promise.all(telling.calendars.map((calendar) => changesTold(page, calendar)))),
  ];
}

/** The API as a page calls it: the session's cookie, questions by HTTP. There is no page to edit an event on yet. */
function openApi(origin: string, cookie: string) {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/trpc`, transformer: superjson, headers: { cookie, origin } })],
  });
}

/** From the click until the provider has it. */
async function editsOut(
  api: ReturnType<typeof openApi>,
  { sandbox }: SandboxServer,
  calendarId: string,
): Promise<Delay> {
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
  start: { local: `${DAY}T10:00:00`, zone: 'Europe/Zurich' },
  end: { local: `${DAY}T11:00:00`, zone: 'Europe/Zurich' },
  location: null,
  description: null,
  url: null,
  rrule: null,
  status: null,
  transparent: false,
  classification: 'public' as const,
};

/** From another client's write until it stands on the open page. */
async function changesIn(
  page: AgendaPage,
  server: SandboxServer,
  uris: readonly string[],
  { what, asked }: { readonly what: string; readonly asked: boolean },
): Promise<Delay> {
  const change = async (uri: string, title: string) => {
    const began = performance.now();
    server.sandbox.put('ann', uri, 'there.ics', textOf(uri, title));
    if (asked) await page.syncNow();
    await page.untilShown(title);
    return performance.now() - began;
  };
  const times: number[] = [];
  if (asked) {
    for (let n = 0; n < ASKED; n += 1) times.push(await change(uris[n % uris.length] ?? '', `Asked ${n}`));
    return delayOf(what, times);
  }
  const ends = performance.now() + WATCH_MS;
  const one = async (uri: string) => {
    for (let n = 0; performance.now() < ends; n += 1) {
      await pause(Math.random() * 60_000);
      times.push(await change(uri, `By itself ${uri} ${n}`));
    }
  };
  await Promise.all(uris.map(one));
  return delayOf(what, times);
}

/** The provider tells; whoever changes something does not do so every second. */
async function changesTold(page: AgendaPage, { provider, change }: TellingCalendar): Promise<Delay> {
  const times: number[] = [];
  for (let n = 0; n < TOLD; n += 1) {
    await pause(4_000 + Math.random() * 4_000);
    const title = `Told by ${provider} ${n}`;
    const began = performance.now();
    change(title);
    await page.untilShown(title);
    times.push(performance.now() - began);
  }
  return delayOf(`change there, told by ${provider}, shown`, times);
}

const START = Temporal.ZonedDateTime.from(`${DAY}T10:00[Europe/Zurich]`).toInstant();

/** An event of its own in each calendar: the same one in several would be painted once. */
function textOf(uid: string, summary: string): string {
  const start = START.toZonedDateTimeISO('Europe/Zurich');
  return eventFile({ uid, summary, start, end: start.add({ hours: 1 }) });
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
