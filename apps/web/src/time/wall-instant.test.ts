import { expect, test } from 'vitest';
import { wallInstant } from './wall-instant.ts';

const at = (date: string, minutes: number) => wallInstant(date, minutes, 'Europe/Zurich')?.toISOString();

test('a time is that of the zone', () => {
  expect(at('2026-07-01', 14 * 60 + 30)).toBe('2026-07-01T12:30:00.000Z');
  expect(at('2026-12-01', 24 * 60)).toBe('2026-12-01T23:00:00.000Z');
});

test('B11 a time that the clocks skip is none, and of one that comes twice it is the first', () => {
  expect(at('2026-03-29', 2 * 60 + 30)).toBeUndefined();
  expect(at('2026-10-25', 2 * 60 + 30)).toBe('2026-10-25T00:30:00.000Z');
});

test('a date that does not exist gives no instant', () => {
  expect(at('2026-02-30', 600)).toBeUndefined();
  expect(at('', 600)).toBeUndefined();
});
