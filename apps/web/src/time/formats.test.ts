import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';

test('the clock and the first day of the week follow the locale', () => {
  const british = createFormats('en-GB');
  const noon = new Date('2026-11-21T13:30:00Z');
  expect(british.time(noon, 'Europe/Zurich')).toBe('14:30');
  expect(createFormats('fr-CH').time(noon, 'Europe/Zurich')).toBe('14:30');
  expect(createFormats('en-US').time(noon, 'Europe/Zurich')).toMatch(/02:30.PM/);
  expect([british.firstWeekday, createFormats('en-US').firstWeekday]).toEqual([1, 0]);
});
