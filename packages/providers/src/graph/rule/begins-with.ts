import type { RecurrencePattern, Weekday } from '../event/graph-event.ts';
import { POSITIONS, WEEKDAYS } from './weekdays.ts';

/**
 * Whether a pattern has an instance on the date that its series begins on. iCalendar takes a start that the rule does
 * not give as an instance besides (RFC 5545, 3.8.5.3); Graph moves it to the first that the pattern gives.
 */
export function beginsWith(pattern: RecurrencePattern, first: Temporal.PlainDate): boolean {
  switch (pattern.type) {
    case 'daily':
      return true;
    case 'weekly':
      return pattern.daysOfWeek.includes(weekdayOf(first));
    case 'absoluteMonthly':
      return first.day === Math.min(pattern.dayOfMonth, first.daysInMonth);
    case 'absoluteYearly':
      return first.month === pattern.month && first.day === Math.min(pattern.dayOfMonth, first.daysInMonth);
    case 'relativeMonthly':
      return first.day === relativeDay(pattern, first);
    case 'relativeYearly':
      return first.month === pattern.month && first.day === relativeDay(pattern, first);
  }
}

function relativeDay(
  { daysOfWeek, index }: Extract<RecurrencePattern, { readonly index: unknown }>,
  inMonth: Temporal.PlainDate,
): number | null {
  const days = Array.from({ length: inMonth.daysInMonth }, (_, at) => inMonth.with({ day: at + 1 }));
  const matching = days.filter((day) => daysOfWeek.includes(weekdayOf(day)));
  const position = POSITIONS[index];
  return matching.at(position > 0 ? position - 1 : position)?.day ?? null;
}

function weekdayOf(date: Temporal.PlainDate): Weekday {
  return WEEKDAYS[date.dayOfWeek - 1] ?? 'monday';
}
