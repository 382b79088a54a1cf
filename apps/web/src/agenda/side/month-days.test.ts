import { expect, test } from 'vitest';
import { weeksOf } from './month-days.ts';

test('a month is shown in whole weeks, from the weekday that is first', () => {
  const weeks = weeksOf('2026-12', 1);
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
  ]);
  expect(weeksOf('2026-12', 0)[0]?.[0]).toBe('2026-11-29');
  expect(weeksOf('2026-02', 0)[0]?.[0]).toBe('2026-02-01');
});
