import type { Rule } from '@atelier/calendar/rule/rule';
import type { RecurrencePattern, Weekday, WeekIndex } from '../event/graph-event.ts';
import { INDEXES, MOST_DAYS, POSITIONS, WEEKDAYS } from './weekdays.ts';

/** Why Graph has no pattern for a rule; each has a sentence of its own. */
export type NoPattern =
  | 'frequency' // every hour, minute or second
  | 'parts' // days of the year, weeks of the year, times of day
  | 'several-days' // more than one day of a month, or months
  | 'end-of-month' // only in months that have the day, or counted from the end
  | 'position'; // another position than first to fourth and last

/**
 * The pattern that means the same as a rule does for a series that begins on `first`, which RFC 5545, 3.3.10 takes what
 * the rule leaves open from. Nothing is approximated: what has no pattern is told apart.
 */
export function patternOfRule(rule: Rule, first: Temporal.PlainDate): RecurrencePattern | NoPattern {
  if (['HOURLY', 'MINUTELY', 'SECONDLY'].includes(rule.frequency)) return 'frequency';
  const others = [rule.byYearDay, rule.byWeekNo, rule.byHour, rule.byMinute, rule.bySecond];
  if (others.some((part) => part.length > 0)) return 'parts';
  switch (rule.frequency) {
    case 'DAILY':
      return dailyPattern(rule);
    case 'WEEKLY':
      return weeklyPattern(rule, first);
    case 'MONTHLY':
      return monthlyPattern(rule, first);
    default:
      return yearlyPattern(rule, first);
  }
}

function dailyPattern(rule: Rule): RecurrencePattern | NoPattern {
  if (rule.byMonth.length > 0 || rule.byMonthDay.length > 0) return 'several-days';
  if (rule.bySetPos.length > 0) return 'position';
  if (rule.byDay.length === 0) return { type: 'daily', interval: rule.interval };
  // Every day that is one of these days is every week on these days; every second such day is not.
  return rule.interval === 1 && rule.byDay.every(({ ordinal }) => ordinal === 0)
    ? weekly(rule, daysOf(rule))
    : 'parts';
}

function weeklyPattern(rule: Rule, first: Temporal.PlainDate): RecurrencePattern | NoPattern {
  if (rule.byMonth.length > 0 || rule.byMonthDay.length > 0) return 'several-days';
  if (rule.bySetPos.length > 0 || rule.byDay.some(({ ordinal }) => ordinal !== 0)) return 'position';
  return weekly(rule, rule.byDay.length === 0 ? [dayOfWeek(first)] : daysOf(rule));
}

function weekly(rule: Rule, daysOfWeek: readonly Weekday[]): RecurrencePattern {
  const firstDayOfWeek = WEEKDAYS[rule.weekStart] ?? 'monday';
  return { type: 'weekly', interval: rule.interval, daysOfWeek, firstDayOfWeek };
}

function monthlyPattern(rule: Rule, first: Temporal.PlainDate): RecurrencePattern | NoPattern {
  if (rule.byMonth.length > 0) return 'several-days';
  const { interval } = rule;
  if (rule.byDay.length > 0) {
    const relative = relativeDays(rule);
    return typeof relative === 'string' ? relative : { type: 'relativeMonthly', interval, ...relative };
  }
  const day = dayOfMonth(rule, first, null);
  return typeof day === 'string' ? day : { type: 'absoluteMonthly', interval, dayOfMonth: day };
}

function yearlyPattern(rule: Rule, first: Temporal.PlainDate): RecurrencePattern | NoPattern {
  if (rule.byMonth.length > 1) return 'several-days';
  const { interval } = rule;
  const [month = null] = rule.byMonth;
  if (rule.byDay.length > 0) {
    // The third Friday of a year is none of a month.
    if (month === null) return 'position';
    const relative = relativeDays(rule);
    return typeof relative === 'string' ? relative : { type: 'relativeYearly', interval, ...relative, month };
  }
  // A day of the month without a month is that day of every month (RFC 5545, 3.3.10).
  if (month === null && rule.byMonthDay.length > 0) return 'several-days';
  const meant = month ?? first.month;
  const day = dayOfMonth(rule, first, meant);
  return typeof day === 'string' ? day : { type: 'absoluteYearly', interval, dayOfMonth: day, month: meant };
}

function relativeDays(
  rule: Rule,
): { readonly daysOfWeek: readonly Weekday[]; readonly index: WeekIndex } | NoPattern {
  if (rule.byMonthDay.length > 0) return 'several-days';
  const [only] = rule.byDay;
  if (only && rule.byDay.length === 1 && only.ordinal !== 0 && rule.bySetPos.length === 0) {
    const index = indexOf(only.ordinal);
    return index === null ? 'position' : { daysOfWeek: daysOf(rule), index };
  }
  if (rule.byDay.some(({ ordinal }) => ordinal !== 0) || rule.bySetPos.length !== 1) return 'position';
  const index = indexOf(rule.bySetPos[0] ?? 0);
  return index === null ? 'position' : { daysOfWeek: daysOf(rule), index };
}

/**
 * The 29th, 30th or 31st of a month is, in a pattern, that day or the last one; in a rule it is that day or none. Only a
 * rule that says so as well, `BYMONTHDAY=28,29,30;BYSETPOS=-1`, means the same; and -1 is the last day as the 31st is.
 */
function dayOfMonth(rule: Rule, first: Temporal.PlainDate, month: number | null): number | NoPattern {
  const days = rule.byMonthDay;
  if (days.length === 0 && rule.bySetPos.length > 0) return 'position';
  if (rule.bySetPos.length > 0) return clampedDay(rule);
  if (days.length > 1) return 'several-days';
  const day = days[0] ?? first.day;
  if (day === -1) return 31;
  if (day < 0) return 'end-of-month';
  return day <= safeDay(month) ? day : 'end-of-month';
}

/** Every year has it. */
function safeDay(month: number | null): number {
  return month === null || month === 2 ? 28 : (MOST_DAYS[month - 1] ?? 28);
}

function clampedDay(rule: Rule): number | NoPattern {
  const last = rule.byMonthDay.at(-1) ?? 0;
  const range = Array.from({ length: last - 27 }, (_, at) => 28 + at);
  const clamps = rule.bySetPos.length === 1 && rule.bySetPos[0] === -1;
  return clamps && last > 28 && range.join() === rule.byMonthDay.join() ? last : 'several-days';
}

function indexOf(position: number): WeekIndex | null {
  return INDEXES.find((index) => POSITIONS[index] === position) ?? null;
}

function daysOf(rule: Rule): readonly Weekday[] {
  const days = new Set(rule.byDay.map(({ weekday }) => weekday));
  return WEEKDAYS.filter((_, at) => days.has(at));
}

function dayOfWeek(date: Temporal.PlainDate): Weekday {
  return WEEKDAYS[date.dayOfWeek - 1] ?? 'monday';
}
