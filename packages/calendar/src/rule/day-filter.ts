import {
  type CivilDate,
  civilOf,
  type DayNumber,
  dayOf,
  daysInMonth,
  daysInYear,
  type Weekday,
  weekdayOf,
} from '../time/civil.ts';
import { type DayPart, isSubDaily, type Rule } from './rule.ts';
import { weekOfYear } from './week-of-year.ts';

/**
 * Which days a rule allows. Every BYxxx part about days, whether RFC 5545 says that it expands or limits a
 * frequency, comes down to this: of the days of a period those that pass all parts. Sets of small numbers are
 * bit masks, as this is asked for every day of a period.
 */
export interface DayFilter {
  /** Bit m for month m; 0 allows all, as in each mask here. */
  readonly months: number;
  readonly monthDays: number;
  /** Bit n for the n-th day from the end of the month. */
  readonly monthDaysFromEnd: number;
  readonly weekdays: number;
  /** The nth weekdays of `ordinalScope`; a day passes with these or with `weekdays`. */
  readonly ordinals: readonly DayPart[];
  readonly ordinalScope: 'month' | 'year';
  readonly yearDays: ReadonlySet<number> | null;
  readonly weeks: ReadonlySet<number> | null;
  readonly weekStart: Weekday;
  /** False where weekdays alone decide, and a date need not be worked out. */
  readonly needsDate: boolean;
}

export function dayFilterOf(rule: Rule, start: DayNumber): DayFilter {
  const parts = withDefaults(rule, start);
  const nth = rule.frequency === 'YEARLY' || rule.frequency === 'MONTHLY';
  const ordinals = nth ? rule.byDay.filter((part) => part.ordinal !== 0) : [];
  const plain = nth ? rule.byDay.filter((part) => part.ordinal === 0) : rule.byDay;
  const filter = {
    months: mask(parts.months),
    monthDays: mask(parts.monthDays.filter((day) => day > 0)),
    monthDaysFromEnd: mask(parts.monthDays.filter((day) => day < 0).map((day) => -day)),
    weekdays: mask([...plain.map((part) => part.weekday), ...parts.weekdays]),
    ordinals,
    ordinalScope: rule.frequency === 'YEARLY' && rule.byMonth.length === 0 ? 'year' : 'month',
    yearDays: rule.byYearDay.length > 0 ? new Set(rule.byYearDay) : null,
    weeks: rule.byWeekNo.length > 0 ? new Set(rule.byWeekNo) : null,
    weekStart: rule.weekStart,
  } as const;
  const byDate = filter.months | filter.monthDays | filter.monthDaysFromEnd;
  return {
    ...filter,
    needsDate: byDate !== 0 || ordinals.length > 0 || filter.yearDays !== null || filter.weeks !== null,
  };
}

interface Defaults {
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly weekdays: readonly Weekday[];
}

/** What a rule does not say about the day, DTSTART says (RFC 5545, 3.3.10). */
function withDefaults(rule: Rule, start: DayNumber): Defaults {
  const said = { months: rule.byMonth, monthDays: rule.byMonthDay, weekdays: [] };
  const saysDay = rule.byDay.length > 0 || rule.byMonthDay.length > 0 || rule.byYearDay.length > 0;
  if (saysDay || rule.frequency === 'DAILY' || isSubDaily(rule)) return said;
  const date = civilOf(start);
  if (rule.frequency === 'WEEKLY' || rule.byWeekNo.length > 0)
    return { ...said, weekdays: [weekdayOf(start)] };
  if (rule.frequency === 'YEARLY' && rule.byMonth.length === 0)
    return { ...said, months: [date.month], monthDays: [date.day] };
  return { ...said, monthDays: [date.day] };
}

function mask(numbers: readonly number[]): number {
  return numbers.reduce((bits, number) => bits | (1 << number), 0);
}

/** `date` may be anything where the filter's `needsDate` is false. */
export function allowsDay(filter: DayFilter, day: DayNumber, date: CivilDate): boolean {
  if (!allowsWeekday(filter, day, date)) return false;
  if (!filter.needsDate) return true;
  if (filter.months !== 0 && !(filter.months & (1 << date.month))) return false;
  if (!allowsMonthDay(filter, date)) return false;
  if (filter.yearDays && !allowsYearDay(filter.yearDays, day, date)) return false;
  return filter.weeks === null || allowsWeek(filter.weeks, day, date, filter.weekStart);
}

function allowsWeekday(filter: DayFilter, day: DayNumber, date: CivilDate): boolean {
  if (filter.weekdays === 0 && filter.ordinals.length === 0) return true;
  const weekday = weekdayOf(day);
  if (filter.weekdays & (1 << weekday)) return true;
  for (const part of filter.ordinals) {
    if (part.weekday === weekday && isNth(part.ordinal, day, date, filter.ordinalScope)) return true;
  }
  return false;
}

/** Whether this is the nth of its weekday, or the nth from the end, in its month or year. */
function isNth(ordinal: number, day: DayNumber, date: CivilDate, scope: 'month' | 'year'): boolean {
  const inMonth = scope === 'month';
  const index = inMonth ? date.day - 1 : day - dayOf(date.year, 1, 1);
  if (ordinal > 0) return Math.floor(index / 7) === ordinal - 1;
  const length = inMonth ? daysInMonth(date.year, date.month) : daysInYear(date.year);
  return Math.floor((length - 1 - index) / 7) === -ordinal - 1;
}

function allowsMonthDay(filter: DayFilter, date: CivilDate): boolean {
  if (filter.monthDays === 0 && filter.monthDaysFromEnd === 0) return true;
  if (filter.monthDays & (1 << date.day)) return true;
  if (filter.monthDaysFromEnd === 0) return false;
  return (filter.monthDaysFromEnd & (1 << (daysInMonth(date.year, date.month) - date.day + 1))) !== 0;
}

function allowsYearDay(yearDays: ReadonlySet<number>, day: DayNumber, date: CivilDate): boolean {
  const index = day - dayOf(date.year, 1, 1);
  return yearDays.has(index + 1) || yearDays.has(index - daysInYear(date.year));
}

function allowsWeek(
  weeks: ReadonlySet<number>,
  day: DayNumber,
  date: CivilDate,
  weekStart: Weekday,
): boolean {
  const { week, weeksInYear } = weekOfYear(day, date.year, weekStart);
  return weeks.has(week) || weeks.has(week - weeksInYear - 1);
}
