import { Temporal } from 'temporal-polyfill';
import { ageOf } from './age.ts';
import type { Timed } from './day-groups.ts';
import { firstDay, lastDay } from './day-groups.ts';
import { firstWeekdayOf } from './first-weekday.ts';
import { dateIn } from './zone.ts';

/** How this reader's times and dates are written. */
export interface Formats {
  readonly locale: string;
  time(instant: Date, zone: string): string;
  dateTime(instant: Date, zone: string): string;
  /** Monday 23 November */
  day(date: Temporal.PlainDate): string;
  /** 23 Nov 2026 */
  date(date: Temporal.PlainDate): string;
  /** The whole span, in words, without its zone. */
  when(event: Timed, zone: string): string;
  /** `3 minutes ago`, `in 5 minutes`; null when it is just now. */
  age(since: Date, now: Date): string | null;
  list(items: readonly string[]): string;
  number(value: number): string;
  duration(milliseconds: number): string;
  /** 0 is Sunday, 1 is Monday. */
  readonly firstWeekday: number;
}

/** @param locale BCP 47 */
export function createFormats(locale: string): Formats {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const longDay = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const shortDate = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = (instant: Date, zone: string) => format(locale, { ...clock, timeZone: zone }).format(instant);
  const inDays = (date: Temporal.PlainDate, options: Intl.DateTimeFormatOptions) =>
    format(locale, { ...options, timeZone: 'UTC' }).format(utcMidnight(date));
  const longDayYear = (date: Temporal.PlainDate) => inDays(date, { ...longDay, year: 'numeric' });

  return {
    locale,
    time,
    dateTime: (instant, zone) => format(locale, { ...shortDate, ...clock, timeZone: zone }).format(instant),
    day: (date) => inDays(date, longDay),
    date: (date) => inDays(date, shortDate),
    when(event, zone) {
      const [first, last] = [firstDay(event, zone), lastDay(event, zone)];
      if (event.allDay)
        return first.equals(last) ? longDayYear(first) : `${longDayYear(first)} – ${longDayYear(last)}`;
      const [start, end] = [time(event.startsAt, zone), time(event.endsAt, zone)];
      if (event.startsAt.getTime() === event.endsAt.getTime()) return `${longDayYear(first)}, ${start}`;
      const sameDay = first.equals(dateIn(event.endsAt, zone));
      return sameDay
        ? `${longDayYear(first)}, ${start} – ${end}`
        : `${longDayYear(first)}, ${start} – ${longDayYear(dateIn(event.endsAt, zone))}, ${end}`;
    },
    age(since, now) {
      const age = ageOf(since, now);
      return age && relative.format(-age.value, age.unit);
    },
    list: (items) => list.format(items),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    duration: (milliseconds) => durationIn(locale, milliseconds),
    firstWeekday: firstWeekdayOf(locale),
  };
}

const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make and used by the hundred. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}

function utcMidnight(date: Temporal.PlainDate): Date {
  return new Date(date.toZonedDateTime('UTC').epochMilliseconds);
}

function durationIn(locale: string, milliseconds: number): string {
  const long = milliseconds >= 60_000;
  const value = milliseconds / (long ? 60_000 : 1_000);
  const unit = long ? 'minute' : 'second';
  const options = {
    style: 'unit',
    unit,
    unitDisplay: 'narrow',
    maximumFractionDigits: value < 10 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
