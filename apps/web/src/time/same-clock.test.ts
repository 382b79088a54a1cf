import { expect, test } from 'vitest';
import { sameClock } from './same-clock.ts';

test('I5: zones are the same clock where they read alike at that instant, by whatever name', () => {
  const winter = new Date('2026-11-30T12:00:00Z');
  const summer = new Date('2026-07-30T12:00:00Z');
  expect(sameClock('Europe/Zurich', 'Europe/Paris', winter)).toBe(true);
  expect(sameClock('Europe/Zurich', 'UTC', winter)).toBe(false);
  expect(sameClock('Europe/London', 'UTC', winter)).toBe(true);
  expect(sameClock('Europe/London', 'UTC', summer)).toBe(false);
});
