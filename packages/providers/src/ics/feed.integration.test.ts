import { gzipSync } from 'node:zlib';
import { type FeedServer, feedEvent, feedFile, startFeedServer } from '@atelier/testkit/feed-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPullMirror } from '../contract/pull-mirror.ts';
import { parseAllowList } from '../http/allow-list.ts';
import type { CalendarProvider } from '../port/calendar-provider.ts';
import { ProviderFailure } from '../port/failure.ts';
import type { RemoteCalendar } from '../port/remote-calendar.ts';
import { createIcsGateway } from './ics-gateway.ts';
import { FEED_HREF } from './match-identities.ts';

let server: FeedServer;
let paths = 0;
const now = () => Temporal.Instant.from('2026-03-10T09:00:00Z');
const gateway = createIcsGateway({
  allow: parseAllowList('127.0.0.1'),
  now,
  monotonicMs: () => performance.now(),
});

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const MON = feedEvent('mon', '20260309T090000Z');
const TUE = feedEvent('tue', '20260310T090000Z');
const WED = feedEvent('wed', '20260311T090000Z');

/** An address of its own for one test, and what the test does with it. */
function feed() {
  paths += 1;
  const path = `/feed-${paths}.ics`;
  const address = server.origin + path;
  return {
    path,
    address,
    publish: (
      ...given: Parameters<FeedServer['publish']> extends [string, infer Answer] ? [Answer] : never
    ) => server.publish(path, ...given),
    asked: () => server.asked.filter((one) => one.path === path),
    test: (username = '', password = '') =>
      gateway.test({ kind: 'ics', address, credential: { kind: 'password', username, password } }),
  };
}

async function connected(one: ReturnType<typeof feed>, username = '', password = '') {
  const found = await one.test(username, password);
  if (!found.ok) throw found.failure;
  const { keep } = found.account;
  if (!keep) throw new Error('nothing to keep');
  const open = () => gateway.open(keep.credential, found.account.reach);
  return { found, keep, calendar: found.calendars[0] as RemoteCalendar, open };
}

/** As the engine does: one run asks for the list, then pulls where the version is another. */
async function run(provider: CalendarProvider, had: RemoteCalendar) {
  const [calendar] = await provider.listCalendars(
    new Map([[FEED_HREF, { capabilities: had.capabilities, cursor: null }]]),
  );
  return calendar as RemoteCalendar;
}

test('connects one read-only calendar with the name, colour, zone and pace that the feed says', async () => {
  const one = feed();
  const head =
    'X-WR-CALNAME:Chair 2\\, left\r\nX-APPLE-CALENDAR-COLOR:#FF2968FF\r\nX-WR-TIMEZONE:Europe/Zurich\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n';
  one.publish({ body: feedFile([MON, TUE], head) });
  const { found, calendar, keep, open } = await connected(one);
  expect(calendar).toMatchObject({
    href: FEED_HREF,
    name: 'Chair 2, left',
    color: '#ff2968',
    timeZone: 'Europe/Zurich',
    readOnly: true,
    restSeconds: 3_600,
  });
  expect(found.steps.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'warning']);
  // S14: the address is the secret; what is shown does not let anybody in.
  expect(keep.address).toBe(`${server.origin}/…`);
  expect(JSON.stringify([found.account.id, found.account.name, found.account.reach])).not.toContain(one.path);
  const provider = open();
  const mirror = createPullMirror(provider, calendar);
  expect((await mirror.pull()).changed).toHaveLength(2);
  const write = { calendarHref: FEED_HREF, href: '/feed/x.ics', body: '', base: null };
  expect(await provider.put(write)).toMatchObject({ outcome: 'refused', reason: 'read-only' });
});

test('S5: what has not changed is asked for once, on condition, and read again by nobody', async () => {
  const one = feed();
  one.publish({ body: feedFile([MON]), etag: '"1"' });
  const { calendar, open } = await connected(one);
  const again = await run(open(), calendar);
  expect(again).toEqual(calendar);
  expect(one.asked().at(-1)).toMatchObject({ ifNoneMatch: '"1"', status: 304 });
});

