import {
  daysAfter,
  daysAway,
  GUESS,
  inMonth,
  LIKELY,
  monthsAway,
  nthOfMonth,
  nthOfMonthAway,
  ofMonth,
  onDate,
  onMonthDay,
} from '../day/spec.ts';
import {
  between,
  daysOfMonth,
  monthDays,
  threeDays,
  weekdaysOfMonth,
  weekendIn,
  weekendOf,
  weekNumber,
  weekOf,
  wholeMonth,
  wholeWeek,
} from '../day/stretch.ts';
import {
  inWeek,
  lastWeekday,
  nextWeekday,
  onWeekday,
  weekdayAndDay,
  weeksAfter,
  weeksAway,
  withWeekday,
} from '../day/weekday-spec.ts';
import { type Rule, rule } from '../grammar/pattern.ts';
import { fromUnits } from '../grammar/units.ts';

const YEAR = '[[,] {year?}]';

const WRITTEN: readonly Rule[] = [
  rule('day', `[the] {dom} [of] {month} ${YEAR}`, ({ dom, month, year }) => onDate(month, dom, year)),
  rule('day', `{month} [the] {dom} ${YEAR}`, ({ month, dom, year }) => onDate(month, dom, year)),
  rule('day', '{weekday} [,] [the] {ordinal}', ({ weekday, ordinal }) => weekdayAndDay(weekday, ordinal)),
  rule('day', 'the {ordinal}', ({ ordinal }) => onMonthDay(ordinal)),
  rule('day', 'the {ordinal} of this month', ({ ordinal }) => onMonthDay(ordinal)),
  rule('day', '[the] {ordinal} of next month', ({ ordinal }) => ofMonth(1, ordinal)),
  rule('day', '{n} _ (st|nd|rd|th)', ({ n }) => onMonthDay(n, LIKELY)),
  rule('day', '{weekday} {n}', ({ weekday, n }) => (n >= 1 && n <= 31 ? weekdayAndDay(weekday, n) : null)),
];

const WEEKDAYS: readonly Rule[] = [
  rule('day', '[this|this coming|coming|upcoming] {weekday}', ({ weekday }) => onWeekday(weekday)),
  rule('day', 'next {weekday}', ({ weekday }) => nextWeekday(weekday)),
  rule('day', 'last {weekday}', ({ weekday }) => lastWeekday(weekday)),
  rule('day', '{weekday} [of|in] next week', ({ weekday }) => inWeek(1, weekday)),
  rule('day', 'next week [,] [on] {weekday}', ({ weekday }) => inWeek(1, weekday)),
  rule('day', '{weekday} [of] this week', ({ weekday }) => inWeek(0, weekday)),
  rule('day', '{weekday} of last week', ({ weekday }) => inWeek(-1, weekday)),
  rule('day', '(a week on|week on) {weekday}', ({ weekday }) => weeksAfter(weekday, 1)),
  rule('day', '(two weeks on|a fortnight on) {weekday}', ({ weekday }) => weeksAfter(weekday, 2)),
  rule('day', '{weekday} week', ({ weekday }) => weeksAfter(weekday, 1)),
  rule('day', '{weekday} fortnight', ({ weekday }) => weeksAfter(weekday, 2)),
  rule('day', '{weekday} after next', ({ weekday }) => weeksAfter(weekday, 1)),
  rule('day', '{weekday} [the] week after next', ({ weekday }) => weeksAway(2, weekday)),
  rule('day', '{weekday} in {count} (week|weeks)', ({ weekday, count }) => weeksAway(count, weekday)),
  rule('day', 'in {count} (week|weeks) [,] [on] {weekday}', ({ weekday, count }) =>
    weeksAway(count, weekday),
  ),
  rule('day', '{weekday} in a fortnight', ({ weekday }) => weeksAway(2, weekday)),
  rule('day', 'in a fortnight [on] {weekday}', ({ weekday }) => weeksAway(2, weekday)),
];

