import { expect, test } from 'vitest';
import { simulatedClock } from './simulated-clock.ts';

const START = '2026-11-21T10:00:00Z';

test('time stands still until it is moved', async () => {
  const clock = simulatedClock(START);
  expect(clock.now().toString()).toBe(START);
  await clock.advance({ hours: 1, seconds: 5 });
  expect(clock.now().toString()).toBe('2026-11-21T11:00:05Z');
  expect(clock.epochMs()).toBe(Date.UTC(2026, 10, 21, 11, 0, 5));
});

test('sleepers wake in the order and at the moment they are due, also those who fall asleep on the way', async () => {
  const clock = simulatedClock(START);
  const woken: string[] = [];
  const note = (who: string) => woken.push(`${who} ${clock.now().toString().slice(14, 19)}`);
  const work = async () => {
    await clock.sleep(60_000);
    note('first');
    await clock.sleep(30_000);
    note('first again');
  };
  const all = [work(), clock.sleep(80_000).then(() => note('second'))];
  await clock.advance({ minutes: 2 });
  await Promise.all(all);
  expect(woken).toEqual(['first 01:00', 'second 01:20', 'first again 01:30']);
  expect(clock.sleepers()).toBe(0);
});

test('a signal ends a sleep', async () => {
  const clock = simulatedClock(START);
  const controller = new AbortController();
  const sleep = clock.sleep(1000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(sleep).rejects.toThrow('enough');
  expect(clock.sleepers()).toBe(0);
});
