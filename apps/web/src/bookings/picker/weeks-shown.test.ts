import { expect, test } from 'vitest';
import { weeksShown } from './weeks-shown.ts';

const MONDAY = 1;
const SUNDAY = 0;
const ends = (dates: readonly string[]) => [dates[0], dates.at(-1)];

test('I10 B11 on the last day of a week, a month or a year the coming week is in sight as well', () => {
  expect(ends(weeksShown([], '2026-11-29', MONDAY))).toEqual(['2026-11-23', '2026-12-06']);
  expect(ends(weeksShown([], '2026-11-29', SUNDAY))).toEqual(['2026-11-29', '2026-12-12']);
  expect(ends(weeksShown([], '2027-01-03', MONDAY))).toEqual(['2026-12-28', '2027-01-10']);
});

test('I10 nothing moves while the chosen day is among those in sight', () => {
  const shown = weeksShown([], '2026-11-29', MONDAY);
  expect(weeksShown(shown, '2026-12-06', MONDAY)).toBe(shown);
  expect(ends(weeksShown(shown, '2026-12-07', MONDAY))).toEqual(['2026-12-07', '2026-12-20']);
  expect(ends(weeksShown(shown, '2026-11-22', MONDAY))).toEqual(['2026-11-16', '2026-11-29']);
});
