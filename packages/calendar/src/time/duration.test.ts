import { expect, test } from 'vitest';
import { parseDuration, wholeDays } from './duration.ts';

test.each([
  ['P1D', { days: 1, ms: 0 }],
  ['P2W', { days: 14, ms: 0 }],
  ['PT1H30M', { days: 0, ms: 5_400_000 }],
  ['P1DT0H0M10S', { days: 1, ms: 10_000 }],
  ['+PT15M', { days: 0, ms: 900_000 }],
  ['-PT15M', { days: 0, ms: 0 }],
])('%s', (text, expected) => {
  expect(parseDuration(text)).toEqual(expected);
});

test.each(['', 'P', 'PT', 'P1H', '1D', 'P99999999999D'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test.each([
  ['PT0S', 1],
  ['PT24H', 1],
  ['PT25H', 2],
  ['P3D', 3],
])('an all-day event of %s takes %i days', (text, days) => {
  expect(wholeDays(parseDuration(text)!)).toBe(days);
});
