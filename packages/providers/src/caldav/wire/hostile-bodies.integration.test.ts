import type { HostilePlace } from '@atelier/testkit/hostile/benign-answer';
import { HARMLESS_EVENT } from '@atelier/testkit/hostile/benign-answer';
import { HOSTILE_BODIES } from '@atelier/testkit/hostile/hostile-body';
import { type HostileServer, startHostileServer } from '@atelier/testkit/hostile/start-hostile-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllowList } from '../../http/allow-list.ts';
import type { AccountAccess } from '../../port/account.ts';
import type { CalendarProvider } from '../../port/calendar-provider.ts';
import type { ChangesRequest } from '../../port/changes.ts';
import { ProviderFailure } from '../../port/failure.ts';
import type { CalDavGateway } from '../caldav-gateway.ts';
import { accessTo, testGateway } from '../testing/dav-account-under-test.ts';
import { watchStalls } from '../testing/stalls.ts';

const MB = 1024 * 1024;
const CALENDAR = '/home/cal/';
const OBJECT = '/home/cal/a.ics';
const BASE = { etag: '"1"', body: HARMLESS_EVENT };

let server: HostileServer;
let gateway: CalDavGateway;
beforeAll(async () => {
  server = await startHostileServer();
  gateway = testGateway({
    allow: parseAllowList('127.0.0.1'),
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    http: {
      connectMs: 2_000,
      headersMs: 2_000,
      idleBodyMs: 1_000,
      totalMs: 6_000,
      drip: { bytes: 1024, perMs: 600 },
      quick: { maxBytes: 256 * 1024, bodyMs: 1_200 },
    },
    sync: { reportMs: 5_000, previewMs: 1_000 },
  });
});
afterAll(async () => {
  await gateway.close();
  await server[Symbol.asyncDispose]();
});

function provider({ address, credential }: AccountAccess): CalendarProvider {
  const homes = [new URL('/home/', address).href];
  return gateway.open(credential, { principal: new URL('/p/', address).href, homes });
}

async function pull(access: AccountAccess, more: Partial<ChangesRequest>): Promise<void> {
  const request: ChangesRequest = {
    calendarHref: CALENDAR,
    capabilities: { syncCollection: true, ctag: true },
    cursor: null,
    full: false,
    known: async () => new Map([[`${CALENDAR}old.ics`, '"0"']]),
    preview: null,
    ...more,
  };
  for await (const page of provider(access).changes(request)) expect(page).toHaveProperty('cursor');
}

const NOW = Temporal.Instant.from('2026-07-01T00:00:00Z');
const done = (more: object): ChangesRequest['cursor'] => ({
  phase: 'done',
  token: null,
  ctag: null,
  ...more,
});
const plain = { syncCollection: false, ctag: true };

/** Every way in which something that a server answers is read, and the place where the server is hostile. */
const ENTRIES: Readonly<
  Record<string, readonly [HostilePlace, (access: AccountAccess) => Promise<unknown>]>
> = {
  'test, of anything': ['anything', (access) => gateway.test(access)],
  'test, of the principal': ['principal', (access) => gateway.test(access)],
  'test, of the calendars': ['list', (access) => gateway.test(access)],
  'test, of the report': ['report', (access) => gateway.test(access)],
  addresses: ['principal', (access) => provider(access).addresses()],
  'list of calendars': ['list', (access) => provider(access).listCalendars()],
  'first sync': ['report', (access) => pull(access, { known: async () => new Map() })],
  'first look': ['query', (access) => pull(access, { preview: { from: NOW, to: NOW.add({ hours: 24 }) } })],
  'sync from a token': ['report', (access) => pull(access, { cursor: done({ token: 't1' }) })],
  'sync by state': ['state', (access) => pull(access, { cursor: done({ ctag: 'c0' }), capabilities: plain })],
  'sync by list': ['members', (access) => pull(access, { capabilities: plain })],
  bodies: ['bodies', (access) => pull(access, {})],
  'bodies, one by one': ['object', (access) => pull(access, {})],
  'second look': ['members', (access) => provider(access).recheck(CALENDAR)],
  'fetch by name': ['bodies', (access) => provider(access).fetch(CALENDAR, [OBJECT])],
  'search by UID': ['query', (access) => provider(access).findByUid(CALENDAR, 'a')],
  'put, its answer': ['write', (access) => put(access, BASE)],
  'put, of a new one': ['write', (access) => put(access, null)],
  'put, read back': ['object', (access) => put(access, BASE)],
  'remove, its answer': [
    'write',
    (access) => provider(access).remove({ calendarHref: CALENDAR, href: OBJECT, base: BASE }),
  ],
  'move, its answer': [
    'write',
    (access) =>
      provider(access).move({
        calendarHref: CALENDAR,
        href: OBJECT,
        base: BASE,
        to: { calendarHref: CALENDAR, href: `${CALENDAR}b.ics` },
      }),
  ],
};

function put(access: AccountAccess, base: typeof BASE | null): Promise<unknown> {
  return provider(access).put({ calendarHref: CALENDAR, href: OBJECT, body: HARMLESS_EVENT, base });
}

const ALL = Object.entries(ENTRIES);
const AT_ONCE = 4;

/** Through whatever comes of it: an answer, or a failure in words. Anything else that is thrown is a fault of ours. */
async function answered(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProviderFailure) return error.kind;
    throw error;
  }
}

/** Deadlines hold in the provider; the rest is the machine's, which has other work. Without them it would be for ever. */
const LONGEST_MS = 25_000;

describe('S13 S11 whatever a server answers, wherever it is read: an answer in time, and others get their turns', () => {
  test('there are bodies and entries enough', () => {
    expect(Object.keys(HOSTILE_BODIES).length).toBeGreaterThan(60);
    expect(Object.keys(ENTRIES).length).toBeGreaterThan(20);
  });

  test.for(Object.keys(HOSTILE_BODIES))('%s', async (body) => {
    const before = process.memoryUsage();
    using stalls = watchStalls();
    const times: (readonly [string, number])[] = [];
    for (let from = 0; from < ALL.length; from += AT_ONCE) {
      const wave = ALL.slice(from, from + AT_ONCE).map(async ([entry, [place, ask]]) => {
        const url = server.address(body, place);
        const begun = performance.now();
        await answered(ask(accessTo({ url, username: 'ann', password: 'secret' })));
        return [entry, performance.now() - begun] as const;
      });
      times.push(...(await Promise.all(wave)));
    }
    expect(times.filter(([, ms]) => ms > LONGEST_MS)).toEqual([]);
    expect(stalls.longestMs()).toBeLessThan(100);
    // Of several at once, with what the collector has not taken back yet: it waits the longer, the more lives in the
    // process, which other files have filled before.
    const grown = process.memoryUsage().rss - before.rss;
    expect(grown / MB).toBeLessThan(AT_ONCE * 100 + before.heapTotal / MB);
  });
});
