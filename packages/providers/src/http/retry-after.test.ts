import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Temporal.Instant.from('2026-07-01T12:00:00Z');

test.each([
  ['120', 120_000],
  [' 5 ', 5_000],
  ['0', 0],
  ['Wed, 01 Jul 2026 12:01:30 GMT', 90_000],
  ['Wed, 01 Jul 2026 11:00:00 GMT', 0],
  ['99999999999', 86_400_000],
  ['Thu, 01 Jul 2027 12:00:00 GMT', 86_400_000],
  ['soon', null],
  ['', null],
  [undefined, null],
])('S9 case 21: Retry-After %j means %j ms', (value, expected) => {
  expect(retryAfterMs(value, now)).toBe(expected);
});
