import type { Temporal } from 'temporal-polyfill';
import type { View } from './agenda-search.ts';

export const LIST_DAYS = 14;

const STEPS: Record<View, Temporal.DurationLike> = {
  month: { months: 1 },
  week: { weeks: 1 },
  day: { days: 1 },
  artists: { days: 1 },
  list: { days: LIST_DAYS },
};

/** The date one page earlier (-1) or later (1). */
export function stepDate(date: Temporal.PlainDate, view: View, direction: 1 | -1): Temporal.PlainDate {
  // From the first, so that a 31st does not skip or repeat a shorter month.
  const from = view === 'month' ? date.with({ day: 1 }) : date;
  return direction === 1 ? from.add(STEPS[view]) : from.subtract(STEPS[view]);
}
