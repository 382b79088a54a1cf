import { Temporal } from 'temporal-polyfill';
import type { SimpleRule } from '../read-rule.ts';

const FREQUENCIES = { daily: 'DAILY', weekly: 'WEEKLY', monthly: 'MONTHLY', yearly: 'YEARLY' } as const;
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rule in common words as RRULE text (RFC 5545 3.3.10). The end is a date; the server gives it the form it needs. */
export function ruleText({ every, interval, weekdays, nth, monthDay, count, until }: SimpleRule): string {
  const days = weekdays.map((day) => `${nth ?? ''}${DAYS[day - 1] ?? ''}`);
  return [
    `FREQ=${FREQUENCIES[every]}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(days.length > 0 ? [`BYDAY=${days.join(',')}`] : []),
    ...(monthDay === null ? [] : [`BYMONTHDAY=${monthDay}`]),
    ...(count === null ? [] : [`COUNT=${count}`]),
    ...(until === null ? [] : [`UNTIL=${until.replaceAll('-', '')}`]),
  ].join(';');
}

const ENDLESS = { interval: 1, weekdays: [], nth: null, monthDay: null, count: null, until: null } as const;

/** The rules that most events have, as they read from the day on which the event begins. */
export function commonRules(date: string): readonly SimpleRule[] {
  const day = Temporal.PlainDate.from(date);
  return [
    { ...ENDLESS, every: 'daily' },
    { ...ENDLESS, every: 'weekly', weekdays: [1, 2, 3, 4, 5] },
    { ...ENDLESS, every: 'weekly', weekdays: [day.dayOfWeek] },
    { ...ENDLESS, every: 'weekly', interval: 2, weekdays: [day.dayOfWeek] },
    { ...ENDLESS, every: 'monthly', monthDay: day.day },
    { ...ENDLESS, every: 'monthly', weekdays: [day.dayOfWeek], nth: nthOf(day) },
    { ...ENDLESS, every: 'yearly' },
  ];
}

/** Which of its weekdays in the month it is; the fifth, which few months have, is the last. */
export function nthOf({ day }: Temporal.PlainDate): number {
  const nth = Math.ceil(day / 7);
  return nth > 4 ? -1 : nth;
}

/** That rhythm, from this date: what it says of days is made to fit. */
export function withRhythm(rule: SimpleRule, every: SimpleRule['every'], date: string): SimpleRule {
  const day = Temporal.PlainDate.from(date);
  const bare = { ...rule, every, weekdays: [], nth: null, monthDay: null };
  if (every === 'weekly') return { ...bare, weekdays: [day.dayOfWeek] };
  return every === 'monthly' ? { ...bare, monthDay: day.day } : bare;
}
