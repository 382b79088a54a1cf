import { expect, test } from 'vitest';
import { nextBatchSize } from './batch-size.ts';

test.each([
  ['a quick server gets more', 100, { size: 100, elapsedMs: 200, length: 50_000 }, 200],
  ['up to the largest', 400, { size: 400, elapsedMs: 200, length: 50_000 }, 500],
  ['a slow one gets less', 100, { size: 100, elapsedMs: 9_000, length: 50_000 }, 50],
  ['but not fewer than ten', 12, { size: 12, elapsedMs: 9_000, length: 50_000 }, 10],
  ['one in between stays', 100, { size: 100, elapsedMs: 2_000, length: 50_000 }, 100],
  ['S13 large objects make small batches', 100, { size: 100, elapsedMs: 200, length: 80 * 1024 * 1024 }, 10],
  ['an empty batch tells nothing of the length', 100, { size: 100, elapsedMs: 200, length: 0 }, 200],
])('%s', (_, current, last, next) => {
  expect(nextBatchSize(current, last, 500)).toBe(next);
});
