import { expect, test } from 'vitest';
import { explainGroups } from './explain-groups.ts';

const at = (hour: number, reason: string | null) => ({
  start: new Date(Date.UTC(2026, 10, 23, hour)),
  reason,
});

test('neighbouring starts with the same reason are one line, by time', () => {
  const groups = explainGroups([at(11, 'BUSY'), at(9, null), at(10, 'BUSY'), at(12, null)]);
  expect(groups.map(({ reason, starts }) => [reason, starts.map((start) => start.getUTCHours())])).toEqual([
    [null, [9]],
    ['BUSY', [10, 11]],
    [null, [12]],
  ]);
});

test('a day without starts has no lines', () => {
  expect(explainGroups([])).toEqual([]);
});
