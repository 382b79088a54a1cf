import { expect, test } from 'vitest';
import { parseDuration, wholeDays } from './duration.ts';

test.each([
  ['P1D', { days: 1, ms: 0 }],
  ['P2W', { days: 14, ms: 0 }],
  ['PT1H30M', { days: 0, ms: 5_400_000 }],
  ['P1DT0H0M10S', { days: 1, ms: 10_000 }],
  ['+PT15M', { days: 0, ms: 900_000 }],
  ['PT1D', { days: 1, ms: 0 }],
  ['P1H', { days: 0, ms: 3_600_000 }],
  ['1D', { days: 1, ms: 0 }],
  ['PT0DT2H0M0S', { days: 0, ms: 7_200_000 }],
  ['PT1.5H', { days: 0, ms: 5_400_000 }],
  ['PT1,5H', { days: 0, ms: 5_400_000 }],
  ['P1.5D', { days: 1, ms: 43_200_000 }],
  ['PT0.25S', { days: 0, ms: 250 }],
  ['PT30M1H', { days: 0, ms: 5_400_000 }],
  ['P2H1D', { days: 1, ms: 7_200_000 }],
  ['P90M', { days: 0, ms: 5_400_000 }],
  ['PT 1H 30M', { days: 0, ms: 5_400_000 }],
  ['"PT1H"', { days: 0, ms: 3_600_000 }],
  ['pt1h', { days: 0, ms: 3_600_000 }],
  ['T45M', { days: 0, ms: 2_700_000 }],
  ['PT+1H', { days: 0, ms: 3_600_000 }],
  ['P1DT', { days: 1, ms: 0 }],
])('%s', (text, expected) => {
  expect(parseDuration(text)).toEqual(expected);
});

test.each([
  '',
  'P',
  'PT',
  'T',
  '90',
  'PT-2H0M0S',
  '-PT15M',
  'P-1D',
  'PT1H-30M',
  'P1Y',
  'P1.D',
  'an hour',
  '01:00',
  'P99999999999D',
  `P${'1D'.repeat(13)}`,
])('"%s" is no duration', (text) => {
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
