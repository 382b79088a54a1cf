import type { HostilePlace } from '@atelier/testkit/hostile/benign-answer';
import { HARMLESS_EVENT } from '@atelier/testkit/hostile/benign-answer';
import { HOSTILE_BODIES } from '@atelier/testkit/hostile/hostile-body';
import { type HostileServer, startHostileServer } from '@atelier/testkit/hostile/start-hostile-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllowList } from '../../http/allow-list.ts';
import { type CalendarProvider, type ChangesRequest, ProviderFailure } from '../../port.ts';
import type { CalDavGateway } from '../caldav-gateway.ts';
import { testGateway } from '../testing/contract-server.ts';
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

interface Account {
  readonly kind: 'caldav';
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

function provider(address: Account): CalendarProvider {
  const homeUrls = [new URL('/home/', address.url).href];
  return gateway.open(address, { principalUrl: new URL('/p/', address.url).href, homeUrls });
}

async function pull(address: Account, more: Partial<ChangesRequest>): Promise<void> {
  const request: ChangesRequest = {
    calendarHref: CALENDAR,
    capabilities: { syncCollection: true, ctag: true },
    cursor: null,
    full: false,
    known: async () => new Map([[`${CALENDAR}old.ics`, '"0"']]),
    preview: null,
    ...more,
  };
  for await (const page of provider(address).changes(request)) expect(page).toHaveProperty('cursor');
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
const ENTRIES: Readonly<Record<string, readonly [HostilePlace, (address: Account) => Promise<unknown>]>> = {
  'test, of anything': ['anything', (address) => gateway.test(address)],
  'test, of the principal': ['principal', (address) => gateway.test(address)],
  'test, of the calendars': ['list', (address) => gateway.test(address)],
  'test, of the report': ['report', (address) => gateway.test(address)],
  addresses: ['principal', (address) => provider(address).addresses()],
  'list of calendars': ['list', (address) => provider(address).listCalendars()],
  'first sync': ['report', (address) => pull(address, { known: async () => new Map() })],
  'first look': ['query', (address) => pull(address, { preview: { from: NOW, to: NOW.add({ hours: 24 }) } })],
  'sync from a token': ['report', (address) => pull(address, { cursor: done({ token: 't1' }) })],
  'sync by state': [
    'state',
    (address) => pull(address, { cursor: done({ ctag: 'c0' }), capabilities: plain }),
  ],
  'sync by list': ['members', (address) => pull(address, { capabilities: plain })],
  bodies: ['bodies', (address) => pull(address, {})],
  'bodies, one by one': ['object', (address) => pull(address, {})],
  'second look': ['members', (address) => provider(address).recheck(CALENDAR)],
  'fetch by name': ['bodies', (address) => provider(address).fetch(CALENDAR, [OBJECT])],
  'search by UID': ['query', (address) => provider(address).findByUid(CALENDAR, 'a')],
  'put, its answer': ['write', (address) => put(address, BASE)],
  'put, of a new one': ['write', (address) => put(address, null)],
  'put, read back': ['object', (address) => put(address, BASE)],
  'remove, its answer': [
    'write',
    (address) => provider(address).remove({ calendarHref: CALENDAR, href: OBJECT, base: BASE }),
  ],
  'move, its answer': [
    'write',
    (address) =>
      provider(address).move({
        calendarHref: CALENDAR,
        href: OBJECT,
        base: BASE,
        to: { calendarHref: CALENDAR, href: `${CALENDAR}b.ics` },
      }),
  ],
};

function put(address: Account, base: typeof BASE | null): Promise<unknown> {
  return provider(address).put({ calendarHref: CALENDAR, href: OBJECT, body: HARMLESS_EVENT, base });
}

const ALL = Object.entries(ENTRIES);
const AT_ONCE = 7;

/** Through whatever comes of it: an answer, or a failure in words. Anything else that is thrown is a fault of ours. */
async function answered(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProviderFailure) return error.kind;
    throw error;
  }
}

describe('S13 S11 whatever a server answers, wherever it is read: an answer in time, and others get their turns', () => {
  test('there are bodies and entries enough', () => {
    expect(Object.keys(HOSTILE_BODIES).length).toBeGreaterThan(60);
    expect(Object.keys(ENTRIES).length).toBeGreaterThan(20);
  });

  test.for(Object.keys(HOSTILE_BODIES))('%s', async (body) => {
    const before = process.memoryUsage().rss;
    using stalls = watchStalls();
    const times: (readonly [string, number])[] = [];
    for (let from = 0; from < ALL.length; from += AT_ONCE) {
      const wave = ALL.slice(from, from + AT_ONCE).map(async ([entry, [place, ask]]) => {
        const url = server.address(body, place);
        const begun = performance.now();
        await answered(ask({ kind: 'caldav', url, username: 'ann', password: 'secret' }));
        return [entry, performance.now() - begun] as const;
      });
      times.push(...(await Promise.all(wave)));
    }
    expect(times.filter(([, ms]) => ms > 10_000)).toEqual([]);
    expect(stalls.longestMs()).toBeLessThan(100);
    // Of several at once, with what the collector has not taken back yet.
    expect((process.memoryUsage().rss - before) / MB).toBeLessThan(300);
  });
});
