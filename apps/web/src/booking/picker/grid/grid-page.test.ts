import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CivilDate,
  lastOf,
  monthAfter,
  monthOf,
  weekdayOf,
} from '../../../time/civil/civil-date.ts';
import { afterPage, beforePage, gridPage, isOn, monthShowing } from './grid-page.ts';

const MONDAY = 1;
const SUNDAY = 0;
const firstPage = (today: CivilDate, first = MONDAY) => gridPage(monthOf(today), today, first);

describe('I10 B11 the first page', () => {
  test.each([
    ['2026-11-29', '2026-11-23', '2026-12-27', '2026-12'],
    ['2026-11-30', '2026-11-30', '2027-01-03', '2026-12'],
    ['2026-12-31', '2026-12-28', '2027-01-31', '2027-01'],
    ['2027-02-28', '2027-02-22', '2027-03-28', '2027-03'],
    ['2026-03-29', '2026-03-23', '2026-04-26', '2026-04'],
    ['2026-11-15', '2026-11-09', '2026-12-13', '2026-12'],
    ['2026-11-02', '2026-11-02', '2026-12-06', '2026-11'],
    ['2026-11-01', '2026-10-26', '2026-12-06', '2026-11'],
  ])('on %s begins with its week and reaches from %s to %s', (today, from, to, lastMonth) => {
    expect(firstPage(today)).toMatchObject({ month: monthOf(today), from, to, lastMonth });
  });
  test('begins on the first weekday of the reader', () => {
    expect(firstPage('2026-11-29', SUNDAY)).toMatchObject({ from: '2026-11-29', to: '2027-01-02' });
  });
});

test('I10 a later page holds the whole weeks of its month', () => {
  const page = gridPage('2027-02', '2026-11-29', MONDAY);
  expect(page).toMatchObject({ from: '2027-02-01', to: '2027-02-28', lastMonth: '2027-02' });
  expect(gridPage('2027-01', '2026-11-29', MONDAY).weeks[0]?.[0]).toBe('2026-12-28');
});

test('I3 from the first page on, next and previous go the same way, and no day is left out', () => {
  const today = '2026-11-29';
  const first = firstPage(today);
  const second = gridPage(monthShowing(afterPage(first), today, MONDAY), today, MONDAY);
  expect(second).toMatchObject({ month: '2027-01', from: '2026-12-28' });
  expect(monthShowing(beforePage(second), today, MONDAY)).toBe('2026-11');
});

test('I10 a link to a date shows it, one that is over leads to the first page', () => {
  expect(monthShowing('2026-12-27', '2026-11-29', MONDAY)).toBe('2026-11');
  expect(monthShowing('2026-12-28', '2026-11-29', MONDAY)).toBe('2026-12');
  expect(monthShowing('2025-01-01', '2026-11-29', MONDAY)).toBe('2026-11');
});

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1999-12-25', days));
const anyFirst = fc.constantFrom(SUNDAY, MONDAY, 6);

test('I10 B11 on any day the first page shows the coming four weeks, and pages follow each other without a gap', () => {
  fc.assert(
    fc.property(anyDay, anyFirst, (today, first) => {
      let page = firstPage(today, first);
      expect(isOn(page, today) && isOn(page, addDays(today, 28))).toBe(true);
      for (let turn = 0; turn < 14; turn++) {
        expect(page.weeks.length).toBeLessThanOrEqual(6);
        for (const week of page.weeks) expect(weekdayOf(week[0] ?? '')).toBe(first);
        const next = gridPage(monthShowing(afterPage(page), today, first), today, first);
        expect(next.month > page.month).toBe(true);
        expect(next.from <= addDays(page.to, 1)).toBe(true);
        expect(next.to >= lastOf(next.month)).toBe(true);
        expect(monthShowing(beforePage(next), today, first) >= monthAfter(next.month, -2)).toBe(true);
        page = next;
      }
    }),
  );
});
