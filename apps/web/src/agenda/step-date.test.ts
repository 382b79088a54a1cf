import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { stepDate } from './step-date.ts';

const from = (date: string) => Temporal.PlainDate.from(date);

test('from a 31st the next month is not skipped', () => {
  expect(stepDate(from('2027-01-31'), 'month', 1).toString()).toBe('2027-02-01');
  expect(stepDate(from('2027-03-31'), 'month', -1).toString()).toBe('2027-02-01');
});

test.each([
  ['week', '2026-11-28'],
  ['day', '2026-11-22'],
  ['list', '2026-12-05'],
] as const)('a %s later and back is where it began', (view, later) => {
  const stepped = stepDate(from('2026-11-21'), view, 1);
  expect(stepped.toString()).toBe(later);
  expect(stepDate(stepped, view, -1).toString()).toBe('2026-11-21');
});
