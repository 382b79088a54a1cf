import { Temporal } from 'temporal-polyfill';

/** Nobody means an hour of the night who does not say so. */
const DAY = { from: 7, to: 21, morning: 9 };

/**
 * When something new begins that nobody has said a time of: at the next full hour, on the day that is shown. By night it
 * is the next morning.
 * @param now on the clocks of the zone that is shown
 */
export function usualStart(shown: Temporal.PlainDate, now: Temporal.PlainDateTime): Temporal.PlainDateTime {
  const next = now.round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const isLate = !next.toPlainDate().equals(now) || next.hour > DAY.to;
  if (isLate && shown.equals(now)) return morningOf(shown.add({ days: 1 }));
  return isLate || next.hour < DAY.from ? morningOf(shown) : shown.toPlainDateTime({ hour: next.hour });
}

const morningOf = (day: Temporal.PlainDate): Temporal.PlainDateTime =>
  day.toPlainDateTime({ hour: DAY.morning });