const AWAY: readonly Rule[] = [
  rule('day', '(today|later today)', () => daysAway(0)),
  rule('day', '(tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow|2moro)', () => daysAway(1)),
  rule('day', '[the] day after (tomorrow|tmrw)', () => daysAway(2, 70)),
  rule('day', 'yesterday', () => daysAway(-1)),
  rule('day', '[the] day before yesterday', () => daysAway(-2, 70)),
  rule('day', 'in {count} {unit} [time|from now]', ({ count, unit }) => fromUnits(count, unit)),
  rule('day', "in {count} {unit} ' s time", ({ count, unit }) => fromUnits(count, unit)),
  rule('day', "in {count} {unit} ' time", ({ count, unit }) => fromUnits(count, unit)),
  rule('day', '{count} {unit} (from now|from today|later)', ({ count, unit }) => fromUnits(count, unit)),
  rule('day', '{count} {unit} ago', ({ count, unit }) => fromUnits(-count, unit)),
  rule('day', '(a week|one week|1 week|week) (from|after) {day}', ({ day }) => daysAfter(day, 7)),
  rule('day', '(two weeks|2 weeks|a fortnight) (from|after) {day}', ({ day }) => daysAfter(day, 14)),
  rule('day', '{count} (days|day) (after|from) {day}', ({ count, day }) => daysAfter(day, count)),
  rule('day', '{count} (days|day) before {day}', ({ count, day }) => daysAfter(day, -count)),
  rule('day', 'the day after {day}', ({ day }) => daysAfter(day, 1)),
  rule('day', 'the day before {day}', ({ day }) => daysAfter(day, -1)),
  rule('day', 'next week', () => daysAway(7)),
  rule('day', '[the] week after next', () => daysAway(14)),
  rule('day', 'next month', () => monthsAway(1)),
  rule('day', 'next year', () => monthsAway(12)),
  rule('day', '(this week|later this week)', () => daysAway(0, GUESS)),
];

const END = '[the] (end|last day)';

const PARTS_OF_TIME: readonly Rule[] = [
  rule('day', `${END} of [the|this] month`, () => ofMonth(0, -1)),
  rule('day', '(month end|month-end|eom)', () => ofMonth(0, -1)),
  rule('day', `${END} of next month`, () => ofMonth(1, -1)),
  rule('day', '[the] (start|beginning|first day) of next month', () => ofMonth(1, 1)),
  rule('day', '[the] (start|beginning|first day) of [the] month', () => ofMonth(0, 1)),
  rule('day', '(mid|middle of|the middle of) [-] next month', () => ofMonth(1, 15)),
  rule('day', '(mid-month|the middle of the month|middle of the month)', () => ofMonth(0, 15)),
  rule('day', '[the] end of [the|this] week', () => inWeek(0, 5)),
  rule('day', '[the] end of next week', () => inWeek(1, 5)),
  rule('day', '[the] (start|beginning) of next week', () => inWeek(1, 1)),
  rule('day', '(early next week)', () => inWeek(1, 1)),
  rule('day', '(late next week)', () => inWeek(1, 5)),
  rule('day', '(mid|middle of|the middle of) [-] next week', () => inWeek(1, 3)),
  rule('day', '[the] end of [the|this] year', () => onDate(12, 31)),
  rule('day', `${END} of {month} [{year?}]`, ({ month, year }) => inMonth(month, -1, year)),
  rule('day', '(mid|middle of|the middle of) [-] {month} [{year?}]', ({ month, year }) =>
    inMonth(month, 15, year),
  ),
  rule('day', '[the] (start|beginning|early|first day) [of] {month} [{year?}]', ({ month, year }) =>
    inMonth(month, 1, year),
  ),
  rule('day', 'late {month} [{year?}]', ({ month, year }) => inMonth(month, 25, year)),
  rule('day', '(in|next|during|this) {month} [{year?}]', ({ month, year }) =>
    inMonth(month, 1, year, LIKELY),
  ),
  rule('day', '{month} {year}', ({ month, year }) => inMonth(month, 1, year, LIKELY)),
  rule('day', '[the] {nth} {weekday} (of|in) {month} [{year?}]', ({ nth, weekday, month, year }) =>
    nthOfMonth(nth, weekday, month, year),
  ),
  rule('day', '[the] {nth} {weekday} (of|in) next month', ({ nth, weekday }) =>
    nthOfMonthAway(nth, weekday, 1),
  ),
  rule('day', '[the] {nth} {weekday} (of|in) this month', ({ nth, weekday }) =>
    nthOfMonthAway(nth, weekday, 0),
  ),
  rule('day', '(this|the) weekend', () => weekendIn(0)),
  rule('day', 'next weekend', () => weekendIn(1)),
  rule('day', '[the] weekend after next', () => weekendIn(2)),
  rule('day', '[the] (weekend|week-end) of {day}', ({ day }) => weekendOf(day)),
  rule('day', '[the] week of {day}', ({ day }) => weekOf(day)),
  rule('day', '(week|wk|wk.) {n}', ({ n }) => weekNumber(n)),
  rule('day', '[the] first week (of|in) {month} [{year?}]', ({ month, year }) =>
    weekOf(inMonth(month, 1, year)),
  ),
  rule('day', '[the] last week (of|in) {month} [{year?}]', ({ month, year }) =>
    weekOf(inMonth(month, -7, year)),
  ),
  rule('day', 'week (commencing|beginning|starting) {day}', ({ day }) => weekOf(day)),
  rule('day', '(all|all of|the whole of|the whole|whole|throughout) [of] next week', () => wholeWeek(1)),
  rule('day', '(all|the whole|whole|throughout) [this] week', () => wholeWeek(0)),
  rule('day', '(all of|all|the whole of|throughout) {month} [{year?}]', ({ month, year }) =>
    wholeMonth(month, year),
  ),
];

