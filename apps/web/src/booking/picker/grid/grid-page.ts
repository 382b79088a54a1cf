import {
  addDays,
  type CivilDate,
  firstOf,
  lastOf,
  type Month,
  monthOf,
} from '../../../time/civil/civil-date.ts';
import { weekOf, weeksBetween } from '../../../time/civil/week.ts';

/** Dates, both included. */
export interface DateSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What the grid shows at once: the whole weeks of a month, or in the beginning the coming ones. */
export interface GridPage extends DateSpan {
  readonly month: Month;
  /** The last month that the heading names: another one where weeks of it were added. */
  readonly lastMonth: Month;
  readonly weeks: readonly (readonly CivilDate[])[];
}

/** On a month's last days nobody wants to see those alone. */
const FEWEST_WEEKS = 5;

/**
 * The page of a month. The first one begins with the week of today, since weeks that are over only push the others
 * down, and goes on into the next month where little is left of this one.
 * @param firstWeekday 0 is Sunday
 */
export function gridPage(month: Month, today: CivilDate, firstWeekday: number): GridPage {
  const isFirst = month <= monthOf(today);
  const shown = isFirst ? monthOf(today) : month;
  const from = weekOf(isFirst ? today : firstOf(month), firstWeekday);
  const enough = addDays(from, (isFirst ? FEWEST_WEEKS : 1) * 7 - 1);
  const whole = addDays(weekOf(lastOf(shown), firstWeekday), 6);
  const to = enough > whole ? enough : whole;
  return { month: shown, lastMonth: monthOf(addDays(to, -6)), from, to, weeks: weeksBetween(from, to) };
}

/** The month whose page shows a date: the first page as long as it reaches there. */
export function monthShowing(date: CivilDate, today: CivilDate, firstWeekday: number): Month {
  const first = gridPage(monthOf(today), today, firstWeekday);
  return date <= first.to ? first.month : monthOf(date);
}

export const isOn = ({ from, to }: DateSpan, date: CivilDate): boolean => date >= from && date <= to;

/** A date of the page after this one, of which no week is left out, and of the one before. */
export const afterPage = ({ to }: DateSpan): CivilDate => addDays(to, 7);
export const beforePage = ({ from }: DateSpan): CivilDate => addDays(from, -1);
