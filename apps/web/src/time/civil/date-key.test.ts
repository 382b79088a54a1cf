import { expect, test } from 'vitest';
import { dateAfterKey } from './date-key.ts';

const MONDAY = 1;
const SUNDAY = 0;
const press = (key: string, date: string, { shiftKey = false, first = MONDAY } = {}) =>
  dateAfterKey(date, { key, shiftKey }, first);

test.each([
  ['ArrowLeft', '2026-10-31'],
  ['ArrowRight', '2026-11-02'],
  ['ArrowUp', '2026-10-25'],
  ['ArrowDown', '2026-11-08'],
  ['PageUp', '2026-10-01'],
  ['PageDown', '2026-12-01'],
])('B12 %s leaves the month where it has to', (key, date) => {
  expect(press(key, '2026-11-01')).toBe(date);
});

test('B12 Home and End are the ends of the reader’s week', () => {
  expect(press('Home', '2026-11-25')).toBe('2026-11-23');
  expect(press('End', '2026-11-25')).toBe('2026-11-29');
  expect(press('Home', '2026-11-25', { first: SUNDAY })).toBe('2026-11-22');
  expect(press('End', '2026-11-28', { first: SUNDAY })).toBe('2026-11-28');
});

test('B12 with Shift, a page is a year; a day that it lacks becomes its last', () => {
  expect(press('PageUp', '2028-02-29', { shiftKey: true })).toBe('2027-02-28');
  expect(press('PageDown', '2026-11-25', { shiftKey: true })).toBe('2027-11-25');
  expect(press('PageDown', '2027-01-31')).toBe('2027-02-28');
});

test('other keys are left to the browser', () => {
  expect(press('Tab', '2026-11-25')).toBeNull();
  expect(press('a', '2026-11-25')).toBeNull();
});
