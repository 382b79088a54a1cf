import { expect, test } from 'vitest';
import { nextTry, waitAfter } from './next-try.ts';

const NOW = new Date('2026-03-12T10:00:00Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);

test('B10: the wait grows with every password that was wrong, and has an end', () => {
  expect([1, 4, 5, 6, 7, 8].map(waitAfter)).toEqual([0, 0, 15_000, 30_000, 60_000, 120_000]);
  expect(waitAfter(50)).toBe(900_000);
  expect(waitAfter(5_000)).toBe(900_000);
});

test('B10: before the wait is over nothing is tried, and then one try is', () => {
  const guesses = { tries: 7, lastTryAt: NOW, waitUntil: after(60_000) };
  expect(nextTry(guesses, after(500))).toEqual({ allowed: false, seconds: 60 });
  expect(nextTry(guesses, after(60_000))).toEqual({
    allowed: true,
    guesses: { tries: 8, lastTryAt: after(60_000), waitUntil: after(180_000) },
  });
});

test('B10: a day later counting begins anew', () => {
  const guesses = { tries: 40, lastTryAt: NOW, waitUntil: after(900_000) };
  expect(nextTry(guesses, after(25 * 3_600_000))).toMatchObject({ allowed: true, guesses: { tries: 1 } });
});

test('B10: of two who come at once nobody waits, whichever clock was read first', () => {
  const guesses = { tries: 1, lastTryAt: after(1), waitUntil: after(1) };
  expect(nextTry(guesses, NOW)).toMatchObject({ allowed: true, guesses: { tries: 2 } });
});
