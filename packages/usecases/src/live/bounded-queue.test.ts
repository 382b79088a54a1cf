import { expect, it } from 'vitest';
import { boundedQueue, OVERRUN } from './bounded-queue.ts';

async function take<T>(stream: AsyncGenerator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  for (let n = 0; n < count; n += 1) {
    const { value, done } = await stream.next();
    if (!done) taken.push(value);
  }
  return taken;
}

it('gives everything in order, what waited and what comes', async () => {
  const queue = boundedQueue<number>(3);
  const stream = queue.items(new AbortController().signal);
  queue.push(1);
  queue.push(2);
  expect(await take(stream, 2)).toEqual([1, 2]);
  const next = stream.next();
  queue.push(3);
  expect((await next).value).toBe(3);
});

it('I6: keeps no more than it may for a slow reader, who then hears that something is missing, once', async () => {
  const queue = boundedQueue<number>(3);
  const stream = queue.items(new AbortController().signal);
  for (const item of [1, 2, 3, 4, 5]) queue.push(item);
  expect(await take(stream, 1)).toEqual([OVERRUN]);
  queue.push(6);
  expect(await take(stream, 1)).toEqual([6]);
});

it('ends when nobody reads any more', async () => {
  const stop = new AbortController();
  const stream = boundedQueue<number>(3).items(stop.signal);
  const next = stream.next();
  stop.abort();
  expect((await next).done).toBe(true);
});