const TO = '(-|to|until|till|til|through|thru|and|&)';

const STRETCHES: readonly Rule[] = [
  rule(
    'date',
    `[on] [the] {dom:first} , [the] {dom:second} [,] (and|&) [the] {dom:last} [of] {month} ${YEAR}`,
    ({ first, second, last, month, year }) => threeDays([first, second, last], month, year),
  ),
  rule(
    'date',
    `[from|between|the|from the|on|on the|between the] {dom:first} [st|nd|rd|th] ${TO} [the] {dom:last} [of] {month} ${YEAR}`,
    (read) => daysOfMonth(read.first, read.last, read.month, read.year),
  ),
  rule(
    'date',
    `[from|between|on] {weekday} [,] [the] {dom:first} ${TO} {weekday} [,] [the] {dom:last} [of] {month} ${YEAR}`,
    (read) => weekdaysOfMonth(read.first, read.last, read.month, read.year),
  ),
  rule(
    'date',
    `[from|between] {month} {dom:first} ${TO} {dom:last} ${YEAR}`,
    ({ month, first, last, year }) => daysOfMonth(first, last, month, year),
  ),
  rule(
    'date',
    '(from|between) the {ordinal:first} (-|to|until|till|through|and) the {ordinal:last}',
    ({ first, last }) => monthDays(first, last),
  ),
  rule(
    'date',
    '[from|the] {n:first} _ (st|nd|rd|th) (-|to|through) [the] {n:last} _ (st|nd|rd|th)',
    ({ first, last }) => monthDays(first, last),
  ),
  rule('date', `[from|between] {day:first} ${TO} {day:last} [inclusive]`, ({ first, last }) =>
    between(first, last),
  ),
  rule(
    'date',
    '[on|by|before|from|to|starting|starting on|as of|due|for|until|beginning|over] {day}',
    ({ day }) => day,
  ),
];

export const DATE_RULES: readonly Rule[] = [
  ...WRITTEN,
  ...WEEKDAYS,
  ...AWAY,
  ...PARTS_OF_TIME,
  rule('day', '{weekday} [,] {day}', ({ weekday, day }) => (day.weekday ? null : withWeekday(weekday, day))),
  rule('day', '{day} [,] {weekday}', ({ day, weekday }) => (day.weekday ? null : withWeekday(weekday, day))),
  ...STRETCHES,
  rule('until', '[,] (until|till|til|through|up to|ending|ending on|ends|ends on) {day}', ({ day }) => day),
  rule('until', '[,] (until|till|til|through) {month} [{year?}]', ({ month, year }) =>
    inMonth(month, -1, year),
  ),
];