test('S5: stamps that are made anew at every call are no change, with or without a name for the version', async () => {
  const one = feed();
  const stamped = (stamp: string) => feedFile([MON.replace('20260101T000000Z', stamp)]);
  one.publish({ body: stamped('20260301T000000Z'), etag: '"a"' });
  const { calendar, open } = await connected(one);
  const mirror = createPullMirror(open(), calendar);
  await mirror.pull();
  one.publish({ body: stamped('20260302T000000Z'), etag: '"b"' });
  const again = await run(open(), calendar);
  expect(again).toEqual(calendar);
  expect((await createPullMirrorWith(open(), calendar, mirror.objects)).changed).toEqual([]);
});

async function createPullMirrorWith(
  provider: CalendarProvider,
  calendar: RemoteCalendar,
  objects: ReadonlyMap<string, { readonly etag: string | null }>,
) {
  const known = async () => new Map([...objects].map(([href, { etag }]) => [href, etag]));
  const { href: calendarHref, capabilities } = calendar;
  const changed: string[] = [];
  const removed: string[] = [];
  const request = { calendarHref, capabilities, cursor: {}, full: false, known, preview: null };
  for await (const page of provider.changes(request)) {
    changed.push(...page.changed.map(({ href }) => href));
    removed.push(...page.removed);
  }
  return { changed, removed };
}

test('S3: events keep their identity where UIDs are made anew at every call, or are missing', async () => {
  const one = feed();
  const events = (salt: string) => [
    feedEvent(`${salt}-1`, '20260309T090000Z', 'Anna'),
    feedEvent(`${salt}-2`, '20260310T090000Z', 'Bea'),
    feedEvent('', '20260311T090000Z', 'Booked'),
    feedEvent('', '20260311T090000Z', 'Booked'),
  ];
  one.publish({ body: feedFile(events('first')) });
  const { calendar, open } = await connected(one);
  const mirror = createPullMirror(open(), calendar);
  expect((await mirror.pull()).changed).toHaveLength(4);
  one.publish({ body: feedFile(events('second').toReversed()) });
  expect(await createPullMirrorWith(open(), calendar, mirror.objects)).toEqual({ changed: [], removed: [] });
  one.publish({ body: feedFile([...events('third').slice(1), feedEvent('new', '20260312T090000Z')]) });
  const { changed, removed } = await createPullMirrorWith(open(), calendar, mirror.objects);
  expect([changed.length, removed.length]).toEqual([1, 1]);
});

test('S7: what is gone from the feed is gone, what it takes back too; one UID is one object with its overrides', async () => {
  const one = feed();
  const series = feedEvent('s', '20260309T100000Z', 'Weekly', 'RRULE:FREQ=WEEKLY;COUNT=5\r\n');
  const override = feedEvent('s', '20260316T120000Z', 'Later', 'RECURRENCE-ID:20260316T100000Z\r\n');
  one.publish({ body: feedFile([series, MON, override, TUE]) });
  const { calendar, open } = await connected(one);
  const mirror = createPullMirror(open(), calendar);
  await mirror.pull();
  expect(mirror.objects.size).toBe(3);
  const both = [...mirror.objects.values()].find(({ body }) => body.includes('Weekly'));
  expect(both?.body).toContain('RECURRENCE-ID:20260316T100000Z');
  one.publish({ body: `${feedFile([series, override])}${feedFile([MON], 'METHOD:CANCEL\r\n')}` });
  const { changed, removed } = await createPullMirrorWith(open(), calendar, mirror.objects);
  expect([changed, removed.length]).toEqual([[], 2]);
});

