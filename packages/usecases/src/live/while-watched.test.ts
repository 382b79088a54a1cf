import { expect, test } from 'vitest';
import type { Timers } from './timers.ts';
import { whileWatched } from './while-watched.ts';

/** A clock that a test turns by hand. */
function handTimers() {
  const waiting = new Set<() => void>();
  const timers: Timers = {
    after(_ms, run) {
      waiting.add(run);
      return () => waiting.delete(run);
    },
  };
  const turn = async () => {
    for (const run of waiting) run();
    await new Promise(setImmediate);
  };
  return { timers, turn, waiting };
}

test('I6 that somebody looks is said again and again without the browser, until it is gone', async () => {
  const { timers, turn, waiting } = handTimers();
  const gone = new AbortController();
  let told = 0;
  const stream = whileWatched(async () => void (told += 1), gone.signal, timers);
  expect(await stream.next()).toEqual({ done: false, value: 'told' });
  const end = stream.next();
  await new Promise(setImmediate);
  await turn();
  await turn();
  expect(told).toBe(3);
  gone.abort();
  expect((await end).done).toBe(true);
  expect(waiting.size).toBe(0);
});

test('I6 a database that is away for a while ends nothing', async () => {
  const { timers, turn } = handTimers();
  const gone = new AbortController();
  let told = 0;
  const tell = async () => {
    told += 1;
    if (told === 2) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  };
  const stream = whileWatched(tell, gone.signal, timers);
  await stream.next();
  const end = stream.next();
  await new Promise(setImmediate);
  await turn();
  await turn();
  expect(told).toBe(3);
  gone.abort();
  await end;
});
