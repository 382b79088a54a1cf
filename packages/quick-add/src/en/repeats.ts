import { partAt } from '../grammar/meaning.ts';
import { type Rule, rule } from '../grammar/pattern.ts';
import { everyUnit, monthDay, monthly, plain, WORKDAYS, weekly, yearly } from '../grammar/repeat.ts';

const EVERY = '(every|each|ev.)';

const OF_MONTH = `(of|in) (every|each|the) month`;

const WEEKS: readonly Rule[] = [
  rule('repeat', `${EVERY} {days} [{part?}]`, ({ days, part }) => ({
    ...weekly(days),
    ...(part ? { part } : {}),
  })),
  rule('repeat', `${EVERY} {plurals}`, ({ plurals }) => weekly(plurals)),
  rule('repeat', '{days} mornings', ({ days }) => ({ ...weekly(days), part: partAt(6, 'am') })),
  rule('repeat', '{days} afternoons', ({ days }) => ({ ...weekly(days), part: partAt(15, 'pm') })),
  rule('repeat', '{days} (evenings|nights)', ({ days }) => ({ ...weekly(days), part: partAt(20, 'pm') })),
  rule('repeat', '[on] {plurals}', ({ plurals }) => weekly(plurals)),
  rule('repeat', `${EVERY} (other|second|2nd) {days}`, ({ days }) => weekly(days, 2)),
  rule('repeat', `${EVERY} (third|3rd) {days}`, ({ days }) => weekly(days, 3)),
  rule('repeat', `${EVERY} {count} (week|weeks) [on|,] {days}`, ({ count, days }) => weekly(days, count)),
  rule('repeat', `${EVERY} {count} (week|weeks) [on] {plurals}`, ({ count, plurals }) =>
    weekly(plurals, count),
  ),
  rule('repeat', `${EVERY} (other|second) week [on|,] {days}`, ({ days }) => weekly(days, 2)),
  rule('repeat', `${EVERY} week [on|,] {days}`, ({ days }) => weekly(days)),
  rule('repeat', '(weekly|once a week) [on|,] {days}', ({ days }) => weekly(days)),
  rule('repeat', '(weekly|once a week) [on|,] {plurals}', ({ plurals }) => weekly(plurals)),
  rule('repeat', '(biweekly|bi-weekly|fortnightly) [on] {days}', ({ days }) => weekly(days, 2)),
  rule('repeat', '(biweekly|bi-weekly|fortnightly) [on] {plurals}', ({ plurals }) => weekly(plurals, 2)),
  rule('repeat', '{days} (every|each) week', ({ days }) => weekly(days)),
  rule('repeat', '{days} every (other|second) week', ({ days }) => weekly(days, 2)),
  rule('repeat', '{days} every {count} weeks', ({ days, count }) => weekly(days, count)),
  rule('repeat', '{days} (weekly)', ({ days }) => weekly(days)),
  rule('repeat', '{days} (fortnightly|biweekly)', ({ days }) => weekly(days, 2)),
  rule('repeat', `${EVERY} (weekday|workday|working day|business day)`, () => weekly(WORKDAYS)),
  rule('repeat', '[on|all] (weekdays|workdays)', () => weekly(WORKDAYS)),
  rule('repeat', `${EVERY} weekend`, () => weekly([6, 7])),
  rule('repeat', '[on] weekends', () => weekly([6, 7])),
];

const UNITS: readonly Rule[] = [
  rule('repeat', `${EVERY} {unit}`, ({ unit }) => everyUnit(1, unit)),
  rule('repeat', `${EVERY} {part}`, ({ part }) => ({ ...plain('DAILY'), part })),
  rule('repeat', `${EVERY} (other|second) {unit}`, ({ unit }) => everyUnit(2, unit)),
  rule('repeat', `${EVERY} {count} {unit}`, ({ count, unit }) => everyUnit(count, unit)),
  rule('repeat', '(daily|everyday)', () => plain('DAILY')),
  rule('repeat', '(weekly|once a week)', () => plain('WEEKLY')),
  rule('repeat', '(biweekly|bi-weekly|fortnightly|once a fortnight)', () => plain('WEEKLY', 2)),
  rule('repeat', '(monthly|once a month)', () => plain('MONTHLY')),
  rule('repeat', '(quarterly|every quarter)', () => plain('MONTHLY', 3)),
  rule('repeat', '(yearly|annually|once a year)', () => plain('YEARLY')),
];