const WHOLE = feedFile([MON, TUE, WED]);
const BROKEN: Readonly<Record<string, Parameters<FeedServer['publish']>[1] & { readonly kind: string }>> = {
  'a calendar cut short': { body: WHOLE.slice(0, -40), kind: 'malformed' },
  'a calendar cut between two events': { body: WHOLE.slice(0, WHOLE.indexOf(WED)), kind: 'malformed' },
  'nothing at all': { body: '', kind: 'wrong-service' },
  'a page to sign in, with status 200': {
    body: '<!doctype html><p>Sign in',
    headers: { 'content-type': 'text/html' },
    kind: 'wrong-service',
  },
  'a part of it (206)': { status: 206, body: WHOLE, kind: 'malformed' },
  'no content (204)': { status: 204, kind: 'malformed' },
  'not modified, though nobody asked': { status: 304, kind: 'malformed' },
  'status 403': { status: 403, kind: 'forbidden' },
  'status 404': { status: 404, kind: 'not-found' },
  'status 410': { status: 410, kind: 'not-found' },
  'status 401': { status: 401, kind: 'credentials' },
  'status 429': { status: 429, headers: { 'retry-after': '120' }, kind: 'throttled' },
  'status 500': { status: 500, kind: 'server-error' },
  'a broken compression': { body: 'no gzip', headers: { 'content-encoding': 'gzip' }, kind: 'malformed' },
  'a redirect into a private network': {
    status: 302,
    headers: { location: 'http://10.0.0.7/feed.ics' },
    kind: 'refused-address',
  },
  'a redirect to this very machine': {
    status: 302,
    headers: { location: 'http://[::1]:1/feed.ics' },
    kind: 'refused-address',
  },
};

test.for(Object.entries(BROKEN))('S8: %s is a failure and never an empty calendar', async ([, given]) => {
  const one = feed();
  one.publish({ body: WHOLE });
  const { calendar, open } = await connected(one);
  const { kind, ...answer } = given;
  one.publish(answer);
  const failed = await run(open(), calendar).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ProviderFailure);
  expect(failed).toMatchObject({ kind });
  expect((failed as Error).message).not.toContain(one.path);
});

test('S8: an empty but whole calendar reports everything as missing from a list, and a second look says the same', async () => {
  const one = feed();
  one.publish({ body: WHOLE });
  const { calendar, open } = await connected(one);
  const mirror = createPullMirror(open(), calendar);
  await mirror.pull();
  one.publish({ body: feedFile([]) });
  const provider = open();
  await run(provider, calendar);
  const { pages } = await createPullMirror(provider, calendar).pull();
  expect(pages).toMatchObject([{ removalEvidence: 'missing-from-list', listed: 0, complete: true }]);
  expect(await provider.recheck(FEED_HREF)).toEqual({ isCalendar: true, hrefs: new Set() });
});

test('S13: 21 MB are refused in words, a compressed bomb as well', async () => {
  const one = feed();
  const huge = feedFile([feedEvent('x', '20260309T090000Z', 'x'.repeat(21 * 1024 * 1024))]);
  one.publish({ body: gzipSync(huge), headers: { 'content-encoding': 'gzip' } });
  expect(await one.test()).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
});

test('S13: 5,000 events are read without holding the event loop', async () => {
  const one = feed();
  const events = Array.from({ length: 5_000 }, (_, index) => feedEvent(`e${index}`, '20260309T090000Z'));
  one.publish({ body: feedFile(events) });
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const found = await one.test();
  clearInterval(beat);
  expect(found.ok).toBe(true);
  expect(longest).toBeLessThan(150);
});

test('a user name and password go to the server itself and to nobody it points to', async () => {
  const one = feed();
  await using elsewhere = await startFeedServer();
  elsewhere.publish('/there.ics', { body: WHOLE });
  one.publish({ status: 302, headers: { location: `${elsewhere.origin}/there.ics` } });
  const { keep, open, calendar } = await connected(one, 'ann', 'p@ss:word');
  const basic = `Basic ${Buffer.from('ann:p@ss:word').toString('base64')}`;
  expect(one.asked()).toMatchObject([{ authorization: basic }]);
  expect(elsewhere.asked).toMatchObject([{ authorization: undefined }]);
  await run(open(), calendar);
  expect(one.asked().at(-1)).toMatchObject({ authorization: basic });
  expect(keep.address).not.toContain('ann');
});
