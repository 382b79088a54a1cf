import { Temporal } from 'temporal-polyfill';

/** What the clocks of another zone show at a time of the day, and on which day relative to that one. */
export interface BesideTime {
  readonly time: Temporal.PlainTime;
  /** −1, 0 or 1. */
  readonly days: number;
}

export function besideTime(day: Temporal.PlainDate, minute: number, zone: string, other: string): BesideTime {
  const there = day.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).withTimeZone(other);
  return { time: there.toPlainTime(), days: day.until(there.toPlainDate()).days };
}

/** By how many minutes the clocks of a zone are put forward (or back, below 0) on a day. */
export function clockChange(day: Temporal.PlainDate, zone: string): number {
  const start = day.toZonedDateTime(zone);
  return 1_440 - start.until(day.add({ days: 1 }).toZonedDateTime(zone)).total('minutes');
}
