import type { Temporal } from 'temporal-polyfill';
import { ageOf } from './age.ts';
import { atUtcNoon, type CivilDate, firstOf, type Month } from './civil/civil-date.ts';
import { isTwice, offsetAt, offsetText } from './civil/zoned.ts';
import { firstWeekdayOf } from './first-weekday.ts';

/** A date without a zone, in either of the forms that these pages hold one. */
type AnyDate = CivilDate | Temporal.PlainDate;

/** How this reader's times and dates are written; instants always in a zone that is named. */
export interface Formats {
  readonly locale: string;
  /** 0 is Sunday, 1 is Monday. */
  readonly firstWeekday: number;
  /** Mon, and Monday, from the first weekday on. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** 14:30; where clocks show it twice, with its offset: 02:30 (UTC+2). */
  time(instant: Date, zone: string): string;
  /** 23 Nov 2026, 14:30 */
  dateTime(instant: Date, zone: string): string;
  /** Tuesday 5 May 2026, 14:30 */
  moment(instant: Date, zone: string): string;
  /** Tue 5 May, 14:30 */
  shortMoment(instant: Date, zone: string): string;
  /** Monday 23 November */
  day(date: AnyDate): string;
  /** Tuesday 5 May 2026 */
  longDate(date: AnyDate): string;
  /** Tue 5 May */
  shortDate(date: AnyDate): string;
  /** 23 Nov 2026 */
  date(date: AnyDate): string;
  /** Nov */
  shortMonth(date: AnyDate): string;
  /** November 2026, November – December 2026 */
  months(first: Month, last: Month): string;
  /** `3 minutes ago`, `in 5 minutes`; null when it is just now. */
  age(since: Date, now: Date): string | null;
  /** 1 h 30 min */
  length(minutes: number): string;
  /** 12s, 3.5m */
  elapsed(milliseconds: number): string;
  list(items: readonly string[]): string;
  number(value: number): string;
  size(bytes: number): string;
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const LONG_DATE = { ...DAY, year: 'numeric' } as const;
const SHORT_DATE = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** @param locale BCP 47 */
export function createFormats(locale: string): Formats {
  const firstWeekday = firstWeekdayOf(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const onDate = (options: Intl.DateTimeFormatOptions) => (date: AnyDate) =>
    formatter(locale, { ...options, timeZone: 'UTC' }).format(atUtcNoon(date.toString()));
  const inZone = (options: Intl.DateTimeFormatOptions) => (instant: Date, zone: string) =>
    formatter(locale, { ...options, timeZone: zone }).format(instant);
  const time = (instant: Date, zone: string) => {
    const shown = inZone(CLOCK)(instant, zone);
    return isTwice(instant, zone) ? `${shown} (${offsetText(offsetAt(instant, zone))})` : shown;
  };
  const atTime = (options: Intl.DateTimeFormatOptions) => (instant: Date, zone: string) =>
    `${inZone(options)(instant, zone)},\u00a0${time(instant, zone)}`;
  return {
    locale,
    firstWeekday,
    weekdays: weekdaysFrom(firstWeekday, onDate({ weekday: 'short' }), onDate({ weekday: 'long' })),
    time,
    dateTime: inZone({ ...DATE, ...CLOCK }),
    moment: atTime(LONG_DATE),
    shortMoment: atTime(SHORT_DATE),
    day: onDate(DAY),
    longDate: onDate(LONG_DATE),
    shortDate: onDate(SHORT_DATE),
    date: onDate(DATE),
    shortMonth: onDate({ month: 'short' }),
    months: (first, last) =>
      formatter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
        atUtcNoon(firstOf(first)),
        atUtcNoon(firstOf(last)),
      ),
    age(since, now) {
      const age = ageOf(since, now);
      return age && relative.format(-age.value, age.unit);
    },
    length: (minutes) => lengthIn(locale, minutes),
    elapsed: (milliseconds) => elapsedIn(locale, milliseconds),
    list: (items) => list.format(items),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    size: (bytes) => sizeIn(locale, bytes),
  };
}

/** 2026-03-01 is a Sunday. */
function weekdaysFrom(
  first: number,
  short: (date: CivilDate) => string,
  long: (date: CivilDate) => string,
): Formats['weekdays'] {
  return Array.from({ length: 7 }, (_, index) => {
    const date = `2026-03-0${((first + index) % 7) + 1}`;
    return { short: short(date), long: long(date) };
  });
}

const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make and used by the hundred. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}

function lengthIn(locale: string, minutes: number): string {
  const inUnit = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return inUnit(minutes, 'minute');
  return rest === 0 ? inUnit(hours, 'hour') : `${inUnit(hours, 'hour')} ${inUnit(rest, 'minute')}`;
}

function elapsedIn(locale: string, milliseconds: number): string {
  const long = milliseconds >= 60_000;
  const value = milliseconds / (long ? 60_000 : 1_000);
  return new Intl.NumberFormat(locale, {
    ...({ style: 'unit', unitDisplay: 'narrow' } as const),
    unit: long ? 'minute' : 'second',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

function sizeIn(locale: string, bytes: number): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1_000));
}
