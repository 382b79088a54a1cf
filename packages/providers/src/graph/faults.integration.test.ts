import type { GraphEffect } from '@atelier/testkit/sandbox-graph/graph-faults';
import { describe, expect, test } from 'vitest';
import { createPullMirror } from '../contract/pull-mirror.ts';
import { event, openAccount } from '../contract/situation.ts';
import { accessTo, testGateway } from './testing/graph-server-under-test.ts';
import { at, DAILY, LUNCH, mailbox } from './testing/mailbox.ts';

const FAR = { start: at('2031-01-01T12:00:00'), end: at('2031-01-01T13:00:00') };

describe('Microsoft Graph, what is gone and what is not', () => {
  test('P5 an event that leaves the window is no deletion', async () => {
    await using box = await mailbox();
    const href = box.outlook.create(LUNCH);
    await box.here.mirror.pull();
    box.outlook.patch(href, FAR);
    expect(await box.here.mirror.pull()).toMatchObject({ changed: [href], removed: [] });
    expect(box.here.mirror.objects.get(href)?.body).toContain('20310101T');
  });

  test('P5 what a delta does not show is found by a full comparison', async () => {
    await using box = await mailbox();
    await box.here.mirror.pull();
    const href = box.outlook.create({ ...LUNCH, ...FAR });
    await box.here.mirror.pull();
    await box.here.mirror.pull({ full: true });
    expect(box.here.mirror.objects.get(href)?.body).toContain('20310101T');
  });

  test('S7 P5 a cancelled instance that only its own id tells of is taken out', async () => {
    await using box = await mailbox({ settings: { mastersInDelta: false } });
    const href = box.outlook.create(DAILY);
    await box.here.mirror.pull();
    box.outlook.remove(box.outlook.instance(href, '2026-07-09T10:00:00Z'));
    await box.here.mirror.pull();
    expect(box.here.mirror.objects.get(href)?.body).toContain('EXDATE');
  });

  test.each([410, 400] as const)('S4 P5 a dead token (%d) leads to a full comparison', async (deadToken) => {
    await using box = await mailbox({ settings: { deadToken } });
    const [stays, goes] = [box.outlook.create(LUNCH), box.outlook.create(LUNCH)];
    await box.here.mirror.pull();
    box.sandbox.killTokens('ann@studio.example', 'AQMkcal');
    box.outlook.remove(goes);
    const pulled = await box.here.mirror.pull();
    expect(pulled).toMatchObject({ complete: true, changed: [], removed: [goes] });
    expect([...box.here.mirror.objects.keys()]).toEqual([stays]);
  });

  test('S5 what is told again changes nothing', async () => {
    await using box = await mailbox({ settings: { replays: true } });
    box.outlook.create(LUNCH);
    box.outlook.create(DAILY);
    await box.here.mirror.pull();
    const before = new Map(box.here.mirror.objects);
    await box.here.mirror.pull();
    expect(new Map(box.here.mirror.objects)).toEqual(before);
  });

  test('S1 S13 a calendar of many pages arrives whole', async () => {
    await using box = await mailbox({ settings: { pageSize: 20 } });
    const hrefs = Array.from({ length: 450 }, () => box.outlook.create(LUNCH));
    expect(await box.here.mirror.pull()).toMatchObject({ complete: true });
    expect([...box.here.mirror.objects.keys()].sort()).toEqual(hrefs.sort());
    expect(box.sandbox.complaints).toEqual(new Set());
  });

  test('S8 lists that are empty of a sudden take nothing away before each event was asked for', async () => {
    await using box = await mailbox();
    const href = box.outlook.create(LUNCH);
    await box.here.mirror.pull();
    box.sandbox.faults.add({
      effect: { kind: 'emptied' },
      match: ({ method, path }) => method === 'GET' && !/\/events\/[^/]+$/.test(path),
    });
    expect(await box.here.mirror.pull({ full: true })).toMatchObject({ removed: [] });
    expect([...box.here.mirror.objects.keys()]).toEqual([href]);
  });
});

const FAILURES: readonly (readonly [string, GraphEffect, object])[] = [
  ['429', { kind: 'status', status: 429, retryAfter: 30 }, { kind: 'throttled', retryAfterMs: 30_000 }],
  [
    '503 with a wait',
    { kind: 'status', status: 503, retryAfter: 5 },
    { kind: 'throttled', retryAfterMs: 5_000 },
  ],
  ['509', { kind: 'status', status: 509 }, { kind: 'throttled' }],
  ['500', { kind: 'status', status: 500 }, { kind: 'server-error' }],
  ['504', { kind: 'status', status: 504 }, { kind: 'server-error' }],
  ['403', { kind: 'status', status: 403, code: 'ErrorAccessDenied' }, { kind: 'forbidden' }],
  [
    'no mailbox',
    { kind: 'status', status: 404, code: 'MailboxNotEnabledForRESTAPI' },
    { kind: 'wrong-service' },
  ],
  ['a web page', { kind: 'html' }, { kind: 'wrong-service' }],
  ['half an answer', { kind: 'truncate' }, { kind: 'malformed' }],
  ['a cut connection', { kind: 'reset', at: 'before' }, { kind: 'unreachable' }],
];

