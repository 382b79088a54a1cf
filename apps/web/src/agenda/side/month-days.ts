import { addDays, type CivilDate, firstOf, type Month } from '../../time/civil/civil-date.ts';
import { weekOf, weeksBetween } from '../../time/civil/week.ts';

/** As many weeks as a month may touch: so all of them are equally tall. */
const WEEKS = 6;

/** The six weeks around a month, from the first weekday on. @param firstWeekday 0 is Sunday */
export function weeksOf(month: Month, firstWeekday: number): readonly (readonly CivilDate[])[] {
  const from = weekOf(firstOf(month), firstWeekday);
  return weeksBetween(from, addDays(from, WEEKS * 7 - 1));
}
