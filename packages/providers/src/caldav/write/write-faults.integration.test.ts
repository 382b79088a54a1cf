import type { Effect } from '@atelier/testkit/sandbox/faults/effect';
import { onBody } from '@atelier/testkit/sandbox/faults/fault-match';
import { describe, expect, test } from 'vitest';
import { event } from '../../contract/situation.ts';
import { writeCalendar } from '../testing/write-calendar.ts';

/** The server did it, and nobody heard. */
const LOST: readonly Effect[] = [
  { kind: 'reset', at: 'answer' },
  { kind: 'stall', at: 'answer' },
  { kind: 'status', status: 502, applied: true },
  { kind: 'status', status: 504, applied: true },
];

describe('S3 case 24: the answer is lost after the write was made', () => {
  test.each(LOST)('a new object is found by the next try, and is one: %j', async (effect) => {
    await using it = await writeCalendar();
    it.on('PUT', effect);
    const href = `${it.here.calendar.href}new.ics`;
    const first = await it.here.put(href, event('new'), null).catch(({ kind }: { kind: string }) => kind);
    expect(it.names()).toEqual(['e.ics', 'new.ics']);
    if (typeof first !== 'string') expect(first).toEqual({ outcome: 'changed' });
    expect(await it.here.put(href, event('new'), null)).toEqual({ outcome: 'changed' });
    const found = await it.here.provider.findByUid(it.here.calendar.href, 'new@atelier.test');
    expect(found).toMatchObject({ href, body: event('new') });
    expect(it.names()).toEqual(['e.ics', 'new.ics']);
  });

  test.each(LOST)('an update is no update of an old version to the next try: %j', async (effect) => {
    await using it = await writeCalendar();
    it.on('PUT', effect);
    const update = () => it.here.put(it.base.href, event('e', 'Mine'), it.base);
    await expect(update()).rejects.toThrow();
    expect(it.text('e.ics')).toBe(event('e', 'Mine'));
    expect(await update()).toEqual({ outcome: 'changed' });
    const { found } = await it.here.provider.fetch(it.here.calendar.href, [it.base.href]);
    expect(found).toMatchObject([{ body: event('e', 'Mine') }]);
  });

  test.each(LOST)('a deletion has been made: %j', async (effect) => {
    await using it = await writeCalendar();
    it.on('DELETE', effect);
    await expect(it.here.remove(it.base.href, it.base)).rejects.toThrow();
    expect(it.names()).toEqual([]);
    expect(await it.here.remove(it.base.href, it.base)).toEqual({ outcome: 'gone' });
  });

  test.each(LOST.slice(0, 2))('case 32: a move has been made: %j', async (effect) => {
    await using it = await writeCalendar();
    it.on('MOVE', effect);
    await expect(it.here.move(it.base.href, it.base, it.second)).rejects.toThrow();
    expect([it.names(), it.names('second')]).toEqual([[], ['e.ics']]);
    expect(await it.here.move(it.base.href, it.base, it.second)).toEqual({ outcome: 'gone' });
  });

  test('a 500 to the loser of two creates at once is looked into', async () => {
    await using it = await writeCalendar();
    it.on('PUT', { kind: 'status', status: 500 });
    it.sandbox.put('ann', 'cal', 'new.ics', event('new', 'Theirs'));
    const outcome = await it.here.put(`${it.here.calendar.href}new.ics`, event('new'), null);
    expect(outcome).toEqual({ outcome: 'changed' });
    expect(it.text('new.ics')).toContain('Theirs');
  });

  test('the text that the server has is asked for a second time', async () => {
    await using it = await writeCalendar();
    it.on('GET', { kind: 'reset', at: 'inside' });
    expect(await it.here.put(it.base.href, event('e', 'Mine'), it.base)).toMatchObject({
      outcome: 'stored',
      body: event('e', 'Mine'),
    });
    expect(it.asked()).toBe('PUT GET GET');
  });

  test('what cannot be read back is not said to be stored', async () => {
    await using it = await writeCalendar();
    it.on('GET', { kind: 'reset', at: 'inside' }, 'always');
    await expect(it.here.put(it.base.href, event('e', 'Mine'), it.base)).rejects.toMatchObject({
      kind: 'unreachable',
    });
  });
});

