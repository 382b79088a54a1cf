import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBatch } from './batch.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a burst is one delivery', () => {
  const deliveries: (readonly number[])[] = [];
  const batch = createBatch<number>(200, (items) => deliveries.push(items));
  batch.add(1);
  batch.add(2);
  vi.advanceTimersByTime(199);
  expect(deliveries).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(deliveries).toEqual([[1, 2]]);
});

test('a stream that never pauses is delivered all the same', () => {
  const deliveries: number[] = [];
  const batch = createBatch<number>(300, (items) => deliveries.push(items.length));
  for (let step = 0; step < 10; step++) {
    batch.add(step);
    vi.advanceTimersByTime(100);
  }
  expect(deliveries).toEqual([3, 3, 3]);
});

test('nothing is delivered once it is closed', () => {
  const deliveries: (readonly number[])[] = [];
  const batch = createBatch<number>(200, (items) => deliveries.push(items));
  batch.add(1);
  batch.close();
  vi.advanceTimersByTime(1_000);
  expect(deliveries).toEqual([]);
});
