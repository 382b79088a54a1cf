import { addDays, type CivilDate, weekdayOf } from './civil-date.ts';

/** The first day of the week that a date lies in. @param firstWeekday 0 is Sunday */
export function weekOf(date: CivilDate, firstWeekday: number): CivilDate {
  return addDays(date, -((weekdayOf(date) - firstWeekday + 7) % 7));
}

/** Whole weeks, from the first day of the first one to the last day of the last one. */
export function weeksBetween(from: CivilDate, to: CivilDate): readonly (readonly CivilDate[])[] {
  const weeks: CivilDate[][] = [];
  for (let week = from; week <= to; week = addDays(week, 7))
    weeks.push(Array.from({ length: 7 }, (_, column) => addDays(week, column)));
  return weeks;
}
