import { type Fields, invalid, type StoredEvent } from './graph-store.ts';
import { zoneNamed } from './zone-names.ts';

/** Written by hand from Microsoft's description of recurrencePattern, without a line of the code under test. */

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const INDEX: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3, last: -1 };
/** Nobody looks further. */
const MOST = 4_000;

export interface Stretch {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

interface Pattern {
  readonly type: string;
  readonly interval: number;
  readonly daysOfWeek?: readonly string[];
  readonly firstDayOfWeek?: string;
  readonly dayOfMonth?: number;
  readonly month?: number;
  readonly index?: string;
}

interface Range {
  readonly type: string;
  readonly startDate: string;
  readonly endDate?: string;
  readonly numberOfOccurrences?: number;
  readonly recurrenceTimeZone?: string;
}

export interface Recurrence {
  readonly pattern: Pattern;
  readonly range: Range;
}

export function recurrenceOf(fields: Fields): Recurrence | null {
  return (fields['recurrence'] as Recurrence | null | undefined) ?? null;
}

export interface WrittenTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

export function zonedTime(value: unknown): Temporal.ZonedDateTime {
  const { dateTime, timeZone } = (value ?? {}) as Partial<WrittenTime>;
  const zone = zoneNamed(timeZone ?? '');
  if (zone === null || typeof dateTime !== 'string') throw invalid(`no such time: ${JSON.stringify(value)}`);
  try {
    return Temporal.PlainDateTime.from(dateTime.replace(/Z$/, '')).toZonedDateTime(zone);
  } catch {
    throw invalid(`no such time: ${dateTime}`);
  }
}

/** When an event or each of its instances begins, in order; `until` bounds endless ones. */
export function startsOf(fields: Fields, until: Temporal.Instant): readonly Temporal.Instant[] {
  const start = zonedTime(fields['start']);
  const recurrence = recurrenceOf(fields);
  if (recurrence === null) return [start.toInstant()];
  const { pattern, range } = recurrence;
  const zone = zoneNamed(range.recurrenceTimeZone ?? '') ?? start.timeZoneId;
  const clock = start.withTimeZone(zone).toPlainTime();
  const last = range.type === 'endDate' ? Temporal.PlainDate.from(range.endDate ?? '') : null;
  const most = range.type === 'numbered' ? (range.numberOfOccurrences ?? 0) : MOST;
  const found: Temporal.Instant[] = [];
  for (const date of datesOf(pattern, Temporal.PlainDate.from(range.startDate))) {
    if (found.length >= most || (last && Temporal.PlainDate.compare(date, last) > 0)) break;
    const at = date.toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant();
    if (Temporal.Instant.compare(at, until) > 0) break;
    found.push(at);
  }
  return found;
}

function* datesOf(pattern: Pattern, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const beginning = Temporal.PlainDate.compare;
  for (let period = 0; period < MOST; period += 1) {
    for (const date of datesIn(pattern, start, period * pattern.interval)) {
      if (beginning(date, start) >= 0) yield date;
    }
  }
}

function datesIn(
  pattern: Pattern,
  start: Temporal.PlainDate,
  periods: number,
): readonly Temporal.PlainDate[] {
  switch (pattern.type) {
    case 'daily':
      return [start.add({ days: periods })];
    case 'weekly': {
      const first = DAYS.indexOf(pattern.firstDayOfWeek ?? 'sunday');
      const week = start.subtract({ days: (start.dayOfWeek - 1 - first + 7) % 7 }).add({ weeks: periods });
      const days = Array.from({ length: 7 }, (_, day) => week.add({ days: day }));
      return days.filter((day) => pattern.daysOfWeek?.includes(DAYS[day.dayOfWeek - 1] ?? ''));
    }
    case 'absoluteMonthly':
      return [inMonth(pattern, start.with({ day: 1 }).add({ months: periods }))];
    case 'absoluteYearly':
      return [inMonth(pattern, yearOf(start, pattern, periods))];
    case 'relativeMonthly':
      return relativeIn(pattern, start.with({ day: 1 }).add({ months: periods }));
    case 'relativeYearly':
      return relativeIn(pattern, yearOf(start, pattern, periods));
    default:
      throw invalid(`no such pattern: ${pattern.type}`);
  }
}

function yearOf(start: Temporal.PlainDate, pattern: Pattern, years: number): Temporal.PlainDate {
  return new Temporal.PlainDate(start.year + years, pattern.month ?? 1, 1);
}

function inMonth(pattern: Pattern, month: Temporal.PlainDate): Temporal.PlainDate {
  return month.with({ day: Math.min(pattern.dayOfMonth ?? 1, month.daysInMonth) });
}

function relativeIn(pattern: Pattern, month: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const days = Array.from({ length: month.daysInMonth }, (_, at) => month.with({ day: at + 1 }));
  const matching = days.filter((day) => pattern.daysOfWeek?.includes(DAYS[day.dayOfWeek - 1] ?? ''));
  const day = matching.at(INDEX[pattern.index ?? 'first'] ?? 0);
  return day ? [day] : [];
}

/** One instance of a series. */
export interface Occurrence {
  /** Its original start: its name in the store. */
  readonly original: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly exception: boolean;
}

/** What is there between two instants; a single event is one without exceptions. */
export function occurrencesIn(event: StoredEvent, { from, to }: Stretch): readonly Occurrence[] {
  return allOccurrences(event, to).filter(
    ({ start, end }) =>
      Temporal.Instant.compare(start, to) < 0 &&
      (Temporal.Instant.compare(end, from) > 0 ||
        (start.equals(end) && Temporal.Instant.compare(start, from) >= 0)),
  );
}

function allOccurrences(event: StoredEvent, to: Temporal.Instant): readonly Occurrence[] {
  const length = zonedTime(event.fields['start']).until(zonedTime(event.fields['end']), {
    largestUnit: 'hours',
  });
  const planned = startsOf(event.fields, to.add({ hours: 24 * 62 })).map((at) => at.toString());
  return planned
    .filter((original) => !event.cancelled.has(original))
    .map((original) => {
      const exception = event.exceptions.get(original);
      const start = exception
        ? zonedTime(exception.fields['start']).toInstant()
        : Temporal.Instant.from(original);
      const end = exception ? zonedTime(exception.fields['end']).toInstant() : start.add(length);
      return { original, start, end, exception: exception !== undefined };
    });
}

/** `{masterId}.occ.{seconds}`: opaque to clients. */
export function occurrenceId(masterId: string, original: string): string {
  return `${masterId}.occ.${Temporal.Instant.from(original).epochMilliseconds / 1_000}`;
}

export function originalOf(id: string): { readonly masterId: string; readonly original: string } | null {
  const [, masterId = '', seconds = ''] = /^(.+)\.occ\.(-?\d+)$/.exec(id) ?? [];
  if (masterId === '') return null;
  return { masterId, original: Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1_000).toString() };
}
