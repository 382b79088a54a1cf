import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createTestDatabase, type TestDatabase } from '@atelier/database/testing/migrated-database';
import { readDocument } from '@atelier/news/find/read-document';
import { readOpml } from '@atelier/news/opml/read-opml';
import { parseAllowList } from '@atelier/providers/http/allow-list';
import { createNewsGateway } from '@atelier/providers/news/news-gateway';
import { createNewsEngine } from '@atelier/sync/news/news-engine';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OPERATOR } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { addFeed, changeFeed, removeFeed } from './choose-feeds.ts';
import { exportOpml, importFeeds, rehearseOpml } from './exchange-feeds.ts';
import { findFeeds } from './find-feeds.ts';
import { askForNews, listNews, listSources, readNews } from './list-news.ts';

const person = (userId: string, role: Actor['role'] = 'ARTIST'): Actor => ({
  userId,
  name: userId,
  email: `${userId}@studio.test`,
  role,
});
const [ann, ben, boss] = [person('ann'), person('ben'), person('boss', 'ADMIN')];

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Sends a byte now and then, and never ends. */
  readonly drips?: boolean;
}

interface Asked {
  readonly path: string;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
}

/** A site that answers as each test has it. */
let site: Server;
let origin: string;
let answers: Map<string, Answer>;
let asked: Asked[];
let test: TestDatabase;
let context: Context;
let now: Date;
const gateway = createNewsGateway({
  allow: parseAllowList('127.0.0.1'),
  now: () => Temporal.Instant.fromEpochMilliseconds(now.getTime()),
  monotonicMs: () => performance.now(),
  http: { totalMs: 1_500, headersMs: 1_000, idleBodyMs: 1_000 },
});

