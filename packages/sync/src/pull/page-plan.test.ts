import type { ReadObject } from '@atelier/calendar/occurrence';
import type { ObjectFingerprint } from '@atelier/database/object/object-store';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planPage, type ReadChange } from './page-plan.ts';

function object(uid: string): ReadObject {
  const empty = {
    components: [],
    flags: [],
    occurrences: [],
    recurring: false,
    firstStart: null,
    lastEnd: null,
  };
  return { uid, sequence: 0, ...empty };
}

function change(href: string, uid: string, digest: string, etag = digest): ReadChange {
  return { href, etag, body: digest, digest, result: { ok: true, object: object(uid) } };
}

function stored(href: string, uid: string, digest: string): ObjectFingerprint {
  return { id: `id-${href}`, href, uid, etag: digest, digest };
}

function plan(input: Partial<Parameters<typeof planPage>[0]>) {
  let next = 0;
  return planPage({
    changed: [],
    unreadable: [],
    removed: [],
    stored: [],
    newId: () => `new-${next++}`,
    ...input,
  });
}

describe('planning a page', () => {
  test('S3 a changed object keeps its id', () => {
    const { put, updated } = plan({ changed: [change('/a', 'u', '2')], stored: [stored('/a', 'u', '1')] });
    expect(put.map(({ id }) => id)).toEqual(['id-/a']);
    expect(updated).toBe(1);
  });

  test('S3 case 44: the same event at a new address keeps its id', () => {
    const { put, remove, added } = plan({
      changed: [change('/b', 'u', '1')],
      removed: ['/a'],
      stored: [stored('/a', 'u', '1')],
    });
    expect(put[0]).toMatchObject({ id: 'id-/a', href: '/b' });
    expect([remove, added]).toEqual([[], 0]);
  });

  test('T1 case 41: another UID at the same address is another event', () => {
    const { put, remove } = plan({ changed: [change('/a', 'other', '2')], stored: [stored('/a', 'u', '1')] });
    expect(put[0]?.id).toBe('new-0');
    expect(remove).toEqual(['id-/a']);
  });

  test('S5 the same text again changes nothing; another etag for it only moves the etag', () => {
    const same = plan({ changed: [change('/a', 'u', '1')], stored: [stored('/a', 'u', '1')] });
    expect([same.put, same.etags, same.remove]).toEqual([[], [], []]);
    const renamed = plan({ changed: [change('/a', 'u', '1', 'W/"1"')], stored: [stored('/a', 'u', '1')] });
    expect([renamed.put, renamed.etags]).toEqual([[], [{ id: 'id-/a', etag: 'W/"1"' }]]);
  });

  test('S10 an object that became unreadable keeps its last readable version', () => {
    const unreadable = [{ href: '/a', etag: '2', reason: 'too large' }];
    expect(plan({ unreadable, stored: [stored('/a', 'u', '1')] }).put).toEqual([]);
    expect(plan({ unreadable }).put[0]).toMatchObject({ quarantined: 'too large', etag: null });
  });

  test('S2 a removal that is not stored here is nothing', () => {
    expect(plan({ removed: ['/gone'] })).toMatchObject({ remove: [], removed: 0 });
  });
});

test('S5 applying a page twice equals applying it once', () => {
  const href = fc.constantFrom('/a', '/b', '/c', '/d');
  const item = fc.record({
    href,
    uid: fc.constantFrom('u', 'v', 'w'),
    digest: fc.constantFrom('1', '2', '3'),
  });
  const page = fc.uniqueArray(item, { selector: (one) => one.href });
  fc.assert(
    fc.property(page, page, fc.subarray(['/a', '/b', '/c', '/d']), (before, changed, gone) => {
      const removed = gone.filter((one) => !changed.some((other) => other.href === one));
      const input = { changed: changed.map((one) => change(one.href, one.uid, one.digest)), removed };
      const state = before.map((one) => stored(one.href, one.uid, one.digest));
      const once = apply(state, plan({ ...input, stored: state }));
      const again = plan({ ...input, stored: once });
      expect([again.put, again.etags, again.remove]).toEqual([[], [], []]);
      expect(new Set(once.map((one) => one.id)).size).toBe(once.length);
    }),
    { numRuns: 5_000 },
  );
});

function apply(
  state: readonly ObjectFingerprint[],
  { put, remove, etags }: ReturnType<typeof planPage>,
): ObjectFingerprint[] {
  const replaced = new Set([...remove, ...put.map(({ id }) => id)]);
  const written = put.map(({ id, href, uid, etag, source }) => ({ id, href, uid, etag, digest: source }));
  const kept = state.filter(({ id }) => !replaced.has(id));
  return [...kept, ...written].map((one) => ({
    ...one,
    etag: etags.find(({ id }) => id === one.id)?.etag ?? one.etag,
  }));
}
