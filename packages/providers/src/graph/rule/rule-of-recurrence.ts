import { utcValue } from '../../rows/row-time.ts';
import type { RowTime } from '../../rows/series-rows.ts';
import type { GraphRecurrence, Weekday, WeekIndex } from '../event/graph-event.ts';
import { dayCode, INDEXES, MOST_DAYS, POSITIONS, WEEKDAYS } from './weekdays.ts';

/**
 * The RRULE of a patterned recurrence for a series that begins at `start`. Answers fill the fields that a type does not
 * use with placeholders: only those of its type are read. Null for a type that this version does not know.
 */
export function ruleOfRecurrence({ pattern, range }: GraphRecurrence, start: RowTime): string | null {
  const parts = partsOf(pattern);
  const end = endOf(range, start);
  if (parts === null || end === null) return null;
  const interval = pattern.interval ?? 1;
  const [frequency, ...rest] = parts;
  const every = interval > 1 ? [`INTERVAL=${interval}`] : [];
  return [`FREQ=${frequency}`, ...every, ...end, ...rest].join(';');
}

type Pattern = GraphRecurrence['pattern'];

function partsOf(pattern: Pattern): readonly string[] | null {
  const days = (pattern.daysOfWeek ?? []).map((day) => day.toLowerCase()).filter(isWeekday);
  switch (pattern.type) {
    case 'daily':
      return ['DAILY'];
    case 'weekly':
      return days.length === 0
        ? null
        : ['WEEKLY', `BYDAY=${days.map(dayCode).join()}`, `WKST=${weekStart(pattern)}`];
    case 'absoluteMonthly':
      return ['MONTHLY', ...monthDay(pattern.dayOfMonth, null)];
    case 'absoluteYearly':
      return ['YEARLY', `BYMONTH=${pattern.month}`, ...monthDay(pattern.dayOfMonth, pattern.month ?? null)];
    case 'relativeMonthly':
      return relative('MONTHLY', [], days, pattern.index);
    case 'relativeYearly':
      return relative('YEARLY', [`BYMONTH=${pattern.month}`], days, pattern.index);
    default:
      return null;
  }
}

/** Graph's own default is Sunday; only with an interval does it matter. */
function weekStart({ firstDayOfWeek }: Pattern): string {
  const day = firstDayOfWeek?.toLowerCase() ?? '';
  return dayCode(isWeekday(day) ? day : 'sunday');
}

/** A day that not every month has means that day or the last (see `patternOfRule`). */
function monthDay(day: number | null | undefined, month: number | null): readonly string[] {
  const meant = day ?? 1;
  const most = month === null ? 31 : (MOST_DAYS[month - 1] ?? 31);
  if (month !== null && month !== 2) return [`BYMONTHDAY=${Math.min(meant, most)}`];
  if (meant <= 28) return [`BYMONTHDAY=${meant}`];
  if (meant >= most) return ['BYMONTHDAY=-1'];
  const days = Array.from({ length: meant - 27 }, (_, at) => 28 + at);
  return [`BYMONTHDAY=${days.join()}`, 'BYSETPOS=-1'];
}

function relative(
  frequency: string,
  month: readonly string[],
  days: readonly Weekday[],
  index: string | null | undefined,
): readonly string[] | null {
  const named = INDEXES.find((one) => one === (index ?? 'first'));
  if (named === undefined || days.length === 0) return null;
  return [frequency, ...month, ...positioned(days, named)];
}

function positioned(days: readonly Weekday[], index: WeekIndex): readonly string[] {
  const position = POSITIONS[index];
  const [only] = days;
  if (only !== undefined && days.length === 1) return [`BYDAY=${position}${dayCode(only)}`];
  return [`BYDAY=${days.map(dayCode).join()}`, `BYSETPOS=${position}`];
}

/** The last date allows whatever begins on it, in the zone of the series. */
function endOf(range: GraphRecurrence['range'], start: RowTime): readonly string[] | null {
  if (range.type === 'noEnd') return [];
  if (range.type === 'numbered') {
    const count = range.numberOfOccurrences ?? 0;
    return count > 0 ? [`COUNT=${count}`] : null;
  }
  if (range.type !== 'endDate' || !range.endDate) return null;
  return [`UNTIL=${untilOf(Temporal.PlainDate.from(range.endDate), start)}`];
}

function untilOf(date: Temporal.PlainDate, start: RowTime): string {
  switch (start.kind) {
    case 'date':
      return date.toString().replaceAll('-', '');
    case 'utc':
      return utcValue(date.toZonedDateTime({ timeZone: 'UTC', plainTime: clockOf(start.at) }).toInstant());
    case 'zoned': {
      const { timeZoneId: timeZone } = start.at;
      return utcValue(date.toZonedDateTime({ timeZone, plainTime: start.at.toPlainTime() }).toInstant());
    }
    case 'floating':
      return `${date.toString()}T${start.wall.toPlainTime().toString({ smallestUnit: 'second' })}`.replace(
        /[-:]/g,
        '',
      );
  }
}

function clockOf(at: Temporal.Instant): Temporal.PlainTime {
  return at.toZonedDateTimeISO('UTC').toPlainTime();
}

function isWeekday(text: string): text is Weekday {
  return WEEKDAYS.some((day) => day === text);
}