beforeAll(async () => {
  site = createServer((request, response) => {
    const path = request.url ?? '/';
    const { 'if-none-match': etag, 'if-modified-since': modified } = request.headers;
    asked.push({ path, etag, modified });
    const answer = answers.get(path) ?? { status: 404 };
    const same = answer.headers?.['etag'] !== undefined && etag === answer.headers['etag'];
    response.writeHead(same ? 304 : (answer.status ?? 200), answer.headers);
    if (!answer.drips) return response.end(same ? undefined : answer.body);
    const drip = setInterval(() => response.write(' '), 50);
    response.on('close', () => clearInterval(drip));
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

beforeEach(async () => {
  test = await createTestDatabase();
  const { database } = test;
  now = new Date('2026-11-30T12:00:00Z');
  answers = new Map();
  asked = [];
  const services = {
    database,
    news: gateway,
    newsReader: {
      document: async (document: Parameters<typeof readDocument>[0]) => readDocument(document),
      opml: async (bytes: Uint8Array) => readOpml(bytes),
    },
    clock: () => now,
    random: () => 0.5,
    newId: randomUUID,
    report: (error: unknown) => {
      throw error;
    },
  };
  const news = { ...services, engine: createNewsEngine(services) };
  context = { database, clock: () => now, newId: randomUUID, news } as Partial<Context> as Context;
  const createdAt = new Date('2026-01-01T00:00:00Z');
  for (const { userId: id, email, role } of [ann, ben, boss])
    await database.prisma.user.create({ data: { id, name: id, email, role, createdAt } });
});
afterEach(() => test[Symbol.asyncDispose]());

interface Told {
  readonly title: string;
  readonly guid?: string;
  readonly link?: string;
  readonly at?: Date;
}

const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

function rss(title: string, items: readonly Told[]): string {
  const told = items.map(
    ({ title: name, guid = name, link = `/${guid}`, at = ago(1) }) =>
      `<item><title>${name}</title><guid isPermaLink="false">${guid}</guid><link>${link}</link><pubDate>${at.toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>${origin}/</link>${told.join('')}</channel></rss>`;
}

function publish(path: string, items: readonly Told[], more: Answer = {}): string {
  answers.set(path, { body: rss(path.slice(1), items), ...more });
  return origin + path;
}

function ok<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.value;
}

const refusalOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : outcome.refusal.code);
const everything = { feedId: null, before: null, limit: 50 };
const titles = async (actor: Actor) =>
  (await listNews(context, actor, everything)).items.map(({ title }) => title);
const unread = async (actor: Actor) =>
  (await listNews(context, actor, everything)).items.filter((item) => item.unread).map(({ title }) => title);

async function run(id: string, full = false) {
  const [report] = await context.news.engine.runNow([id], { full });
  if (!report) throw new Error('it should have run');
  return report;
}

/** Everybody's, and read once. */
async function added(path: string, items: readonly Told[], more: Answer = {}): Promise<string> {
  const { id } = ok(await addFeed(context, boss, { address: publish(path, items, more), forAll: true }));
  await run(id);
  asked = [];
  return id;
}

const source = async () => (await listSources(context, boss))[0];

describe('what a feed publishes', () => {
  it('N1: is asked for only when it is new, and told once, whatever is edited', async () => {
    const id = await added('/a', [{ title: 'Rose', guid: '1' }], {
      headers: { etag: '"1"', 'last-modified': 'Mon, 30 Nov 2026 09:00:00 GMT' },
    });
    expect(await run(id)).toMatchObject({ added: 0, updated: 0 });
    expect(asked).toEqual([{ path: '/a', etag: '"1"', modified: 'Mon, 30 Nov 2026 09:00:00 GMT' }]);
    ok(await readNews(context, ann, null));
    publish('/a', [{ title: 'A small rose', guid: '1', link: '/elsewhere' }]);
    expect(await run(id)).toMatchObject({ added: 0, updated: 1 });
    expect([await titles(ann), await unread(ann)]).toEqual([['A small rose'], []]);
    publish('/a', [
      { title: 'Lion', guid: '2' },
      { title: 'A small rose', guid: '1' },
    ]);
    expect(await run(id)).toMatchObject({ added: 1 });
    expect(await unread(ann)).toEqual(['Lion']);
  });

  it('N1: bytes that are the same again are not read again, though the server sends them', async () => {
    const id = await added('/a', [{ title: 'Rose' }]);
    const before = await test.database.prisma.newsItem.findMany();
    now = new Date(now.getTime() + 3_600_000);
    expect(await run(id)).toMatchObject({ added: 0, updated: 0, unchanged: 0 });
    expect(await test.database.prisma.newsItem.findMany()).toEqual(before);
  });

  it('N1: the first look is three news, and a date of the year 2099 does not stick to the top', async () => {
    const many = Array.from({ length: 150 }, (_, n) => ({ title: `n${n}`, at: ago(n + 2) }));
    await added('/a', [...many, { title: 'future', at: new Date('2099-01-01') }]);
    expect(await unread(ann)).toHaveLength(3);
    now = new Date(now.getTime() + 3_600_000);
    await run((await source())?.id ?? '', true);
    publish('/a', [{ title: 'today', at: now }, ...many, { title: 'future', at: new Date('2099-01-01') }]);
    await run((await source())?.id ?? '');
    expect((await titles(ann))[0]).toBe('today');
  });

  it('N1: what was dropped for its age does not come back', async () => {
    const many = Array.from({ length: 150 }, (_, n) => ({ title: `n${n}`, at: ago(n) }));
    const id = await added('/a', many);
    const listed = () => test.database.prisma.newsItem.count({ where: { dropped: false } });
    expect(await listed()).toBe(100);
    publish('/a', many.toReversed());
    expect(await run(id, true)).toMatchObject({ added: 0 });
    expect([await listed(), await test.database.prisma.newsItem.count()]).toEqual([100, 150]);
  });

  it('N2: what two feeds tell of one page shows once, and is read once', async () => {
    const page = 'https://convention.example/2027';
    await added('/a', [{ title: 'Convention', link: `${page}?utm_source=a` }]);
    await added('/b', [{ title: 'The convention', guid: 'b', link: `${page}/#comments`, at: ago(2) }]);
    const { items } = await listNews(context, ann, everything);
    expect(items.map(({ title }) => title)).toEqual(['The convention']);
    ok(await readNews(context, ann, [items[0]?.id ?? '']));
    expect(await unread(ann)).toEqual([]);
    expect(await unread(ben)).toHaveLength(1);
  });

  it('N2: a long list is read part by part, each once', async () => {
    await added(
      '/a',
      Array.from({ length: 60 }, (_, n) => ({ title: `n${n}`, at: ago(n) })),
    );
    const seen: string[] = [];
    for (let before: string | null = null, parts = 0; parts < 9; parts += 1) {
      const page = await listNews(context, ann, { feedId: null, before, limit: 25 });
      seen.push(...page.items.map(({ title }) => title));
      before = page.next;
      if (before === null) break;
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => `n${n}`));
  });
});

describe('feeds that do harm', () => {
  const harmful: readonly (readonly [string, Answer, string])[] = [
    [
      'a bomb in gzip',
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(40_000_000)) },
      'too-large',
    ],
    ['more than two megabytes', { body: 'x'.repeat(3_000_000) }, 'too-large'],
    ['a body that drips', { drips: true }, 'timeout'],
    ['a page with status 200', { body: '<!doctype html><html><body>Sign in</body></html>' }, 'wrong-service'],
    ['nothing', { body: '' }, 'wrong-service'],
    ['half a document', { body: '<rss><channel><item><title>x' }, 'wrong-service'],
    [
      'a way inside',
      { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
      'refused-address',
    ],
    ['a way to itself', { status: 302, headers: { location: '/bad' } }, 'wrong-service'],
    ['a way to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'wrong-service'],
    ['a door', { status: 401 }, 'forbidden'],
    [
      'a door for robots',
      { status: 403, headers: { 'cf-mitigated': 'challenge' }, body: '<html>' },
      'forbidden',
    ],
    ['an error', { status: 500 }, 'server-error'],
  ];
  it.each(harmful)('N1: %s fails in words, keeps what was there, and waits', async (_, answer, kind) => {
    const id = await added('/bad', [{ title: 'Rose' }]);
    answers.set('/bad', answer);
    const report = await run(id);
    expect(report.error?.kind).toBe(kind);
    expect(await titles(ann)).toEqual(['Rose']);
    const { failure, nextSyncAt, state } = (await source()) ?? {};
    expect([failure?.kind, state]).toEqual([kind, 'ACTIVE']);
    expect(nextSyncAt?.getTime()).toBeGreaterThan(now.getTime() + 60_000);
    publish('/bad', [{ title: 'Rose' }, { title: 'Lion', at: ago(2) }]);
    await run(id);
    expect(await titles(ann)).toEqual(['Rose', 'Lion']);
    expect((await source())?.failure).toBeNull();
  });

  it('N1: scripts and links that act are text, or nothing', async () => {
    await added('/a', [
      { title: '&lt;script&gt;alert(1)&lt;/script&gt;Rose', guid: 'x', link: 'javascript:alert(1)' },
    ]);
    const { items } = await listNews(context, ann, everything);
    expect(items).toMatchObject([{ title: 'Rose', link: null }]);
  });

  it('N1: a server that asks for a pause gets it', async () => {
    const id = await added('/a', [{ title: 'Rose' }]);
    answers.set('/a', { status: 429, headers: { 'retry-after': '7200' } });
    await run(id);
    expect((await source())?.nextSyncAt?.getTime()).toBeGreaterThanOrEqual(now.getTime() + 7_200_000);
  });

  it('N1: what fails again and again is asked more and more rarely', async () => {
    const id = await added('/a', [{ title: 'Rose' }]);
    answers.set('/a', { status: 500 });
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      now = (await source())?.nextSyncAt ?? now;
      await context.news.engine.runDue([], () => undefined);
      waits.push(((await source())?.nextSyncAt?.getTime() ?? 0) - now.getTime());
    }
    expect(waits.slice(0, 3)).toEqual([300_000, 600_000, 1_200_000]);
    expect(waits.at(-1)).toBe(86_400_000);
    expect(id).toBe((await source())?.id);
  });

  it('N1: 410 is the end at once, 404 after a week; asked again, it goes on', async () => {
    const id = await added('/a', [{ title: 'Rose' }]);
    answers.set('/a', { status: 404 });
    await run(id);
    expect(await source()).toMatchObject({ state: 'ACTIVE', failure: { kind: 'not-found' } });
    now = new Date(now.getTime() + 8 * 86_400_000);
    await run(id);
    expect(await source()).toMatchObject({ state: 'GONE', nextSyncAt: null });
    publish('/a', [{ title: 'Rose' }]);
    await askForNews(context, boss);
    expect(await context.news.engine.runDue([], () => undefined)).toBe(id);
    expect(await source()).toMatchObject({ state: 'ACTIVE', failure: null });
    answers.set('/a', { status: 410 });
    await run(id);
    expect(await source()).toMatchObject({ state: 'GONE', nextSyncAt: null });
  });

  it('N1: a move for good is believed when it is told twice, one for now never', async () => {
    const id = await added('/a', [{ title: 'Rose' }]);
    publish('/b', [{ title: 'Rose' }]);
    const urls: (string | undefined)[] = [];
    for (const status of [302, 301, 302, 301, 308]) {
      answers.set('/a', { status, headers: { location: '/b' } });
      await run(id);
      urls.push((await source())?.url);
    }
    expect(urls).toEqual([...Array(4).fill(`${origin}/a`), `${origin}/b`]);
  });

  it('N1: a worker that is told to stop writes nothing more', async () => {
    const id = await added('/a', [{ title: 'Rose' }]);
    publish('/a', [{ title: 'Lion' }]);
    const running = run(id);
    await context.news.engine.abandon();
    await running;
    expect((await titles(ann)).length).toBeGreaterThan(0);
    expect((await run(id)).error).toBeUndefined();
    expect(await titles(ann)).toContain('Lion');
  });
});

describe('who sees what', () => {
  it('N2: an admin chooses for everybody, a person for themselves, and nobody learns what others read', async () => {
    await added('/all', [{ title: 'Convention' }]);
    const own = ok(
      await addFeed(context, ann, { address: publish('/own', [{ title: 'Poems' }]), forAll: false }),
    );
    await run(own.id);
    expect([await titles(ann), await titles(ben), await titles(boss), await titles(OPERATOR)]).toEqual([
      expect.arrayContaining(['Convention', 'Poems']),
      ['Convention'],
      ['Convention'],
      ['Convention'],
    ]);
    expect((await listSources(context, boss)).map(({ title }) => title)).toEqual(['all']);
    expect(refusalOf(await removeFeed(context, boss, own.id))).toBe('no-news-feed');
    expect(refusalOf(await changeFeed(context, ben, { feedId: own.id, shown: true }))).toBe('no-news-feed');
    expect(refusalOf(await addFeed(context, ben, { address: `${origin}/all`, forAll: true }))).toBe(
      'admins-only',
    );
    expect(refusalOf(await addFeed(context, OPERATOR, { address: `${origin}/all`, forAll: false }))).toBe(
      'people-only',
    );
  });

  it('N2: read by one is unread for another; hidden by one shows to the others', async () => {
    const id = await added('/all', [{ title: 'Convention' }]);
    ok(await readNews(context, ann, null));
    expect([await unread(ann), await unread(ben)]).toEqual([[], ['Convention']]);
    ok(await changeFeed(context, ben, { feedId: id, shown: false }));
    expect([await titles(ann), await titles(ben)]).toEqual([['Convention'], []]);
    expect(refusalOf(await removeFeed(context, ben, id))).toBe('news-of-all');
    ok(await changeFeed(context, ben, { feedId: id, shown: true }));
    expect(await titles(ben)).toEqual(['Convention']);
  });

  it('N2: what an admin takes away stays with those who chose it themselves, and goes with the last of them', async () => {
    const id = await added('/all', [{ title: 'Convention' }]);
    ok(await addFeed(context, ann, { address: `${origin}/all`, forAll: false }));
    ok(await removeFeed(context, boss, id));
    expect([await titles(ann), await titles(ben)]).toEqual([['Convention'], []]);
    ok(await removeFeed(context, ann, id));
    expect(await test.database.prisma.newsFeed.count()).toBe(0);
    expect(await test.database.prisma.source.count()).toBe(0);
  });

  it('N2: one feed is there once, however many add it at the same time, by whatever address', async () => {
    publish('/all', [{ title: 'Convention' }]);
    publish('/all/', [{ title: 'Convention' }]);
    const adds = [ann, ben, boss].map((actor, n) =>
      addFeed(context, actor, { address: `${origin}/all${n === 1 ? '/' : ''}`, forAll: actor === boss }),
    );
    const ids = (await Promise.all(adds)).map((outcome) => ok(outcome).id);
    expect(new Set(ids).size).toBe(1);
  });

  it('N2: news are told live to those who see them, and to nobody else', async () => {
    const own = ok(
      await addFeed(context, ann, { address: publish('/own', [{ title: 'Poems' }]), forAll: false }),
    );
    await test.database.prisma.change.deleteMany();
    await run(own.id);
    const told = await test.database.prisma.change.findMany({ where: { topic: 'news' } });
    expect(told.map(({ audience, audienceId }) => [audience, audienceId])).toEqual([['PERSON', 'ann']]);
  });
});

describe('finding feeds', () => {
  it('N2: a page leads to its feeds, each with its title and newest item', async () => {
    answers.set('/', {
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/blog.xml"></head></html>',
    });
    publish('/blog.xml', [{ title: 'Rose' }]);
    expect(ok(await findFeeds(context, origin))).toEqual([
      { url: `${origin}/blog.xml`, title: 'blog.xml', site: `${origin}/`, items: 1, latest: 'Rose' },
    ]);
  });

  it('N2: a page that names none is asked at the usual places', async () => {
    answers.set('/', { body: '<html><body>Studio</body></html>' });
    publish('/atom.xml', [{ title: 'Rose' }]);
    expect(ok(await findFeeds(context, origin.slice('http://'.length))).map(({ url }) => url)).toEqual([
      `${origin}/atom.xml`,
    ]);
    answers.delete('/atom.xml');
    expect(refusalOf(await findFeeds(context, origin))).toBe('news-none');
  });

  it('N1: an address inside the network, or with a password, is not asked', async () => {
    const failure = await findFeeds(context, 'http://10.0.0.1/feed');
    expect(failure).toMatchObject({ refusal: { code: 'news-failed', given: { kind: 'refused-address' } } });
    expect(refusalOf(await findFeeds(context, origin.replace('//', '//ann:secret@')))).toBe('news-password');
    expect(asked).toEqual([]);
  });
});

describe('lists of feeds', () => {
  it('N2: go out and come in, each feed once, and are looked at before', async () => {
    await added('/all', [{ title: 'Convention' }]);
    const { opml } = await exportOpml(context, boss);
    const list = new TextEncoder().encode(
      opml.replace('</body>', `<outline text="New" xmlUrl="${origin}/new"/></body>`),
    );
    const rehearsal = ok(await rehearseOpml(context, ann, list));
    expect(rehearsal.feeds.map(({ title, known }) => [title, known])).toEqual([
      ['all', true],
      ['New', false],
    ]);
    expect(await test.database.prisma.newsFeed.count()).toBe(1);
    const feeds = rehearsal.feeds.map(({ url, title }) => ({ url, title }));
    expect(ok(await importFeeds(context, ann, { feeds, forAll: false })).ids).toHaveLength(2);
    expect((await listSources(context, ann)).map(({ title, own }) => [title, own])).toEqual([
      ['all', true],
      ['New', true],
    ]);
  });

  it('N1: there is room for a hundred feeds, and what finds none is counted', async () => {
    const feeds = Array.from({ length: 120 }, (_, n) => ({ url: `https://x.example/${n}`, title: `${n}` }));
    const imported = ok(await importFeeds(context, boss, { feeds, forAll: true }));
    expect([imported.ids.length, imported.left]).toEqual([100, 20]);
    expect(refusalOf(await importFeeds(context, boss, { feeds: feeds.slice(100), forAll: true }))).toBe(
      'news-full',
    );
  });
});
