import type { DateSpec } from '../day/spec.ts';

/** A time on a clock's face. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Whether the hour is said as on a clock of 24 hours, or with am or pm; else noon may lie in between. */
  readonly exact: boolean;
  /** Said as `2h` or `1h30`, which is a length as well. */
  readonly lengthy?: boolean;
  /** Said with am or pm. */
  readonly half?: 'am' | 'pm';
}

export interface TimeSpec {
  readonly start: Clock | null;
  readonly end: Clock | null;
  /** How surely this is a time: of two that exclude each other the surer one stands. */
  readonly weight: number;
}

export interface StaySpec {
  readonly first: DateSpec;
  readonly start: Clock;
  readonly last: DateSpec;
  readonly end: Clock;
}

export interface PartOfDay {
  /** When it begins where no clock is named, in minutes since midnight. */
  readonly begins: number;
  readonly half: 'am' | 'pm';
  /** `tonight`, `ce soir`: of today, where no date is named. */
  readonly today?: boolean;
}

export interface Length {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
  readonly lengthy?: boolean;
  /** Behind a word that asks for a length: for, pendant. */
  readonly stated?: boolean;
}

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

export type RepeatDays = Partial<Pick<RepeatSpec, 'days' | 'nth' | 'monthDay'>>;

export interface RepeatSpec {
  readonly every: Frequency;
  readonly interval: number;
  /** Weekdays, 1 is Monday; none where the first date says it. */
  readonly days: readonly number[];
  /** Of a monthly one: which such weekday, -1 is the last. */
  readonly nth?: number;
  /** Of a monthly one: the day of the month, -1 is the last. */
  readonly monthDay?: number;
  /** Of a yearly one: the date. */
  readonly on?: DateSpec;
  readonly part?: PartOfDay;
  /** Whether a single date may be meant as well. */
  readonly doubtful?: boolean;
}

const NOTHING: Length = { minutes: 0, days: 0, months: 0 };

export function lengthOf(count: number, unit: Unit): Length {
  if (unit === 'minute') return { ...NOTHING, minutes: Math.round(count) };
  if (unit === 'hour') return { ...NOTHING, minutes: Math.round(count * 60) };
  if (unit === 'day') return { ...NOTHING, days: Math.round(count) };
  if (unit === 'week') return { ...NOTHING, days: Math.round(count * 7) };
  if (unit === 'fortnight') return { ...NOTHING, days: Math.round(count * 14) };
  return { ...NOTHING, months: Math.round(unit === 'month' ? count : count * 12) };
}

export const minutesOf = (minutes: number): Length => ({ ...NOTHING, minutes });

export const minuteOfDay = ({ hour, minute }: Pick<Clock, 'hour' | 'minute'>): number => hour * 60 + minute;

export const partAt = (begins: number, half: 'am' | 'pm', today?: true): PartOfDay => ({
  begins: begins * 60,
  half,
  ...(today ? { today } : {}),
});
