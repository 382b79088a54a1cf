import { freePort } from '@atelier/database/postgres/postgres-cluster';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { chromium } from '@playwright/test';
import { buildPages, CHROMIUM, openAgendaPage } from '../agenda-page.ts';
import { startChild } from '../child.ts';
import { ADMIN, connectAll, openInstallation, untilComplete } from '../installation.ts';
import { measurePage, type PageCost } from './measure-page.ts';
import { fileOf, monthEvents, plainEvent } from './month-events.ts';
import { servePlainPage } from './plain-server.ts';

export interface WebResult {
  readonly events: number;
  readonly calendars: number;
  readonly atelier: PageCost;
  /** FullCalendar with nothing around it, in the same run. */
  readonly plain: PageCost;
}

const EVENTS = 1_000;
const CALENDARS = 20;
const MONTH = '2027-03';
const DAY = `${MONTH}-10`;
const ROUNDS = 5;

/** The month of a busy studio in a real browser, beside the same month in FullCalendar alone. */
export async function benchWeb(): Promise<WebResult> {
  buildPages();
  const events = monthEvents(MONTH, EVENTS, CALENDARS);
  await using server = await startSandboxServer();
  for (let n = 0; n < CALENDARS; n += 1) server.sandbox.addCalendar('ann', { uri: `c${n}`, name: `C ${n}` });
  for (const one of events) server.sandbox.put('ann', `c${one.calendar}`, `${one.uid}.ics`, fileOf(one));
  await using installation = await openInstallation();
  await connectAll(installation, server);
  const port = await freePort();
  const env = { ...installation.env, PORT: `${port}` };
  await using _server = await startChild(['apps/server/src/main.ts'], env);
  await using _worker = await startChild(['apps/worker/src/main.ts'], env);
  await untilComplete(installation);
  await using plain = await servePlainPage(events.map(plainEvent));
  const origin = `http://127.0.0.1:${port}`;
  const cookie = await sessionOf(origin);
  const ours: PageCost[] = [];
  const theirs: PageCost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await inFreshBrowser(`${origin}/agenda?view=month&date=${DAY}`, '.agenda-event', cookie));
    theirs.push(await inFreshBrowser(`${plain.origin}/?date=${DAY}`, '.fc-event, [role=button]', null));
  }
  return { events: EVENTS, calendars: CALENDARS, atelier: middle(ours), plain: middle(theirs) };
}

async function sessionOf(origin: string): Promise<string> {
  await using page = await openAgendaPage(origin, ADMIN, DAY);
  return page.cookie;
}

async function inFreshBrowser(url: string, events: string, cookie: string | null): Promise<PageCost> {
  const browser = await chromium.launch(CHROMIUM);
  try {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Zurich',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    if (cookie !== null)
      await context.addCookies(
        cookie.split('; ').map((pair) => {
          const [name = '', value = ''] = pair.split(/=(.*)/s);
          return { name, value, url: new URL(url).origin };
        }),
      );
    return await measurePage(context, url, events);
  } finally {
    await browser.close();
  }
}

/** Of each figure the middle one of all rounds. */
function middle(costs: readonly PageCost[]): PageCost {
  const of = (key: keyof PageCost) =>
    costs.map((cost) => cost[key]).toSorted((a, b) => a - b)[Math.floor(costs.length / 2)] ?? Number.NaN;
  return {
    paintMs: of('paintMs'),
    switchP50: of('switchP50'),
    switchP95: of('switchP95'),
    paintCpuMs: of('paintCpuMs'),
    switchCpuMs: of('switchCpuMs'),
    longestMs: of('longestMs'),
    scriptBytes: of('scriptBytes'),
    dataBytes: of('dataBytes'),
  };
}
