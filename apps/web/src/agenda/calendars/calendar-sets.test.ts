import { expect, test } from 'vitest';
import { isShown, readSets, withoutSet, withSet } from './calendar-sets.ts';

const HOME = { name: 'Home', calendarIds: ['a'] };
const WORK = { name: 'Work', calendarIds: ['b', 'c'] };

test('a set comes back as it was kept, and nonsense is none', () => {
  expect(readSets(JSON.stringify([WORK]))).toEqual([WORK]);
  for (const stored of [null, 'x', '{}', '[{"name":1}]']) expect(readSets(stored)).toEqual([]);
});

test('a set of the same name is replaced', () => {
  const again = { ...WORK, calendarIds: ['b'] };
  expect(withSet(withSet([WORK], HOME), again)).toEqual([HOME, again]);
  expect(withoutSet([HOME, WORK], 'Home')).toEqual([WORK]);
});

test('a set is in sight when its calendars are, and no others', () => {
  const ids = ['a', 'b', 'c'];
  expect(isShown(WORK, ids, (id) => id === 'a')).toBe(true);
  expect(isShown(WORK, ids, () => false)).toBe(false);
  // A calendar of the set that is gone by now does not matter.
  expect(isShown({ ...WORK, calendarIds: ['b', 'c', 'gone'] }, ids, (id) => id === 'a')).toBe(true);
});
