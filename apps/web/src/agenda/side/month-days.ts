import { addDays, type CivilDate, firstOf, type Month, weekdayOf } from '../../time/civil/civil-date.ts';

/** The six weeks around a month, from the first weekday on. @param firstWeekday 0 is Sunday */
export function weeksOf(month: Month, firstWeekday: number): readonly (readonly CivilDate[])[] {
  const into = (weekdayOf(firstOf(month)) - firstWeekday + 7) % 7;
  const first = addDays(firstOf(month), -into);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(first, week * 7 + day)),
  );
}
