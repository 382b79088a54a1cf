import { type DayNumber, dayOf, type Weekday, weekdayOf } from '../time/civil.ts';

/**
 * The week a day lies in: week 1 is the first with at least four days in the year (RFC 5545, BYWEEKNO).
 * The days around New Year may belong to a week of the year before or after.
 */
export function weekOfYear(
  day: DayNumber,
  year: number,
  weekStart: Weekday,
): { readonly week: number; readonly weeksInYear: number } {
  let weekYear = year;
  if (day < firstWeek(year, weekStart)) weekYear = year - 1;
  else if (day >= firstWeek(year + 1, weekStart)) weekYear = year + 1;
  const first = firstWeek(weekYear, weekStart);
  return {
    week: Math.floor((day - first) / 7) + 1,
    weeksInYear: (firstWeek(weekYear + 1, weekStart) - first) / 7,
  };
}

/** The first day of a year's week 1: the start of the week that 4 January lies in. */
function firstWeek(year: number, weekStart: Weekday): DayNumber {
  return startOfWeek(dayOf(year, 1, 4), weekStart);
}

export function startOfWeek(day: DayNumber, weekStart: Weekday): DayNumber {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}