describe('Microsoft Graph, failures', () => {
  test.each(FAILURES)('S9 %s is a failure and never an empty answer', async (_, effect, failure) => {
    await using box = await mailbox();
    box.outlook.create(LUNCH);
    await box.here.mirror.pull();
    box.sandbox.faults.add({ effect });
    await expect(box.here.mirror.pull()).rejects.toMatchObject(failure);
    await expect(box.here.mirror.pull({ full: true })).rejects.toMatchObject(failure);
    await expect(box.here.provider.recheck(box.here.calendar.href)).rejects.toMatchObject(failure);
    await expect(box.here.provider.findByUid(box.here.calendar.href, 'x')).rejects.toMatchObject(failure);
  });

  test('S9 a part of a batch that is throttled stops the page, and what was read before stays', async () => {
    await using box = await mailbox();
    await box.here.mirror.pull();
    const hrefs = [box.outlook.create(LUNCH), box.outlook.create(LUNCH)];
    box.sandbox.faults.add({
      effect: { kind: 'status', status: 429, retryAfter: 7 },
      match: ({ inBatch }) => inBatch,
      times: 1,
    });
    await expect(box.here.mirror.pull()).rejects.toMatchObject({ kind: 'throttled', retryAfterMs: 7_000 });
    await box.here.mirror.pull();
    expect([...box.here.mirror.objects.keys()].sort()).toEqual(hrefs.sort());
  });

  test('P1 a token that has ended is asked for anew once, and only once', async () => {
    await using box = await mailbox();
    const tokens = ['ended', 'ann@studio.example'];
    const refused: (string | undefined)[] = [];
    const access = accessTo(box.sandbox);
    const credential = {
      ...access.credential,
      kind: 'oauth' as const,
      signedIn: { personId: null, tenantId: null, name: null },
      accessToken: async (old?: string) => {
        refused.push(old);
        return (old === undefined ? tokens[0] : tokens[1]) ?? '';
      },
    };
    await using gateway = testGateway();
    const { calendars } = await openAccount({ gateway, access: { ...access, credential } });
    expect(calendars).toHaveLength(1);
    expect(refused.slice(0, 2)).toEqual([undefined, 'ended']);
    tokens[1] = 'ended as well';
    const again = await gateway.test({ ...access, credential });
    expect(again).toMatchObject({ ok: false, failure: { kind: 'credentials' } });
  });

  test('S14 a link that leads to another address is not followed', async () => {
    await using box = await mailbox();
    const { here } = box;
    const link = 'http://elsewhere.example/v1.0/me/calendars/x/calendarView/delta?$deltatoken=1';
    const cursor = { link, from: '2025-06-15T00:00:00Z', to: '2028-06-15T00:00:00Z' };
    const pull = Array.fromAsync(
      here.provider.changes({
        calendarHref: here.calendar.href,
        capabilities: {},
        cursor,
        full: false,
        known: async () => new Map(),
        preview: null,
      }),
    );
    await expect(pull).rejects.toMatchObject({ kind: 'cross-origin-redirect' });
  });
});

const ANSWERS_LOST: readonly GraphEffect[] = [
  { kind: 'reset', at: 'answer' },
  { kind: 'status', status: 504, applied: true },
];

