import { parseTime, type TimeValue } from '../time/time-value.ts';
import { mendTime } from './mend-time.ts';

/** A property whose values are times: DTSTART, DTEND, RECURRENCE-ID, RDATE, EXDATE. */
export interface TimeProperty {
  readonly values: readonly TimeEntry[];
  /** RANGE=THISANDFUTURE. */
  readonly andFuture: boolean;
  /** A value was written in a form that is none, and was mended or left out. */
  readonly mended: boolean;
}

export interface TimeEntry {
  readonly time: TimeValue;
  /** Behind the slash of a PERIOD: its end or its duration, as written. */
  readonly end: string | null;
  readonly tzid: string | null;
}

const WELL_FORMED = /^\d{8}(?:T\d{6}Z?)?$/;
const TIME_CHARACTER = /[\dTZPWDHMS+\-:.,/\s]/i;
const TZID = /;TZID=(?:"([^"]*)"|([^;]*))/i;
const VALUE = /;VALUE=(?:"([^"]*)"|([^;]*))/i;
const RANGE = /;RANGE=(?:"([^"]*)"|([^;]*))/i;

/**
 * Reads one unfolded line of times. ical.js turns a bare date, a missing digit or a TZID with a colon in it,
 * `(UTC+01:00) Berlin`, into garbage without a word, so these lines are read here.
 */
export function readTimes(line: string): TimeProperty {
  const start = timesIndex(line);
  const head = line.slice(0, start - 1);
  const tzid = parameterOf(head, TZID);
  const asDate = parameterOf(head, VALUE)?.toUpperCase() === 'DATE';
  const values: TimeEntry[] = [];
  let mended = false;
  for (const text of line.slice(start).split(',')) {
    const entry = readEntry(text, tzid, asDate);
    if (entry) values.push(entry);
    mended ||= entry === null ? text.trim() !== '' : !WELL_FORMED.test(text) && entry.end === null;
  }
  const andFuture = parameterOf(head, RANGE)?.toUpperCase() === 'THISANDFUTURE';
  return { values, andFuture, mended };
}

function readEntry(text: string, tzid: string | null, asDate: boolean): TimeEntry | null {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const time = parseTime(WELL_FORMED.test(written) ? written : mendTime(written), tzid);
  if (!time) return null;
  const whole = asDate && time.kind !== 'date' ? parseTime(mendTime(written).slice(0, 8)) : time;
  return whole && { time: whole, end: slash < 0 ? null : text.slice(slash + 1).trim(), tzid };
}

/** Behind the last colon where a whole date follows it; else behind the first that only times follow. */
function timesIndex(line: string): number {
  const last = line.lastIndexOf(':');
  if (last < 0) return line.length;
  if (/^\d{8}(?!\d)/.test(line.slice(last + 1, last + 10))) return last + 1;
  let start = line.length;
  while (start > 0 && TIME_CHARACTER.test(line.charAt(start - 1))) start--;
  const first = line.indexOf(':', start);
  return (first < 0 ? last : first) + 1;
}

/** A parameter's value, from the part of a line before its value, without quotes. */
function parameterOf(head: string, shape: RegExp): string | null {
  if (!head.includes(';')) return null;
  const found = shape.exec(head);
  return found ? (found[1] ?? found[2] ?? '').trim() : null;
}
