import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAfterSecondLook, judgeRemovals, type Removals } from './removal-guard.ts';

const hrefs = (count: number) => Array.from({ length: count }, (_, n) => `/c/${n}.ics`);

function removals(count: number, stored: number, more: Partial<Removals> = {}): Removals {
  return {
    hrefs: hrefs(count),
    removedBefore: 0,
    stored,
    evidence: 'reported',
    listed: null,
    freshLineage: false,
    bookings: 0,
    approved: new Set(),
    ...more,
  };
}

test.each([
  [20, 30, 'apply'],
  [21, 30, 'recheck'],
  [21, 104, 'recheck'],
  [21, 105, 'apply'],
  [200, 1_000, 'apply'],
  [201, 1_000, 'recheck'],
])('S8 case 38: removing %i of %i: %s', (count, stored, verdict) => {
  expect(judgeRemovals(removals(count, stored))).toBe(verdict);
});

test('S8 removals of earlier pages count too, so that paging is no way around the guard', () => {
  expect(judgeRemovals(removals(15, 60, { removedBefore: 15 }))).toBe('recheck');
});

test('S8 an empty full list wants a second look, however little it would remove', () => {
  expect(judgeRemovals(removals(1, 1, { evidence: 'missing-from-list', listed: 0 }))).toBe('recheck');
  expect(judgeRemovals(removals(1, 1))).toBe('apply');
});

test('S8 an approval covers what was looked at and nothing more', () => {
  const approved = new Set(hrefs(50));
  expect(judgeRemovals(removals(50, 60, { approved }))).toBe('apply');
  expect(judgeRemovals(removals(51, 60, { approved }))).toBe('recheck');
});

test('S8 the second look: not a calendar any more, contradiction, agreement', () => {
  const many = removals(30, 60);
  expect(judgeAfterSecondLook(many, { isCalendar: false, hrefs: new Set() })).toMatchObject({
    reason: 'not-a-calendar',
  });
  expect(judgeAfterSecondLook(many, { isCalendar: true, hrefs: new Set(['/c/3.ics']) })).toEqual({
    action: 'distrust',
  });
  expect(judgeAfterSecondLook(many, { isCalendar: true, hrefs: new Set() })).toMatchObject({
    reason: 'emptied',
  });
  expect(judgeAfterSecondLook(many, { isCalendar: true, hrefs: new Set(['/c/99.ics']) })).toMatchObject({
    reason: 'many',
  });
});

const LOOKS_EMPTY = { isCalendar: true, hrefs: new Set<string>() };

test('S8 everything that was known is gone: a person decides, however little it was, unless it was one', () => {
  const all = (count: number, more: Partial<Removals> = {}) =>
    removals(count, count, { evidence: 'missing-from-list', listed: 0, ...more });
  expect(judgeAfterSecondLook(all(3), LOOKS_EMPTY)).toEqual({ action: 'hold', reason: 'emptied' });
  expect(judgeAfterSecondLook(all(1), LOOKS_EMPTY)).toEqual({ action: 'apply' });
  const another = all(3, { listed: 2 });
  expect(judgeRemovals(another)).toBe('recheck');
  const look = { isCalendar: true, hrefs: new Set(['/c/new.ics']) };
  expect(judgeAfterSecondLook(another, look)).toEqual({ action: 'hold', reason: 'all' });
  // Named one by one by a server that still has our history, they were deleted one by one.
  expect(judgeRemovals(removals(3, 3))).toBe('apply');
});

test.each([
  [5, 8, 'apply'],
  [6, 8, 'recheck'],
  [9, 60, 'apply'],
])('S8 where the provider has lost its history, %i of %i: %s', (count, stored, verdict) => {
  expect(judgeRemovals(removals(count, stored, { freshLineage: true }))).toBe(verdict);
  expect(judgeRemovals(removals(count, stored))).toBe('apply');
});

test('S8 more than one client’s appointment would be cancelled: a person decides first', () => {
  expect(judgeRemovals(removals(1, 40, { bookings: 1 }))).toBe('apply');
  const two = removals(2, 40, { bookings: 2 });
  expect(judgeRemovals(two)).toBe('recheck');
  const look = { isCalendar: true, hrefs: new Set(['/c/9.ics']) };
  expect(judgeAfterSecondLook(two, look)).toEqual({ action: 'hold', reason: 'bookings' });
  expect(judgeRemovals({ ...two, approved: new Set(two.hrefs) })).toBe('apply');
});

test('S8 never more than max(20, 20 %) is applied without a second look or an approval', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(2_000), fc.nat(100), (count, stored, removedBefore) => {
      const applied = judgeRemovals(removals(count, stored, { removedBefore })) === 'apply';
      return !applied || count === 0 || count + removedBefore <= Math.max(20, stored * 0.2);
    }),
    { numRuns: 5_000 },
  );
});
