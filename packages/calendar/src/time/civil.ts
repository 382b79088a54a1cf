/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number & { readonly __unit?: 'days since 1970-01-01' };

/** A reading of a wall clock: milliseconds since 1970-01-01T00:00 on that same clock, zone not said. */
export type WallMs = number & { readonly __unit?: 'ms since 1970-01-01T00:00 on a wall clock' };

/** Monday is 0, Sunday 6. */
export type Weekday = number & { readonly __unit?: 'weekday, Monday 0' };

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export const DAY_MS = 86_400_000;
export const MIN_YEAR = 1;
/** Four digits are all that iCalendar can write (RFC 5545, 3.3.4). */
export const MAX_YEAR = 9999;

// March-based years put the leap day last; 719468 days lie between 0000-03-01 and 1970-01-01.
const DAYS_BEFORE_EPOCH = 719_468;
const DAYS_PER_ERA = 146_097;

/** The day of a date; the month may be 1 to 12, the day of the month any number (32 May is 1 June). */
export function dayOf(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_EPOCH;
}

export function civilOf(day: DayNumber): CivilDate {
  const z = day + DAYS_BEFORE_EPOCH;
  const era = Math.floor(z / DAYS_PER_ERA);
  const doe = z - era * DAYS_PER_ERA;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function weekdayOf(day: DayNumber): Weekday {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}

export function dayOfWall(wall: WallMs): DayNumber {
  return Math.floor(wall / DAY_MS);
}

export function wallOfDay(day: DayNumber): WallMs {
  return day * DAY_MS;
}

/** The first day that has no four-digit year: the exclusive end of the last one that has. */
const YEAR_10000 = dayOf(10_000, 1, 1);

/** `2026-03-29`; days beyond the year 9999 are written as its last. */
export function isoDate(day: DayNumber): string {
  const digits = basicDate(Math.min(day, YEAR_10000 - 1));
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** `20260329`. */
export function basicDate(day: DayNumber): string {
  const date = civilOf(day);
  return String(date.year * 10_000 + date.month * 100 + date.day).padStart(8, '0');
}
