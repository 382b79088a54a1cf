import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const british = createFormats('en-GB');
const times = (start: string, end: string) => ({
  startsAt: new Date(start),
  endsAt: new Date(end),
  allDay: false,
  startDate: null,
  endDate: null,
});

test('the clock and the first day of the week follow the locale', () => {
  const noon = new Date('2026-11-21T13:30:00Z');
  expect(british.time(noon, 'Europe/Zurich')).toBe('14:30');
  expect(createFormats('fr-CH').time(noon, 'Europe/Zurich')).toBe('14:30');
  expect(createFormats('en-US').time(noon, 'Europe/Zurich')).toMatch(/02:30.PM/);
  expect([british.firstWeekday, createFormats('en-US').firstWeekday]).toEqual([1, 0]);
});

test('a span says its day once', () => {
  const words = british.when(times('2026-11-21T09:00:00Z', '2026-11-21T10:30:00Z'), 'Europe/Zurich');
  expect(words).toBe('Saturday, 21 November 2026, 10:00 – 11:30');
});

test('a span over midnight says both days', () => {
  const words = british.when(times('2026-11-21T21:00:00Z', '2026-11-22T01:00:00Z'), 'Europe/Zurich');
  expect(words).toBe('Saturday, 21 November 2026, 22:00 – Sunday, 22 November 2026, 02:00');
});

test('T2 an all-day span says its dates, the last one included', () => {
  const travel = {
    ...times('2026-12-03T23:00:00Z', '2026-12-05T23:00:00Z'),
    allDay: true,
    startDate: '2026-12-04',
    endDate: '2026-12-06',
  };
  expect(british.when(travel, 'America/New_York')).toBe(
    'Friday, 4 December 2026 – Saturday, 5 December 2026',
  );
});
