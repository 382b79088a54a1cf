import type { Weekday, WeekIndex } from '../event/graph-event.ts';

/** Monday is 0, as in the calendar package. */
export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const INDEXES: readonly WeekIndex[] = ['first', 'second', 'third', 'fourth', 'last'];

/** As BYSETPOS counts them. */
export const POSITIONS: Readonly<Record<WeekIndex, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: -1,
};

/** As BYDAY writes it: `MO`. */
export function dayCode(day: Weekday): string {
  return day.slice(0, 2).toUpperCase();
}

/** The days of February in a leap year. */
export const MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
