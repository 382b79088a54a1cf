import { expect, test } from 'vitest';
import { addDays, addMonths, isCivilDate, lastOf, monthAfter } from './civil-date.ts';

test('case 13: days are counted on the calendar, whatever the clocks do that day', () => {
  expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

test('a month later is the same day, or the last one where there is none', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
  expect(addMonths('2028-02-29', -12)).toBe('2027-02-28');
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(lastOf('2026-02')).toBe('2026-02-28');
});

test('what an address says is a date only when there is such a day', () => {
  expect(isCivilDate('2026-02-28')).toBe(true);
  expect(isCivilDate('2026-02-30')).toBe(false);
  expect(isCivilDate('26-2-3')).toBe(false);
});
