/** A date as the number of days since 1 January 1970: it has no zone, and is counted with plain numbers. */
export type Day = number;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** Null where there is no such date. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const at = Date.UTC(year, month - 1, day);
  const found = new Date(at);
  const isThere = found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  return isThere && year >= 1900 && year < 2200 ? at / DAY_MS : null;
}

export function partsOf(day: Day): DateParts {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `YYYY-MM-DD`. */
export const dateText = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;

/** The first such weekday that is not before `from`. */
export const weekdayFrom = (from: Day, weekday: number): Day => from + ((weekday - weekdayOf(from) + 7) % 7);

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day of another month, or its last where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: of } = partsOf(day);
  const then = partsOf(Date.UTC(year, month - 1 + months, 1) / DAY_MS);
  return Date.UTC(then.year, then.month - 1, Math.min(of, daysIn(then.year, then.month))) / DAY_MS;
}

/** The nth such weekday of a month, -1 for the last; null where the month has none. */
export function nthWeekday(year: number, month: number, nth: number, weekday: number): Day | null {
  const first = Date.UTC(year, month - 1, 1) / DAY_MS;
  const last = first + daysIn(year, month) - 1;
  const found = nth < 0 ? weekdayFrom(last - 6, weekday) : weekdayFrom(first, weekday) + (nth - 1) * 7;
  return found >= first && found <= last ? found : null;
}
