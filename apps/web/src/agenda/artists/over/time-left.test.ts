import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

test.each([
  ['12:05:00', '12:00:00', '5:00'],
  ['12:04:09', '12:00:00.400', '4:09'],
  ['12:00:00.2', '12:00:00', '0:01'],
  ['12:00:00', '12:00:30', '0:00'],
])('B12 kept until %s, at %s: %s left', (until, now, left) => {
  expect(timeLeft(new Date(`2026-12-03T${until}Z`), new Date(`2026-12-03T${now}Z`))).toBe(left);
});
