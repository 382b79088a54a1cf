import { firstWeekdayOf } from '../../time/first-weekday.ts';
import { atUtcNoon, type CivilDate, firstOf, type Month } from './civil-date.ts';
import { isTwice, offsetAt, offsetText } from './zoned.ts';

/** How this reader's times and dates are written; instants always in a zone that is named. */
export interface Formats {
  readonly locale: string;
  /** 0 is Sunday. */
  readonly firstWeekday: number;
  /** 14:30; where clocks show it twice, with its offset: 02:30 (UTC+2). */
  time(instant: Date, zone: string): string;
  /** Tuesday 5 May 2026 */
  longDate(date: CivilDate): string;
  /** Tue 5 May */
  shortDate(date: CivilDate): string;
  /** November 2026, November – December 2026 */
  months(first: Month, last: Month): string;
  /** Nov */
  shortMonth(date: CivilDate): string;
  /** Mon, and Monday, from the first weekday on. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[];
  /** Tuesday 5 May 2026, 14:30 */
  moment(instant: Date, zone: string): string;
  /** Tue 5 May, 14:30 */
  shortMoment(instant: Date, zone: string): string;
  /** 1 h 30 min */
  duration(minutes: number): string;
  list(items: readonly string[]): string;
  size(bytes: number): string;
}

/** @param locale BCP 47 */
export function createFormats(locale: string): Formats {
  const firstWeekday = firstWeekdayOf(locale);
  const clock = (zone: string) => formatter(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const onDate = (options: Intl.DateTimeFormatOptions) => (date: CivilDate) =>
    formatter(locale, { ...options, timeZone: 'UTC' }).format(atUtcNoon(date));
  const inZone = (options: Intl.DateTimeFormatOptions) => (instant: Date, zone: string) =>
    formatter(locale, { ...options, timeZone: zone }).format(instant);
  const [longDay, shortDay] = [
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const,
    { weekday: 'short', day: 'numeric', month: 'short' } as const,
  ];
  const time = (instant: Date, zone: string) => {
    const shown = clock(zone).format(instant);
    return isTwice(instant, zone) ? `${shown} (${offsetText(offsetAt(instant, zone))})` : shown;
  };
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    firstWeekday,
    time,
    longDate: onDate(longDay),
    shortDate: onDate(shortDay),
    months: (first, last) =>
      formatter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).formatRange(
        atUtcNoon(firstOf(first)),
        atUtcNoon(firstOf(last)),
      ),
    shortMonth: onDate({ month: 'short' }),
    weekdays: weekdaysFrom(firstWeekday, onDate({ weekday: 'short' }), onDate({ weekday: 'long' })),
    moment: (instant, zone) => `${inZone(longDay)(instant, zone)},\u00a0${time(instant, zone)}`,
    shortMoment: (instant, zone) => `${inZone(shortDay)(instant, zone)},\u00a0${time(instant, zone)}`,
    duration: (minutes) => durationIn(locale, minutes),
    list: (items) => list.format(items),
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

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}

function durationIn(locale: string, minutes: number): string {
  const inUnit = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return inUnit(minutes, 'minute');
  return rest === 0 ? inUnit(hours, 'hour') : `${inUnit(hours, 'hour')} ${inUnit(rest, 'minute')}`;
}

function sizeIn(locale: string, bytes: number): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1_000));
}
