import { eventFile } from '@atelier/testkit/event-builder';
import { afterAll, beforeAll, type TestContext } from 'vitest';
import type { CalendarProvider } from '../port/calendar-provider.ts';
import type { RemoteCalendar } from '../port/remote-calendar.ts';
import type {
  BaseVersion,
  MoveOutcome,
  MoveRequest,
  PutOutcome,
  RemoveOutcome,
  StoredVersion,
} from '../port/writes.ts';
import { createPullMirror, type PullMirror } from './pull-mirror.ts';
import type { ServerUnderTest, StartServer } from './server-under-test.ts';

/** One calendar, and the provider's hands on it. */
export interface Situation {
  readonly provider: CalendarProvider;
  readonly calendar: RemoteCalendar;
  readonly mirror: PullMirror;
  /** Creates an object at this href; throws unless it was stored. */
  createAt(href: string, body: string): Promise<StoredVersion>;
  put(href: string, body: string, base: BaseVersion | null): Promise<PutOutcome>;
  remove(href: string, base: BaseVersion): Promise<RemoveOutcome>;
  move(href: string, base: BaseVersion, to: MoveRequest['to']): Promise<MoveOutcome>;
}

export function situation(provider: CalendarProvider, calendar: RemoteCalendar): Situation {
  const calendarHref = calendar.href;
  const put: Situation['put'] = (href, body, base) => provider.put({ calendarHref, href, body, base });
  return {
    provider,
    calendar,
    mirror: createPullMirror(provider, calendar),
    async createAt(href, body) {
      const outcome = await put(href, body, null);
      if (outcome.outcome !== 'stored') throw new Error(`${href} was not stored: ${JSON.stringify(outcome)}`);
      return outcome;
    },
    put,
    remove: (href, base) => provider.remove({ calendarHref, href, base }),
    move: (href, base, to) => provider.move({ calendarHref, href, base, to }),
  };
}

/** The calendar of one test, which nobody else touches, seen from both sides. */
export interface FreshCalendar extends Situation {
  readonly server: ServerUnderTest;
  hrefOf(name: string): string;
  /** Creates an object of this name through the provider. */
  create(name: string, body: string): Promise<StoredVersion>;
  /** What another client does meanwhile. */
  readonly theirs: {
    put(name: string, body: string): Promise<void>;
    delete(name: string): Promise<void>;
    get(name: string): ReturnType<ServerUnderTest['get']>;
  };
}

export interface ContractServer {
  /** Skips, with the reason in the report, where there is no server. */
  at(context: TestContext): ServerUnderTest;
  freshCalendar(context: TestContext): Promise<FreshCalendar>;
}

/** One server for the tests of the surrounding `describe`. */
export function contractServer(kind: string, start: StartServer): ContractServer {
  let server: ServerUnderTest | null = null;
  let calendars = 0;

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const at: ContractServer['at'] = (context) => server ?? context.skip(`${kind} is not installed here`);
  return {
    at,
    async freshCalendar(context) {
      const here = at(context);
      calendars += 1;
      return calendarAt(here, await here.makeCalendar(`cal${calendars}`));
    },
  };
}

async function calendarAt(server: ServerUnderTest, href: string): Promise<FreshCalendar> {
  const { provider, calendars } = await openAccount(server);
  const calendar = calendars.find((listed) => listed.href === href);
  if (calendar === undefined) throw new Error(`${href} is not listed`);
  const known = situation(provider, calendar);
  const hrefOf = (name: string): string => server.hrefOf(href, name);
  return {
    ...known,
    server,
    hrefOf,
    async create(name, body) {
      const stored = await known.createAt(hrefOf(name), body);
      server.called?.(href, name, stored.href);
      return stored;
    },
    theirs: {
      put: (name, body) => server.put(href, name, body),
      delete: (name) => server.delete(href, name),
      get: (name) => server.get(href, name),
    },
  };
}

/** Throws the failure of an account that does not answer. */
export async function openAccount({ gateway, access }: Pick<ServerUnderTest, 'gateway' | 'access'>): Promise<{
  readonly provider: CalendarProvider;
  readonly calendars: readonly RemoteCalendar[];
}> {
  const result = await gateway.test(access);
  if (!result.ok) throw result.failure;
  return { provider: gateway.open(access.credential, result.account.reach), calendars: result.calendars };
}

export function event(uid: string, summary = 'Session'): string {
  const start = Temporal.Instant.from('2026-07-04T10:00:00Z');
  return eventFile({ uid: `${uid}@atelier.test`, start, duration: 'PT1H', summary });
}
