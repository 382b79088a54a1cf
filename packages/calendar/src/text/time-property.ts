import { parseTime, type TimeValue } from '../time/time-value.ts';
import { parameterText, partsOf } from './content-line.ts';
import { mendTime } from './mend-time.ts';
import { timesStart } from './value-start.ts';

/** A property whose values are times: DTSTART, DTEND, RECURRENCE-ID, RDATE, EXDATE. */
export interface TimeProperty {
  readonly values: readonly TimeEntry[];
  /** RANGE=THISANDFUTURE. */
  readonly andFuture: boolean;
  /** A value was written in a form that is none, and was mended or left out. */
  readonly mended: boolean;
  /** A value was left out, as no time could be made of it. */
  readonly lost: boolean;
}

export interface TimeEntry {
  readonly time: TimeValue;
  /** Behind the slash of a PERIOD: its end or its duration, as written. */
  readonly end: string | null;
  readonly tzid: string | null;
}

const WELL_FORMED = /^\d{8}(?:T\d{6}Z?)?$/;
const TZID = /;TZID=([^;]*)/i;
const VALUE = /;VALUE=([^;]*)/i;
const RANGE = /;RANGE=([^;]*)/i;

/**
 * Reads one unfolded line of times, also with a bare date, a missing digit or a TZID with a colon in it,
 * `(UTC+01:00) Berlin`.
 */
export function readTimes(line: string): TimeProperty {
  const start = timesStart(line);
  const head = line.slice(0, start - 1);
  const tzid = parameterOf(head, 'TZID', TZID);
  const asDate = parameterOf(head, 'VALUE', VALUE)?.toUpperCase() === 'DATE';
  const values: TimeEntry[] = [];
  let mended = false;
  let lost = false;
  for (const text of line.slice(start).split(',')) {
    const entry = readEntry(text, tzid, asDate);
    if (entry) values.push(entry);
    lost ||= entry === null && text.trim() !== '';
    mended ||= entry === null ? text.trim() !== '' : !isWellFormed(text) && entry.end === null;
  }
  const andFuture = parameterOf(head, 'RANGE', RANGE)?.toUpperCase() === 'THISANDFUTURE';
  return { values, andFuture, mended, lost };
}

/** Of the right form, and a time of day: 24:00 is none in iCalendar. */
function isWellFormed(text: string): boolean {
  return WELL_FORMED.test(text) && !text.startsWith('T24', 8);
}

function readEntry(text: string, tzid: string | null, asDate: boolean): TimeEntry | null {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const time = parseTime(isWellFormed(written) ? written : mendTime(written), tzid);
  if (!time) return null;
  const whole = asDate && time.kind !== 'date' ? parseTime(mendTime(written).slice(0, 8)) : time;
  return whole && { time: whole, end: slash < 0 ? null : text.slice(slash + 1).trim(), tzid };
}

/** A parameter's value, from the part of a line before its value, without quotes. */
function parameterOf(head: string, name: string, shape: RegExp): string | null {
  if (!head.includes(';')) return null;
  if (!head.includes('"')) return shape.exec(head)?.[1]?.trim() ?? null;
  // What looks like a parameter inside the quotes of another is none.
  const found = parameterText({ ...partsOf(head), value: '' }, name);
  return found === null ? null : found.replaceAll('"', '').trim();
}
