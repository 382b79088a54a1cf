import { type CalDavServer, makeCalendar } from '@atelier/testkit/caldav-server';
import { eventFile } from '@atelier/testkit/event-builder';
import { afterAll, beforeAll, type TestContext } from 'vitest';
import { parseAllowList } from '../../http/allow-list.ts';
import type {
  AccountAddress,
  BaseVersion,
  CalendarProvider,
  MoveOutcome,
  MoveRequest,
  PutOutcome,
  RemoteCalendar,
  RemoveOutcome,
  StoredVersion,
} from '../../port.ts';
import { type CalDavGateway, createCalDavGateway } from '../caldav-gateway.ts';
import { createPullMirror, type PullMirror } from './pull-mirror.ts';

/** A calendar of its own for one test, and everything to look at it with. */
export interface Situation {
  readonly server: CalDavServer;
  readonly url: string;
  readonly provider: CalendarProvider;
  readonly calendar: RemoteCalendar;
  readonly mirror: PullMirror;
  /** Creates an object of this name; throws unless it was stored. */
  create(name: string, body: string): Promise<StoredVersion>;
  put(href: string, body: string, base: BaseVersion | null): Promise<PutOutcome>;
  remove(href: string, base: BaseVersion): Promise<RemoveOutcome>;
  move(href: string, base: BaseVersion, to: MoveRequest['to']): Promise<MoveOutcome>;
}

export interface ContractServer {
  /** Skips, with the reason in the report, where there is no server. */
  at(context: TestContext): { server: CalDavServer; gateway: CalDavGateway };
  freshCalendar(context: TestContext): Promise<Situation>;
}

/** One server for the tests of the surrounding `describe`. `start` gives null where it is not installed. */
export function contractServer(kind: string, start: () => Promise<CalDavServer | null>): ContractServer {
  let server: CalDavServer | null = null;
  let gateway: CalDavGateway | null = null;
  let nextCalendar = 0;

  beforeAll(async () => {
    server = await start();
    gateway = testGateway();
  });
  afterAll(async () => {
    await gateway?.close();
    await server?.[Symbol.asyncDispose]();
  });

  const at: ContractServer['at'] = (context) => {
    if (server === null || gateway === null) return context.skip(`${kind} is not installed here`);
    return { server, gateway };
  };
  return {
    at,
    async freshCalendar(context) {
      const here = at(context);
      nextCalendar += 1;
      const url = await makeCalendar(here.server, `cal${nextCalendar}`);
      const { provider, calendars } = await openAccount(here.gateway, here.server);
      const calendar = calendars.find(({ href }) => new URL(href, url).href === url);
      if (calendar === undefined) throw new Error(`${url} is not listed`);
      return situation(here.server, provider, calendar);
    },
  };
}

export function situation(
  server: CalDavServer,
  provider: CalendarProvider,
  calendar: RemoteCalendar,
): Situation {
  const calendarHref = calendar.href;
  const put: Situation['put'] = (href, body, base) => provider.put({ calendarHref, href, body, base });
  return {
    server,
    url: new URL(calendarHref, server.url).href,
    provider,
    calendar,
    mirror: createPullMirror(provider, calendar),
    async create(name, body) {
      const outcome = await put(calendarHref + encodeName(name), body, null);
      if (outcome.outcome !== 'stored') throw new Error(`${name} was not stored: ${JSON.stringify(outcome)}`);
      return outcome;
    },
    put,
    remove: (href, base) => provider.remove({ calendarHref, href, base }),
    move: (href, base, to) => provider.move({ calendarHref, href, base, to }),
  };
}

/** As canonicalHref does, which leaves RFC 3986's unreserved characters alone. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function testGateway(more: Partial<Parameters<typeof createCalDavGateway>[0]> = {}): CalDavGateway {
  return createCalDavGateway({
    allow: parseAllowList('127.0.0.1'),
    now: Temporal.Now.instant,
    monotonicMs: () => performance.now(),
    ...more,
  });
}

export function addressOf(server: CalDavServer): AccountAddress {
  return { kind: 'caldav', url: server.url, username: server.username, password: server.password };
}

export async function openAccount(
  gateway: CalDavGateway,
  server: CalDavServer,
): Promise<{ provider: CalendarProvider; calendars: readonly RemoteCalendar[] }> {
  const result = await gateway.test(addressOf(server));
  if (!result.ok) throw result.failure;
  return { provider: gateway.open(addressOf(server), result.account), calendars: result.calendars };
}

export function event(uid: string, summary = 'Session'): string {
  const start = Temporal.Instant.from('2026-07-04T10:00:00Z');
  return eventFile({ uid: `${uid}@atelier.test`, start, duration: 'PT1H', summary });
}
