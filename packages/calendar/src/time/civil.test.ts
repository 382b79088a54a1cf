import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilOf, dayOf, daysInMonth, daysInYear, isoDate, weekdayOf } from './civil.ts';

test('days and dates agree with Temporal from year 1 to 9999', () => {
  const day = fc.integer({ min: -719_162, max: 2_932_896 });
  fc.assert(
    fc.property(day, (number) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: number });
      expect(civilOf(number)).toEqual({ year: date.year, month: date.month, day: date.day });
      expect(dayOf(date.year, date.month, date.day)).toBe(number);
      expect(weekdayOf(number)).toBe(date.dayOfWeek - 1);
      expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
      expect(daysInYear(date.year)).toBe(date.daysInYear);
      expect(isoDate(number)).toBe(date.toString());
    }),
    { numRuns: 2_000, seed: 400 },
  );
});
