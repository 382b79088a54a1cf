import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

const now = new Date('2026-11-21T12:00:00Z');
const before = (seconds: number) => ageOf(new Date(now.getTime() - seconds * 1_000), now);

// I4: rounded as people round.
test.each([
  [0, null],
  [9, null],
  [34, { value: 30, unit: 'second' }],
  [60, { value: 1, unit: 'minute' }],
  [56, { value: 1, unit: 'minute' }],
  [3_569, { value: 59, unit: 'minute' }],
  [3_599, { value: 1, unit: 'hour' }],
  [172_799, { value: 2, unit: 'day' }],
  [7_200, { value: 2, unit: 'hour' }],
  [47 * 3_600, { value: 47, unit: 'hour' }],
  [3 * 86_400, { value: 3, unit: 'day' }],
  [-(7 * 86_400 - 20), { value: -7, unit: 'day' }],
  [-(14 * 86_400 - 3_600), { value: -14, unit: 'day' }],
  [-300, { value: -5, unit: 'minute' }],
])('I4: %d seconds', (seconds, age) => expect(before(seconds)).toEqual(age));