describe('S9 a failure is an answer about nothing', () => {
  test.each([
    [{ kind: 'status', status: 401 }, 'credentials'],
    [{ kind: 'status', status: 429 }, 'throttled'],
    [{ kind: 'status', status: 503, retryAfter: 40 }, 'throttled'],
    [{ kind: 'status', status: 500 }, 'server-error'],
    [{ kind: 'status', status: 502 }, 'server-error'],
    [{ kind: 'status', status: 503 }, 'server-error'],
    [{ kind: 'status', status: 504 }, 'server-error'],
    [{ kind: 'status', status: 202 }, 'wrong-service'],
    [{ kind: 'reset', at: 'before' }, 'unreachable'],
    [{ kind: 'stall', at: 'request' }, 'timeout'],
    [{ kind: 'html' }, 'wrong-service'],
    [{ kind: 'non-xml' }, 'server-error'],
    [{ kind: 'doctype', form: 'bomb' }, 'server-error'],
    [{ kind: 'redirect', status: 307, to: 'endless' }, 'wrong-service'],
    [{ kind: 'redirect', status: 308, to: new URL('http://elsewhere.invalid/') }, 'cross-origin-redirect'],
  ] as const satisfies readonly (readonly [Effect, string])[])('%j is %s', async (effect, kind) => {
    await using it = await writeCalendar();
    it.sandbox.faults.add({ effect, occurs: 'always', match: ({ method }) => WRITES.has(method) });
    const { here, base } = it;
    await expect(here.put(base.href, event('e', 'Mine'), base)).rejects.toMatchObject({ kind });
    await expect(here.put(`${here.calendar.href}n.ics`, event('n'), null)).rejects.toMatchObject({ kind });
    await expect(here.remove(base.href, base)).rejects.toMatchObject({ kind });
    // To a move, 502 is RFC 4918's word for a destination that it cannot reach: a copy may do.
    const isUnsupported = ['non-xml', 'doctype'].includes(effect.kind) || statusOf(effect) === 502;
    const moved = here.move(base.href, base, it.second);
    if (isUnsupported) expect(await moved).toEqual({ outcome: 'unsupported' });
    else await expect(moved).rejects.toMatchObject({ kind });
    expect([it.names(), it.text('e.ics')]).toEqual([['e.ics'], event('e')]);
  });

  test('Retry-After is handed on', async () => {
    await using it = await writeCalendar();
    it.on('PUT', { kind: 'status', status: 429, retryAfter: 40 });
    await expect(it.here.put(it.base.href, event('e', 'Mine'), it.base)).rejects.toMatchObject({
      kind: 'throttled',
      retryAfterMs: 40_000,
    });
  });

  test.each([301, 302, 303, 307, 308] as const)(
    'case 19: a %i is followed with method and text',
    async (status) => {
      await using it = await writeCalendar();
      it.on('PUT', { kind: 'redirect', status, to: 'same-origin' });
      const stored = await it.here.put(it.base.href, event('e', 'Mine'), it.base);
      expect(stored).toMatchObject({ outcome: 'stored', href: it.base.href, body: event('e', 'Mine') });
      it.on('DELETE', { kind: 'redirect', status, to: 'same-origin' });
      expect(await it.here.remove(it.base.href, stored as typeof it.base)).toEqual({ outcome: 'removed' });
    },
  );
});

const WRITES: ReadonlySet<string> = new Set(['PUT', 'DELETE', 'MOVE']);
const statusOf = (effect: Effect): number | null => (effect.kind === 'status' ? effect.status : null);

test('S14 case 19: no other origin is asked, and the text stays here', async () => {
  await using it = await writeCalendar();
  await using elsewhere = await writeCalendar();
  const to = new URL(elsewhere.sandbox.objectUrl('ann', 'cal', 'new.ics'));
  it.on('PUT', { kind: 'redirect', status: 307, to });
  await expect(it.here.put(`${it.here.calendar.href}new.ics`, event('new'), null)).rejects.toMatchObject({
    kind: 'cross-origin-redirect',
  });
  expect([it.names(), elsewhere.names(), elsewhere.sandbox.requests]).toEqual([['e.ics'], ['e.ics'], []]);
});

describe('S7 case 17: missing and unreadable are told apart', () => {
  test.each([
    { kind: 'multiget', form: 'missing-left-out' },
    { kind: 'multiget', form: 'omitting' },
    { kind: 'multiget', form: 'unsolicited' },
    { kind: 'multiget', form: 'duplicated' },
    { kind: 'without', features: ['multiget'] },
    { kind: 'member-status', status: 404, names: () => true },
  ] as const satisfies readonly Effect[])('in spite of %j', async (effect) => {
    await using it = await writeCalendar();
    const { href, etag } = await it.here.createAt(`${it.here.calendar.href}f.ics`, event('f'));
    const nowhere = `${it.here.calendar.href}nowhere.ics`;
    it.always(effect);
    const fetched = await it.here.provider.fetch(it.here.calendar.href, [it.base.href, nowhere, href]);
    expect(fetched.found.map(({ href: found }) => found).toSorted()).toEqual([it.base.href, href]);
    expect(fetched.found.find((one) => one.href === href)?.etag).toBe(etag);
    expect([fetched.missing, fetched.unreadable]).toEqual([[nowhere], []]);
  });

  test('one that the server cannot hand out is there all the same', async () => {
    await using it = await writeCalendar();
    it.always({ kind: 'member-status', status: 500, names: () => true });
    it.on('GET', { kind: 'status', status: 500 }, 'always');
    expect(await it.here.provider.fetch(it.here.calendar.href, [it.base.href])).toMatchObject({
      found: [],
      missing: [],
      unreadable: [{ href: it.base.href }],
    });
  });

  test('S3 case 24: a UID is looked for by reading through what cannot be asked', async () => {
    await using it = await writeCalendar();
    const refuse = { match: onBody('calendar-query'), occurs: 'always' } as const;
    it.sandbox.faults.add({ ...refuse, effect: { kind: 'status', status: 403 } });
    const find = (uid: string) => it.here.provider.findByUid(it.here.calendar.href, uid);
    expect(await find('e@atelier.test')).toMatchObject({ href: it.base.href, etag: it.base.etag });
    expect(await find('nobody')).toBeNull();
    for (let n = 0; n < 2001; n += 1) it.sandbox.put('ann', 'cal', `${n}.ics`, event(`${n}`));
    await expect(find('nobody')).rejects.toMatchObject({ status: 403 });
  });
});
