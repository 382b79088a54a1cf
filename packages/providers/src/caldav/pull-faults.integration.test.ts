import type { Effect, EffectOf } from '@atelier/testkit/sandbox/effect';
import { startSandboxServer } from '@atelier/testkit/sandbox-server';
import { describe, expect, test } from 'vitest';
import type { RemoteCalendar } from '../port.ts';
import { event, openAccount, testGateway } from './contract-suite.ts';
import { createPullMirror, type PullMirror } from './pull-mirror.ts';

interface Situation extends AsyncDisposable {
  readonly mirror: PullMirror;
  put(name: string, summary?: string): void;
  remove(name: string): void;
  /** For every REPORT and PROPFIND, or for REPORTs of one kind. */
  fault(effect: Effect, on?: 'sync-collection' | 'calendar-multiget' | 'propfind', occurs?: number): void;
  calm(): void;
  names(): readonly string[];
}

/** A calendar of the sandbox with objects `e0.ics` and on, pulled once unless `pulled` is false. */
async function situation(count: number, pulled = true, without?: 'sync-collection'): Promise<Situation> {
  const server = await startSandboxServer();
  const { sandbox } = server;
  sandbox.addCalendar('ann', { uri: 'cal' });
  const put = (name: string, summary?: string): void =>
    void sandbox.put('ann', 'cal', name, event(name, summary));
  for (let index = 0; index < count; index += 1) put(`e${index}.ics`);
  const gateway = testGateway();
  const { provider, calendars } = await openAccount(gateway, server);
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error('the sandbox shows no calendar');
  const mirror = createPullMirror(provider, without === undefined ? calendar : lacking(calendar));
  if (pulled) await mirror.pull();
  return {
    mirror,
    put,
    remove: (name) => void sandbox.remove('ann', 'cal', name),
    fault(effect, on, occurs) {
      const match = on && { match: ({ dav }: { dav: unknown }) => kindOf(dav) === on };
      sandbox.faults.add({ effect, occurs: occurs ?? 'always', ...match });
    },
    calm: () => sandbox.faults.clear(),
    names: () =>
      [...mirror.objects.keys()].map((href) => decodeURIComponent(href.split('/').at(-1) ?? '')).sort(),
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

const kindOf = (dav: unknown): unknown => (dav as { kind?: unknown } | null)?.kind;
const lacking = (calendar: RemoteCalendar): RemoteCalendar => ({
  ...calendar,
  capabilities: { ...calendar.capabilities, syncCollection: false },
});

describe('S7 deletions arrive', () => {
  const forms: readonly EffectOf<'deletion-form'>['form'][] = ['propstat-404', 'propstat-418', '418', '410'];

  test.each(forms)('told as %s', async (form) => {
    await using it = await situation(4);
    it.remove('e1.ics');
    it.fault({ kind: 'deletion-form', form });
    expect(await it.mirror.pull()).toMatchObject({
      complete: true,
      removed: [expect.stringContaining('e1.ics')],
    });
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics']);
  });

  test('by a server that leaves vanished objects out of a multiget', async () => {
    await using it = await situation(4);
    it.remove('e1.ics');
    it.fault({ kind: 'multiget', form: 'missing-left-out' });
    await it.mirror.pull();
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics']);
  });

  test('told of an object that was made anew under its name: it lives', async () => {
    await using it = await situation(4);
    it.remove('e1.ics');
    it.put('e1.ics', 'Again');
    it.fault({ kind: 'delete-wins' });
    expect(await it.mirror.pull()).toMatchObject({ removed: [] });
    expect([...it.mirror.objects.values()].some(({ body }) => body.includes('Again'))).toBe(true);
  });

  test('by a server that takes a lost token for a first sync', async () => {
    await using it = await situation(30);
    it.remove('e1.ics');
    it.fault({ kind: 'token-unknown-is-initial' });
    it.fault({ kind: 'token-refused', status: 403, precondition: true }, 'sync-collection', 1);
    await it.mirror.pull();
    expect(it.names()).toHaveLength(29);
  });

  test('by comparison, on a server without sync-collection', async () => {
    await using it = await situation(5, true, 'sync-collection');
    it.remove('e1.ics');
    it.put('new.ics');
    expect(await it.mirror.pull()).toMatchObject({
      complete: true,
      removed: [expect.stringContaining('e1.ics')],
    });
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics', 'e4.ics', 'new.ics']);
  });
});

test('S5 without sync-collection, an equal ctag is the end of it', async () => {
  await using it = await situation(5, true, 'sync-collection');
  expect(await it.mirror.pull()).toMatchObject({ complete: true, requests: 1, knownCalls: 0 });
});

test('S1 without sync-collection and without ctag, the etags tell', async () => {
  await using it = await situation(5, false, 'sync-collection');
  it.fault({ kind: 'without', features: ['ctag', 'sync-collection'] });
  await it.mirror.pull();
  it.put('e1.ics', 'Moved');
  expect(await it.mirror.pull()).toMatchObject({ changed: [expect.stringContaining('e1.ics')] });
});

describe('S4 a token that is refused leads to a full comparison', () => {
  test.each([
    [403, true],
    [409, false],
    [410, false],
    [412, false],
    [400, false],
    [415, false],
    [507, false],
    [500, false],
  ])('with %i', async (status, precondition) => {
    await using it = await situation(6);
    it.remove('e1.ics');
    it.put('new.ics');
    it.fault({ kind: 'token-refused', status, precondition });
    expect(await it.mirror.pull()).toMatchObject({
      complete: true,
      changed: [expect.stringContaining('new.ics')],
    });
    expect(it.names()).toEqual(['e0.ics', 'e2.ics', 'e3.ics', 'e4.ics', 'e5.ics', 'new.ics']);
  });
});

describe('S9 a failure is never "no change"', () => {
  test.each([
    [401, 'credentials'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'throttled'],
    [502, 'server-error'],
    [503, 'server-error'],
    [504, 'server-error'],
  ])('%i on the report is %s', async (status, kind) => {
    await using it = await situation(3);
    it.fault({ kind: 'status', status }, 'sync-collection');
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind, status });
    expect(it.names()).toHaveLength(3);
  });

  test.each([401, 429, 503])('%i on the bodies', async (status) => {
    await using it = await situation(3);
    it.put('new.ics');
    it.fault({ kind: 'status', status }, 'calendar-multiget');
    await expect(it.mirror.pull()).rejects.toMatchObject({ status });
    it.calm();
    expect(await it.mirror.pull()).toMatchObject({ changed: [expect.stringContaining('new.ics')] });
  });

  test.each([
    [30, 30_000],
    [new Date(Date.now() + 3_600_000).toUTCString(), expect.closeTo(3_600_000, -4)],
  ])('Retry-After %s is handed on', async (retryAfter, ms) => {
    await using it = await situation(1);
    it.fault({ kind: 'status', status: 503, retryAfter });
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind: 'throttled', retryAfterMs: ms });
  });

  test.each(['before', 'answer', 'inside'] as const)('a connection cut %s', async (at) => {
    await using it = await situation(3);
    it.fault({ kind: 'reset', at });
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe('S8 an answer that is none deletes nothing', () => {
  test.each([
    [{ kind: 'html' }, 'not-caldav'],
    [{ kind: 'non-xml' }, 'malformed'],
    [{ kind: 'truncate' }, 'malformed'],
  ] as const)('%j is %s, in a delta and in a full list', async (effect, kind) => {
    await using it = await situation(8);
    it.put('new.ics');
    it.fault(effect);
    await expect(it.mirror.pull()).rejects.toMatchObject({ kind });
    await expect(it.mirror.pull({ full: true })).rejects.toMatchObject({ kind });
    expect(it.names()).toHaveLength(8);
  });

  test('a list that is suddenly empty is doubted by name', async () => {
    await using it = await situation(8);
    it.fault({ kind: 'emptied' });
    expect(await it.mirror.pull({ full: true })).toMatchObject({ complete: true, removed: [] });
    expect(it.names()).toHaveLength(8);
  });

  test('a longer one is handed on as what is missing from a list', async () => {
    await using it = await situation(120);
    it.fault({ kind: 'emptied' });
    const { pages } = await it.mirror.pull({ full: true });
    expect(pages).toMatchObject([{ removalEvidence: 'missing-from-list', listed: 0 }]);
    expect(pages[0]?.removed).toHaveLength(120);
  });

  test('a list cut short without a word is doubted by name', async () => {
    await using it = await situation(30);
    it.fault({ kind: 'paged', size: 20, form: 'lossy' });
    expect(await it.mirror.pull({ full: true })).toMatchObject({ removed: [] });
    expect(it.names()).toHaveLength(30);
  });
});

describe('S4 pages of a report', () => {
  test('507 is followed to the end, and a run that breaks off fetches only the rest', async () => {
    await using it = await situation(600, false);
    it.fault({ kind: 'paged', size: 230, form: '507' });
    it.fault({ kind: 'without', features: ['calendar-data-in-sync'] });
    await it.mirror.pull({ stopAfter: 2 });
    const stored = it.mirror.objects.size;
    const { changed, complete } = await it.mirror.pull();
    expect(complete).toBe(true);
    expect(changed).toHaveLength(600 - stored);
    expect(it.names()).toHaveLength(600);
  });

  test('a delta in pages arrives whole', async () => {
    await using it = await situation(40);
    for (let index = 0; index < 25; index += 1) it.put(`new${index}.ics`);
    it.fault({ kind: 'paged', size: 10, form: '507' });
    await it.mirror.pull();
    expect(it.names()).toHaveLength(65);
  });
});

test('S1 a token that is reset each time costs nothing but the look', async () => {
  await using it = await situation(5);
  it.fault({ kind: 'token-reset' });
  await it.mirror.pull();
  it.put('new.ics');
  expect(await it.mirror.pull()).toMatchObject({
    changed: [expect.stringContaining('new.ics')],
    removed: [],
  });
});

describe('a preview', () => {
  const preview = {
    from: Temporal.Instant.from('2026-07-01T00:00Z'),
    to: Temporal.Instant.from('2026-08-01T00:00Z'),
  };

  test('comes first and is not complete', async () => {
    await using it = await situation(3, false);
    const { pages } = await it.mirror.pull({ preview });
    expect(pages[0]).toMatchObject({ complete: false, listed: null, removed: [] });
    expect(pages[0]?.changed).toHaveLength(3);
    expect(it.names()).toHaveLength(3);
  });

  test.each([
    { kind: 'status', status: 500 },
    { kind: 'html' },
    { kind: 'truncate' },
    { kind: 'reset', at: 'answer' },
  ] as const)('that fails with %j is left out', async (effect) => {
    await using it = await situation(3, false);
    it.fault(effect, undefined, 1);
    expect(await it.mirror.pull({ preview })).toMatchObject({ complete: true });
    expect(it.names()).toHaveLength(3);
  });

  test('S9 stops at a refused password', async () => {
    await using it = await situation(3, false);
    it.fault({ kind: 'status', status: 401 }, undefined, 1);
    await expect(it.mirror.pull({ preview })).rejects.toMatchObject({ kind: 'credentials' });
  });
});
