import {
  type CivilDate,
  civilOf,
  DAY_MS,
  type DayNumber,
  dayOf,
  dayOfWall,
  daysInMonth,
  MAX_YEAR,
  type WallMs,
} from '../time/civil.ts';
import { allowsDay, type DayFilter, dayFilterOf } from './day-filter.ts';
import type { Rule } from './rule.ts';
import { pickedIndices, timesOfDay } from './time-set.ts';
import type { Visit, Walk } from './walk.ts';
import { startOfWeek } from './week-of-year.ts';

const ANY_DATE: CivilDate = { year: 0, month: 0, day: 0 };
const LAST_DAY = dayOf(MAX_YEAR, 12, 31);

/** Periods are numbered in their own unit: days, weeks (by their first day), months since year 0, years. */
interface Periods {
  readonly step: number;
  indexOf(day: DayNumber): number;
  firstDay(index: number): DayNumber;
  /** Adds the allowed days of the period, ascending; returns how many days it looked at. */
  collect(index: number, days: DayNumber[]): number;
}

/** Walks a rule of whole days: YEARLY, MONTHLY, WEEKLY, DAILY. */
export function walkCalendar({ rule, start, from, to, budget, visit }: Walk): void {
  const periods = periodsOf(rule, dayFilterOf(rule, dayOfWall(start)));
  const times = timesOfDay(rule, start, budget);
  const lastDay = Math.min(LAST_DAY, dayOfWall(to));
  const days: DayNumber[] = [];
  let index = firstPeriod(periods, dayOfWall(start), dayOfWall(from));
  for (; periods.firstDay(index) <= lastDay; index += periods.step) {
    days.length = 0;
    if (!budget.spend(1 + periods.collect(index, days))) return;
    const each: Visit = (wall) => {
      if (wall <= start || wall < from) return true;
      return wall < to && budget.spend(1) && visit(wall);
    };
    if (!visitTimes(rule, days, times, dayOfWall(from), each)) return;
  }
}

/** The last period in step with DTSTART's that is not after `from`. */
function firstPeriod(periods: Periods, start: DayNumber, from: DayNumber): number {
  const first = periods.indexOf(start);
  const behind = Math.floor((periods.indexOf(from) - first) / periods.step);
  return first + Math.max(0, behind) * periods.step;
}

function visitTimes(
  rule: Rule,
  days: readonly DayNumber[],
  times: readonly number[],
  firstDay: DayNumber,
  visit: Visit,
): boolean {
  if (rule.bySetPos.length > 0) {
    return pickedIndices(rule.bySetPos, days.length * times.length).every((index) =>
      visit(wallAt(days, times, index)),
    );
  }
  for (const day of days) {
    if (day < firstDay) continue;
    for (const time of times) {
      if (!visit(day * DAY_MS + time)) return false;
    }
  }
  return true;
}

function wallAt(days: readonly DayNumber[], times: readonly number[], index: number): WallMs {
  const day = days[Math.floor(index / times.length)] ?? 0;
  return day * DAY_MS + (times[index % times.length] ?? 0);
}

function periodsOf(rule: Rule, filter: DayFilter): Periods {
  switch (rule.frequency) {
    case 'YEARLY':
      return yearly(rule.interval, filter);
    case 'MONTHLY':
      return monthly(rule.interval, filter);
    case 'WEEKLY':
      return weekly(rule.interval, filter);
    default:
      return daily(rule.interval, filter);
  }
}

function yearly(interval: number, filter: DayFilter): Periods {
  return {
    step: interval,
    indexOf: (day) => civilOf(day).year,
    firstDay: (year) => dayOf(year, 1, 1),
    collect: (year, days) => {
      let seen = 0;
      for (let month = 1; month <= 12; month++) seen += collectMonth(year, month, filter, days);
      return seen;
    },
  };
}

function monthly(interval: number, filter: DayFilter): Periods {
  return {
    step: interval,
    indexOf: (day) => {
      const { year, month } = civilOf(day);
      return year * 12 + month - 1;
    },
    firstDay: (index) => dayOf(Math.floor(index / 12), (index % 12) + 1, 1),
    collect: (index, days) => collectMonth(Math.floor(index / 12), (index % 12) + 1, filter, days),
  };
}

function collectMonth(year: number, month: number, filter: DayFilter, days: DayNumber[]): number {
  if (filter.months !== 0 && !(filter.months & (1 << month))) return 0;
  const first = dayOf(year, month, 1);
  const length = daysInMonth(year, month);
  for (let day = 1; day <= length; day++) {
    if (allowsDay(filter, first + day - 1, { year, month, day })) days.push(first + day - 1);
  }
  return length;
}

function weekly(interval: number, filter: DayFilter): Periods {
  return {
    step: interval * 7,
    indexOf: (day) => startOfWeek(day, filter.weekStart),
    firstDay: (index) => index,
    collect: (index, days) => {
      for (let day = index; day < index + 7; day++) collectDay(day, filter, days);
      return 7;
    },
  };
}

function daily(interval: number, filter: DayFilter): Periods {
  return {
    step: interval,
    indexOf: (day) => day,
    firstDay: (index) => index,
    collect: (index, days) => {
      collectDay(index, filter, days);
      return 1;
    },
  };
}

function collectDay(day: DayNumber, filter: DayFilter, days: DayNumber[]): void {
  if (allowsDay(filter, day, filter.needsDate ? civilOf(day) : ANY_DATE)) days.push(day);
}
