import type { Weekday } from '../time/civil.ts';
import { parseTime } from '../time/time-value.ts';
import { mendRule } from './mend-rule.ts';
import type { DayPart, Frequency, Rule } from './rule.ts';

const FREQUENCIES: ReadonlySet<string> = new Set<Frequency>([
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
]);
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY_PART = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;
// The longest list that makes sense, every second of BYSECOND beside all 366 of BYYEARDAY, is shorter.
const MAX_LENGTH = 8_192;

/** A part that cannot be read makes the whole rule unreadable: half a rule would show wrong days. */
class Unreadable extends Error {}

/** Reads the value of an RRULE, mended where that leaves one meaning; null where it is none. X- parts are left out. */
export function parseRule(text: string): Rule | null {
  if (text.length > MAX_LENGTH) return null;
  try {
    return ruleOf(partsOf(mendRule(text)));
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name, value] = /^([A-Z-]+)=(.+)$/.exec(part) ?? [];
    if (name !== undefined && value !== undefined) {
      if (parts.has(name) && parts.get(name) !== value) throw new Unreadable(part);
      if (!name.startsWith('X-')) parts.set(name, value);
    } else if (part !== '') throw new Unreadable(part);
  }
  return parts;
}

function ruleOf(parts: Map<string, string>): Rule {
  const take = (name: string): string | null => {
    const value = parts.get(name) ?? null;
    parts.delete(name);
    return value;
  };
  const rule: Rule = {
    frequency: frequencyOf(take('FREQ')),
    interval: positive(take('INTERVAL')) ?? 1,
    count: positive(take('COUNT')),
    until: untilOf(take('UNTIL')),
    weekStart: weekdayOf(take('WKST') ?? 'MO'),
    bySecond: numbers(take('BYSECOND'), 0, 60).map((second) => Math.min(second, 59)),
    byMinute: numbers(take('BYMINUTE'), 0, 59),
    byHour: numbers(take('BYHOUR'), 0, 23),
    byDay: dayParts(take('BYDAY')),
    byMonthDay: signedNumbers(take('BYMONTHDAY'), 31),
    byYearDay: signedNumbers(take('BYYEARDAY'), 366),
    byWeekNo: signedNumbers(take('BYWEEKNO'), 53),
    byMonth: numbers(take('BYMONTH'), 1, 12),
    bySetPos: signedNumbers(take('BYSETPOS'), 366),
  };
  rejectOtherCalendars(take('RSCALE'), take('SKIP'));
  if (parts.size > 0) throw new Unreadable([...parts.keys()].join());
  return rule;
}

function frequencyOf(value: string | null): Frequency {
  if (value === null || !FREQUENCIES.has(value)) throw new Unreadable('FREQ');
  return value as Frequency;
}

function positive(value: string | null): number | null {
  if (value === null) return null;
  if (!/^\d{1,15}$/.test(value) || Number(value) === 0) throw new Unreadable(value);
  return Number(value);
}

function untilOf(value: string | null): Rule['until'] {
  if (value === null) return null;
  const until = parseTime(value);
  if (!until) throw new Unreadable(value);
  return until;
}

function weekdayOf(value: string): Weekday {
  const weekday = WEEKDAYS.indexOf(value);
  if (weekday < 0) throw new Unreadable(value);
  return weekday;
}

function numbers(list: string | null, least: number, most: number): number[] {
  if (list === null) return [];
  const read = list.split(',').map((item) => {
    const value = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN;
    if (!(value >= least && value <= most)) throw new Unreadable(item);
    return value;
  });
  return [...new Set(read)].sort((a, b) => a - b);
}

/** Numbers that count from the end when negative; there is no day, week or position 0. */
function signedNumbers(list: string | null, most: number): number[] {
  const read = numbers(list, -most, most);
  if (read.includes(0)) throw new Unreadable('0');
  return read;
}

function dayParts(list: string | null): DayPart[] {
  if (list === null) return [];
  return list.split(',').map((item) => {
    const [, ordinal, weekday] = DAY_PART.exec(item) ?? [];
    if (weekday === undefined || Math.abs(Number(ordinal ?? 0)) > 53) throw new Unreadable(item);
    if (ordinal !== undefined && Number(ordinal) === 0) throw new Unreadable(item);
    return { ordinal: Number(ordinal ?? 0), weekday: weekdayOf(weekday) };
  });
}

/** RFC 7529 is read as far as it says what RFC 5545 says anyway. */
function rejectOtherCalendars(scale: string | null, skip: string | null): void {
  if (scale !== null && scale !== 'GREGORIAN') throw new Unreadable(scale);
  if (skip !== null && skip !== 'OMIT') throw new Unreadable(skip);
}