const MONTHS: readonly Rule[] = [
  rule('repeat', `[on] ${EVERY} {nth} {weekday} [${OF_MONTH}|of month]`, ({ nth, weekday }) =>
    nth === 2 ? null : monthly(nth, weekday),
  ),
  rule('repeat', `[on] [the|every] {nth} {weekday} (of|in) (every|each) month`, ({ nth, weekday }) =>
    monthly(nth, weekday),
  ),
  rule('repeat', '[on] every {nth} {weekday} (of|in) the month', ({ nth, weekday }) => monthly(nth, weekday)),
  rule('repeat', '[on] [the] {nth} {weekday} (of|in) the month', ({ nth, weekday }) => ({
    ...monthly(nth, weekday),
    doubtful: true,
  })),
  rule('repeat', '(monthly|every month|each month) [,] [on] [the] {nth} {weekday}', ({ nth, weekday }) =>
    monthly(nth, weekday),
  ),
  rule('repeat', '(every|each) {count} months [on] [the] {nth} {weekday}', ({ count, nth, weekday }) =>
    monthly(nth, weekday, count),
  ),
  rule('repeat', '[on] [the] {nth} {weekday} monthly', ({ nth, weekday }) => monthly(nth, weekday)),
  rule('repeat', '(monthly|every month|each month) [,] [on] the {ordinal}', ({ ordinal }) =>
    monthDay(ordinal),
  ),
  rule('repeat', '[on] [the] {ordinal} (of|in) (every|each) month', ({ ordinal }) => monthDay(ordinal)),
  rule('repeat', '[on] [the] {ordinal} (every|each) month', ({ ordinal }) => monthDay(ordinal)),
  rule('repeat', '[on] the last day (of every|of each|every|each) month', () => monthDay(-1)),
  rule('repeat', '[at] [the] end of (every|each) month', () => monthDay(-1)),
  rule('repeat', 'every {n} _ (st|nd|rd|th)', ({ n }) => (n <= 31 ? monthDay(n) : null)),
  rule('repeat', 'every {ordinal} of the month', ({ ordinal }) => monthDay(ordinal)),
  rule('repeat', '(every year|each year|yearly|annually) [on] [the] {dom} [of] {month}', ({ dom, month }) =>
    yearly(month, dom),
  ),
  rule('repeat', '(every year|each year|yearly|annually) [on] {month} [the] {dom}', ({ dom, month }) =>
    yearly(month, dom),
  ),
  rule('repeat', '[on] {month} {dom} (every year|each year|yearly|annually)', ({ dom, month }) =>
    yearly(month, dom),
  ),
  rule('repeat', '[on] [the] {dom} [of] {month} (every year|each year|yearly|annually)', ({ dom, month }) =>
    yearly(month, dom),
  ),
  rule('repeat', 'every {dom} [of] {month}', ({ dom, month }) => yearly(month, dom)),
  rule('repeat', 'every {month} {dom}', ({ dom, month }) => yearly(month, dom)),
];

export const REPEAT_RULES: readonly Rule[] = [
  ...MONTHS,
  ...WEEKS,
  ...UNITS,
  rule('repeat', '{days}', ({ days }) => (days.length > 2 ? weekly(days) : null)),
  rule('ondays', '[on] {days}', ({ days }) => ({ days })),
  rule('ondays', '[on] {plurals}', ({ plurals }) => ({ days: plurals })),
  rule('ondays', '[on] [the] {nth} {weekday}', ({ nth, weekday }) => ({ nth, days: [weekday] })),
  rule('ondays', '[on] the {ordinal}', ({ ordinal }) => ({ monthDay: ordinal })),
  rule('ondays', '[on] the last day', () => ({ monthDay: -1 })),
  rule('times', '[,|for] {count} (times|occurrences|sessions in total)', ({ count }) => count),
  rule('times', '(x) {n}', ({ n }) => n),
  rule('times', '{n} _ x', ({ n }) => n),
];
