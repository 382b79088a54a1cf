import type { Temporal } from 'temporal-polyfill';
import {
  addMonths,
  type Day,
  dateText,
  dayOf,
  daysIn,
  nthWeekday,
  partsOf,
  weekdayFrom,
} from '../day/day.ts';
import type { DateSpec } from '../day/spec.ts';
import type { Length, RepeatSpec } from '../grammar/meaning.ts';
import { type Piece, pieceOf, type Reading } from './reading.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export interface Repetition {
  readonly spec: RepeatSpec;
  readonly until: DateSpec | null;
  readonly times: number | null;
  /** For ten weeks. */
  readonly within: Length | null;
  readonly today: Day;
}

export function repetitionOf({ today }: Reading, chosen: readonly Piece[]): Repetition | null {
  const said = pieceOf(chosen, 'repeat')?.value;
  if (!said) return null;
  const spec = { ...said, ...pieceOf(chosen, 'ondays')?.value };
  const length = pieceOf(chosen, 'duration')?.value ?? null;
  return {
    spec,
    until: pieceOf(chosen, 'until')?.value ?? lastOf(pieceOf(chosen, 'date')?.value, today),
    times: pieceOf(chosen, 'times')?.value ?? null,
    within: length !== null && length.minutes === 0 && isLonger(length, spec) ? length : null,
    today,
  };
}

/** Every Tuesday from 5 January to 3 March. */
function lastOf(date: DateSpec | undefined, today: Day): DateSpec | null {
  const found = date?.find(today, today);
  if (!found || found.last === found.first) return null;
  const { last } = found;
  return { weight: 0, find: () => ({ first: last, last, doubts: [] }) };
}

/** Three days of a weekly series may be the length of each; three weeks of it are not. */
const isLonger = ({ days, months }: Length, { every, interval }: RepeatSpec): boolean =>
  months > 0 || days > (every === 'DAILY' ? interval : every === 'WEEKLY' ? 6 : 31);

/** The first day of a series that is not before `from`. @param isOver whether what is on that day is over already */
export function firstDay(spec: RepeatSpec, from: Day, isOver: boolean): Day {
  const begin = isOver ? from + 1 : from;
  if (spec.on) return spec.on.find(begin, begin)?.first ?? begin;
  if (spec.every === 'WEEKLY' && spec.days.length > 0) {
    return Math.min(...spec.days.map((day) => weekdayFrom(begin, day)));
  }
  if (spec.every !== 'MONTHLY' || (spec.nth === undefined && spec.monthDay === undefined)) return begin;
  for (let months = 0; months < 14; months += 1) {
    const { year, month } = partsOf(addMonths(begin - partsOf(begin).day + 1, months));
    const day = monthlyDay(spec, year, month);
    if (day !== null && day >= begin) return day;
  }
  return begin;
}

function monthlyDay({ nth, monthDay, days }: RepeatSpec, year: number, month: number): Day | null {
  if (nth !== undefined) return nthWeekday(year, month, nth, days[0] ?? 1);
  return dayOf(year, month, monthDay === -1 ? daysIn(year, month) : (monthDay ?? 1));
}

/** RRULE value. @param start of the first occurrence */
export function ruleText(repetition: Repetition, start: Temporal.ZonedDateTime, isAllDay: boolean): string {
  const { every, interval, days, nth, monthDay } = repetition.spec;
  const weekdays = [...new Set(days)].toSorted((a, b) => a - b).map((day) => `${nth ?? ''}${DAYS[day - 1]}`);
  return [
    `FREQ=${every}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(weekdays.length > 0 ? [`BYDAY=${weekdays.join(',')}`] : []),
    ...(monthDay === undefined ? [] : [`BYMONTHDAY=${monthDay}`]),
    ...boundOf(repetition, start, isAllDay),
  ].join(';');
}

function boundOf(
  repetition: Repetition,
  start: Temporal.ZonedDateTime,
  isAllDay: boolean,
): readonly string[] {
  const { until, times, within, spec, today } = repetition;
  if (times !== null && times > 0) return [`COUNT=${Math.min(times, 999)}`];
  const from = dayOf(start.year, start.month, start.day) ?? 0;
  if (until) {
    const last = until.find(from, today)?.last;
    return last === undefined ? [] : [untilText(last, start, isAllDay)];
  }
  if (!within) return [];
  const { every, interval, days } = spec;
  if (every === 'WEEKLY' && within.months === 0) {
    return [`COUNT=${Math.ceil(within.days / 7 / interval) * Math.max(1, days.length)}`];
  }
  if (every === 'DAILY' && within.months === 0) return [`COUNT=${Math.ceil(within.days / interval)}`];
  if (every === 'MONTHLY' && within.months > 0) return [`COUNT=${Math.ceil(within.months / interval)}`];
  if (every === 'YEARLY' && within.months >= 12) return [`COUNT=${Math.ceil(within.months / 12 / interval)}`];
  return [untilText(addMonths(from, within.months) + within.days - 1, start, isAllDay)];
}

/** In UTC where the start has a zone (RFC 5545 3.3.10): the time of the series on the last day that counts. */
function untilText(last: Day, start: Temporal.ZonedDateTime, isAllDay: boolean): string {
  const date = dateText(last);
  if (isAllDay) return `UNTIL=${date.replaceAll('-', '')}`;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = start.with({ year, month, day }).toInstant().toString({ smallestUnit: 'second' });
  return `UNTIL=${at.replaceAll(/[-:]/g, '')}`;
}