describe.each(ANSWERS_LOST)('Microsoft Graph, a lost answer: $kind', (effect) => {
  test('S3 a creation that arrived is told from a new one', async () => {
    await using box = await mailbox();
    const href = box.newHref('new');
    box.sandbox.faults.add({ effect, match: ({ method }) => method === 'POST', times: 1 });
    await expect(box.here.put(href, event('new'), null)).rejects.toMatchObject({ kind: expect.any(String) });
    const again = await box.here.put(href, event('new'), null);
    const found = await box.here.provider.findByUid(box.here.calendar.href, 'new@atelier.test');
    expect(again).toEqual({ outcome: 'duplicate', href: found?.href });
    expect(found?.body).toBe(event('new'));
  });

  test.each([409, 400] as const)(
    'S3 a creation that nobody finds by its UID is told by its transaction (%d)',
    async (duplicateStatus) => {
      await using box = await mailbox({ settings: { duplicateStatus } });
      const href = box.newHref('new');
      box.sandbox.faults.add({ effect, match: ({ method }) => method === 'POST', times: 1 });
      await box.here.put(href, event('new'), null).catch(() => undefined);
      box.sandbox.faults.add({
        effect: { kind: 'emptied' },
        match: ({ query }) => query.has('$filter'),
        times: 2,
      });
      expect(await box.here.put(href, event('new'), null)).toMatchObject({ outcome: 'duplicate' });
    },
  );

  test('S2 a change that arrived is seen to have arrived', async () => {
    await using box = await mailbox();
    const base = await box.here.createAt(box.newHref('a'), event('a'));
    box.sandbox.faults.add({ effect, match: ({ method }) => method === 'PATCH', times: 1 });
    const mine = event('a', 'Mine');
    await expect(box.here.put(base.href, mine, base)).rejects.toMatchObject({ kind: expect.any(String) });
    expect(await box.here.put(base.href, mine, base)).toEqual({ outcome: 'changed' });
    const { found } = await box.here.provider.fetch(box.here.calendar.href, [base.href]);
    expect(found[0]?.body).toBe(mine);
  });
});

describe('Microsoft Graph, races', () => {
  test.each([412, 409] as const)(
    'S2 a change between look and write is not overwritten (%d)',
    async (ifMatch) => {
      await using box = await mailbox({ settings: { ifMatch } });
      const base = await box.here.createAt(box.newHref('a'), event('a'));
      box.sandbox.faults.add({
        effect: {
          kind: 'meanwhile',
          when: 'before',
          act: () => box.outlook.patch(base.href, { subject: 'Theirs' }),
        },
        match: ({ method }) => method === 'PATCH' || method === 'DELETE',
        times: 1,
      });
      expect(await box.here.put(base.href, event('a', 'Mine'), base)).toEqual({ outcome: 'changed' });
      expect(box.outlook.get(base.href)).toMatchObject({ subject: 'Theirs' });
    },
  );

  test('S2 an exception that changed without its master is no version that was meant', async () => {
    await using box = await mailbox({ settings: { masterFollows: false } });
    const href = box.outlook.create(DAILY);
    await box.here.mirror.pull();
    const base = box.here.mirror.objects.get(href) ?? { etag: null, body: '' };
    box.outlook.patch(box.outlook.instance(href, '2026-07-08T10:00:00Z'), { subject: 'Theirs' });
    const mine = base.body.replace('SUMMARY:Stand-up', 'SUMMARY:Mine');
    expect(await box.here.put(href, mine, base)).toEqual({ outcome: 'changed' });
  });

  test('S1 an incremental history and a full pull give the same, series and all', async () => {
    await using box = await mailbox();
    const { here, outlook } = box;
    await here.mirror.pull();
    const href = outlook.create(DAILY);
    await here.mirror.pull();
    outlook.patch(outlook.instance(href, '2026-07-07T10:00:00Z'), { subject: 'Other' });
    await here.mirror.pull();
    outlook.remove(outlook.instance(href, '2026-07-08T10:00:00Z'));
    await here.mirror.pull();
    const fresh = createPullMirror(here.provider, here.calendar);
    await fresh.pull();
    expect(fresh.objects).toEqual(here.mirror.objects);
  });
});

describe('Microsoft Graph, a quiet account', () => {
  test('P10 S5 costs one request, for all of its calendars', async () => {
    await using box = await mailbox();
    const { provider, calendar, mirror } = box.here;
    box.outlook.create(LUNCH);
    await mirror.pull();
    const before = provider.traffic.requests;
    await provider.listCalendars(new Map([[calendar.href, { capabilities: {}, cursor: mirror.cursor }]]));
    expect(await mirror.pull()).toMatchObject({ complete: true, changed: [], removed: [], requests: 0 });
    expect(provider.traffic.requests - before).toBe(1);
    // What was asked for ahead counts once.
    box.outlook.create(LUNCH);
    expect(await mirror.pull()).toMatchObject({ changed: [expect.any(String)] });
  });

  test('P10 a dead link that was asked for ahead leads to a full comparison', async () => {
    await using box = await mailbox();
    const { provider, calendar, mirror } = box.here;
    box.outlook.create(LUNCH);
    await mirror.pull();
    box.sandbox.killTokens('ann@studio.example', 'AQMkcal');
    await provider.listCalendars(new Map([[calendar.href, { capabilities: {}, cursor: mirror.cursor }]]));
    expect(await mirror.pull()).toMatchObject({ complete: true, changed: [], removed: [] });
  });
});
