import { parseRule } from '@atelier/calendar/rule/parse-rule';
import type { Rule } from '@atelier/calendar/rule/rule';
import { DAY_MS } from '@atelier/calendar/time/civil';
import type { RowTime } from '../../rows/series-rows.ts';
import type { PatternedRecurrence, RecurrenceRange } from '../event/graph-event.ts';
import { beginsWith } from './begins-with.ts';
import { type NoPattern, patternOfRule } from './pattern-of-rule.ts';

export type NoRecurrence =
  | NoPattern
  | 'unreadable' // no rule at all
  | 'two-ends' // COUNT beside UNTIL
  | 'start'; // the rule does not give its own start

/** What Graph is told of a rule; `start` is that of the series, in its own zone. */
export function recurrenceOfRule(text: string, start: RowTime): PatternedRecurrence | NoRecurrence {
  const rule = parseRule(text);
  if (rule === null) return 'unreadable';
  if (rule.count !== null && rule.until !== null) return 'two-ends';
  const { date, zone } = civil(start);
  const pattern = patternOfRule(rule, date);
  if (typeof pattern === 'string') return pattern;
  if (!beginsWith(pattern, date)) return 'start';
  return { pattern, range: rangeOf(rule, start, date, zone) };
}

function civil(start: RowTime): { readonly date: Temporal.PlainDate; readonly zone: string } {
  switch (start.kind) {
    case 'date':
      return { date: start.date, zone: 'UTC' };
    case 'utc':
      return { date: start.at.toZonedDateTimeISO('UTC').toPlainDate(), zone: 'UTC' };
    case 'zoned':
      return { date: start.at.toPlainDate(), zone: start.at.timeZoneId };
    case 'floating':
      return { date: start.wall.toPlainDate(), zone: 'UTC' };
  }
}

function rangeOf(rule: Rule, start: RowTime, date: Temporal.PlainDate, zone: string): RecurrenceRange {
  const begin = { startDate: date.toString(), recurrenceTimeZone: zone };
  if (rule.count !== null) return { type: 'numbered', ...begin, numberOfOccurrences: rule.count };
  const last = rule.until === null ? null : lastDate(rule.until, start, zone);
  return last === null
    ? { type: 'noEnd', ...begin }
    : { type: 'endDate', ...begin, endDate: last.toString() };
}

/** The last date on which an instance may still begin: not the day of UNTIL where it ends before the series' own time. */
function lastDate(until: NonNullable<Rule['until']>, start: RowTime, zone: string): Temporal.PlainDate {
  if (until.kind === 'date') return dateAt(until.day * DAY_MS);
  if (start.kind === 'date') return dateAt(until.kind === 'utc' ? until.at : until.wall);
  const wall =
    until.kind === 'utc'
      ? Temporal.Instant.fromEpochMilliseconds(until.at).toZonedDateTimeISO(zone).toPlainDateTime()
      : utcWall(until.wall);
  const late = Temporal.PlainTime.compare(wall.toPlainTime(), clockOf(start)) < 0;
  return late ? wall.toPlainDate().subtract({ days: 1 }) : wall.toPlainDate();
}

function dateAt(ms: number): Temporal.PlainDate {
  return utcWall(ms).toPlainDate();
}

function utcWall(ms: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime();
}

function clockOf(start: Exclude<RowTime, { readonly kind: 'date' }>): Temporal.PlainTime {
  if (start.kind === 'floating') return start.wall.toPlainTime();
  return start.kind === 'utc' ? start.at.toZonedDateTimeISO('UTC').toPlainTime() : start.at.toPlainTime();
}
