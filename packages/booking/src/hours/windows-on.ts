import { type DayNumber, dayOf } from '@atelier/calendar/time/civil';
import type { Zone } from '@atelier/calendar/zone/zone';
import { utcSpans } from '../time/local-minutes.ts';
import { DAY_MINUTES } from '../time/minutes.ts';
import { overlaps, type Span } from '../time/span.ts';
import { HoursPlan } from './hours-plan.ts';
import type { OpeningHours } from './opening-hours.ts';

// Hours that never close have no first minute to lay a grid from; this is theirs.
const FIRST_DAY: DayNumber = dayOf(2000, 1, 1);
/** A window is followed so far beyond the dates: longer than any service. */
const FOLLOWED_DAYS = 8;

export interface WindowsOn {
  /** Sorted and disjoint. Each begins at its true first minute, on the dates or before. */
  readonly windows: readonly Span[];
  /** The minutes of the dates themselves. Empty where the zone never had such a day. */
  readonly dates: readonly Span[];
}

/** The open windows, in UTC minutes, that have a minute on the days from first to last, both included. */
export function windowsOn(hours: OpeningHours, zone: Zone, first: DayNumber, last: DayNumber): WindowsOn {
  const plan = new HoursPlan(hours);
  const dates = utcSpans(zone, [{ start: first * DAY_MINUTES, end: (last + 1) * DAY_MINUTES }]);
  for (let back = 4; ; back *= 2) {
    const earliest = Math.max(first - back, FIRST_DAY);
    const spans = utcSpans(zone, plan.wallSpans(earliest, last + FOLLOWED_DAYS));
    const windows = spans.filter((span) => dates.some((date) => overlaps(span, date)));
    if (earliest === FIRST_DAY || beginsAfter(windows, earliest)) return { windows, dates };
  }
}

/** Whether the first window is there from its beginning, and not only from where it was looked for. */
function beginsAfter(windows: readonly Span[], day: DayNumber): boolean {
  const first = windows[0];
  // Two days are further from midnight than any offset, so clocks need not be asked.
  return first === undefined || first.start >= (day + 2) * DAY_MINUTES;
}
