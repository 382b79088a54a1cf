import { type DayNumber, weekdayOf } from '@atelier/calendar/time/civil';
import { isoDay } from '../time/iso-day.ts';
import { DAY_MINUTES } from '../time/minutes.ts';
import { mergeSpans, type Span } from '../time/span.ts';
import { type LocalRange, type OpeningHours, WEEKDAYS } from './opening-hours.ts';

/** Opening hours, ready to be asked day by day. */
export class HoursPlan {
  readonly #weekly: readonly (readonly LocalRange[])[];
  readonly #overrides = new Map<DayNumber, readonly LocalRange[]>();
  readonly #closures: readonly { readonly first: DayNumber; readonly last: DayNumber }[];

  constructor({ weekly, overrides, closures }: OpeningHours) {
    this.#weekly = WEEKDAYS.map((key) => weekly[key] ?? []);
    for (const { date, ranges } of overrides) {
      const day = isoDay(date);
      this.#overrides.set(day, [...(this.#overrides.get(day) ?? []), ...ranges]);
    }
    this.#closures = closures.map(({ from, to }) => ({ first: isoDay(from), last: isoDay(to) }));
  }

  /** Open wall minutes on the days from first to last, both included; sorted, disjoint, merged over midnight. */
  wallSpans(first: DayNumber, last: DayNumber): Span[] {
    const spans: Span[] = [];
    // The evening before may reach into the first day.
    for (let day = first - 1; day <= last; day++) {
      const midnight = day * DAY_MINUTES;
      const latest = this.#standsAlone(day + 1) || day === last ? DAY_MINUTES : 2 * DAY_MINUTES;
      const earliest = day < first ? DAY_MINUTES : 0;
      for (const { start, end } of this.#ranges(day)) {
        spans.push({ start: midnight + Math.max(start, earliest), end: midnight + Math.min(end, latest) });
      }
    }
    return mergeSpans(spans);
  }

  #ranges(day: DayNumber): readonly LocalRange[] {
    if (this.#isClosed(day)) return [];
    return this.#overrides.get(day) ?? this.#weekly[weekdayOf(day)] ?? [];
  }

  /** Whether a date is said by itself: then the evening before does not reach into it. */
  #standsAlone(day: DayNumber): boolean {
    return this.#overrides.has(day) || this.#isClosed(day);
  }

  #isClosed(day: DayNumber): boolean {
    return this.#closures.some(({ first, last }) => first <= day && day <= last);
  }
}
