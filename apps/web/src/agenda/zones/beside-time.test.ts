import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { besideTime, clockChange } from './beside-time.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const beside = (date: string, minute: number, other: string) => {
  const { time, days } = besideTime(day(date), minute, 'Europe/Zurich', other);
  return [time.toString().slice(0, 5), days];
};

test('I5 the second gutter shows the clocks there, and when it is another day', () => {
  expect(beside('2026-12-01', 600, 'Asia/Tokyo')).toEqual(['18:00', 0]);
  expect(beside('2026-12-01', 1_000, 'Asia/Tokyo')).toEqual(['00:40', 1]);
  expect(beside('2026-12-01', 60, 'America/New_York')).toEqual(['19:00', -1]);
  expect(beside('2026-12-01', 600, 'Asia/Kolkata')).toEqual(['14:30', 0]);
});

test('between two changes of clocks the difference is another', () => {
  expect(beside('2027-03-20', 600, 'America/New_York')).toEqual(['05:00', 0]);
  expect(beside('2027-03-30', 600, 'America/New_York')).toEqual(['04:00', 0]);
});

test('a day on which the clocks change says by how much', () => {
  expect(clockChange(day('2027-03-28'), 'Europe/Zurich')).toBe(60);
  expect(clockChange(day('2026-10-25'), 'Europe/Zurich')).toBe(-60);
  expect(clockChange(day('2026-12-01'), 'Europe/Zurich')).toBe(0);
});
