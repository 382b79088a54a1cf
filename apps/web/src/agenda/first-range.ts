import type { Temporal } from 'temporal-polyfill';
import type { View } from './agenda-search.ts';
import { LIST_DAYS } from './step-date.ts';

/** Instants, the last exclusive. */
export interface Range {
  readonly from: Date;
  readonly to: Date;
}

const WEEK = 7;
/** A month is shown as six weeks, of which the first day of the month is in the first. */
const MONTH_DAYS = 6 * WEEK;

/**
 * What a view shows at most, before it is known on which day weeks begin and in which zone times are shown: enough to ask
 * for it while the page is still being fetched.
 */
export function firstRange(view: View, date: Temporal.PlainDate): Range {
  const [first, days] = daysOf(view, date);
  // No zone is further from UTC than fourteen hours.
  return { from: midnight(first.subtract({ days: 1 })), to: midnight(first.add({ days: days + 1 })) };
}

function daysOf(view: View, date: Temporal.PlainDate): readonly [first: Temporal.PlainDate, days: number] {
  switch (view) {
    case 'month':
      return [date.with({ day: 1 }).subtract({ days: WEEK - 1 }), MONTH_DAYS + WEEK - 1];
    case 'week':
      return [date.subtract({ days: WEEK - 1 }), 2 * WEEK - 1];
    case 'day':
    case 'artists':
      return [date, 1];
    case 'list':
      return [date, LIST_DAYS];
  }
}

const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime('UTC').epochMilliseconds);
