import type { EventComponent } from '../occurrence.ts';
import { parseRule } from '../rule/parse-rule.ts';
import { isSubDaily, type Rule } from '../rule/rule.ts';
import { plainText } from '../text/plain-text.ts';
import type { ScannedComponent } from '../text/scan-calendar.ts';
import { readTimes, type TimeEntry, type TimeProperty } from '../text/time-property.ts';
import { parseDuration } from '../time/duration.ts';
import type { TimeValue } from '../time/time-value.ts';
import type { ZoneResolver } from '../zone/resolve-zone.ts';
import { isBusy } from './busy.ts';
import { componentOf } from './event-component.ts';
import { EventLines, rawValue } from './event-lines.ts';
import { peopleOf } from './guests.ts';
import { type Length, lengthOf, lengthUntil } from './length.ts';
import { type Moment, momentOf } from './moment.ts';

/** One VEVENT with its times understood: a single event, the master of a series, or an override in one. */
export interface EventSource {
  /** Its place among the components of the object. */
  readonly index: number;
  readonly uid: string;
  readonly sequence: number;
  readonly component: EventComponent;
  readonly busy: boolean;
  readonly start: Moment | null;
  /** Null where neither DTEND nor DURATION says it. */
  readonly length: Length | null;
  /** RECURRENCE-ID; null for a master or a single event. */
  readonly override: { readonly id: TimeValue; readonly andFuture: boolean } | null;
  readonly rules: readonly Rule[];
  readonly excludedRules: readonly Rule[];
  readonly rdates: readonly TimeEntry[];
  readonly exdates: readonly TimeValue[];
  readonly invalidRule: boolean;
  readonly mended: boolean;
}

/** Who owns the calendar, and what blocks time in it. */
export interface Reading {
  readonly owner: readonly string[];
  readonly tentativeBlocks: boolean;
}

const MAX_UID = 1_000;
// RFC 5545 allows one RRULE; some write two.
const MAX_RULES = 8;

export function readEvent(
  scanned: ScannedComponent,
  index: number,
  zones: ZoneResolver,
  reading: Reading,
): EventSource {
  const lines = new EventLines(scanned);
  const times = readEventTimes(lines);
  const [entry] = times.start?.values ?? [];
  const start = entry ? momentOf(entry.time, zones) : null;
  const people = peopleOf(lines, reading.owner);
  const component = componentOf(lines, start, people);
  const [id] = times.id?.values ?? [];
  const rules = readRules(lines, 'RRULE', start);
  return {
    index,
    uid: readUid(lines),
    sequence: sequenceOf(lines),
    component,
    busy: isBusy(component, people, lines, reading.tentativeBlocks),
    start,
    length: start && lengthFrom(lines, start, times.end, zones),
    override: id ? { id: id.time, andFuture: times.id?.andFuture ?? false } : null,
    rules: rules.read,
    excludedRules: readRules(lines, 'EXRULE', start).read,
    rdates: times.rdates.flatMap((property) => property.values),
    exdates: times.exdates.flatMap((property) => property.values.map((value) => value.time)),
    invalidRule: rules.invalid,
    mended: times.mended,
  };
}

interface EventTimes {
  readonly start: TimeProperty | null;
  readonly end: TimeProperty | null;
  readonly id: TimeProperty | null;
  readonly rdates: readonly TimeProperty[];
  readonly exdates: readonly TimeProperty[];
  readonly mended: boolean;
}

function readEventTimes(lines: EventLines): EventTimes {
  const one = (name: string): TimeProperty | null => {
    const line = lines.first(name);
    return line === null ? null : readTimes(line);
  };
  const times = {
    start: one('DTSTART'),
    end: one('DTEND'),
    id: one('RECURRENCE-ID'),
    rdates: lines.all('RDATE').map(readTimes),
    exdates: lines.all('EXDATE').map(readTimes),
  };
  const all = [times.start, times.end, times.id, ...times.rdates, ...times.exdates];
  return { ...times, mended: all.some((property) => property?.mended) };
}

function lengthFrom(
  lines: EventLines,
  start: Moment,
  end: TimeProperty | null,
  zones: ZoneResolver,
): Length | null {
  const [entry] = end?.values ?? [];
  if (entry) return lengthUntil(start, entry.time, zones);
  const duration = parseDuration(lines.raw('DURATION') ?? '');
  return duration && lengthOf(start, duration);
}

/** The identity of a series: text as sent, without escapes. */
export function readUid(lines: EventLines): string {
  return plainText(lines.text('UID') ?? '', MAX_UID).trim();
}

function sequenceOf(lines: EventLines): number {
  const sequence = Number(lines.raw('SEQUENCE') ?? 0);
  return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0;
}

interface ReadRules {
  readonly read: readonly Rule[];
  readonly invalid: boolean;
}

function readRules(lines: EventLines, property: string, start: Moment | null): ReadRules {
  const written = lines.all(property).slice(0, MAX_RULES);
  const read = written
    .flatMap((line) => parseRule(rawValue(line)) ?? [])
    // A date has no hours for an HOURLY rule to count (RFC 5545, 3.3.10).
    .filter((rule) => start?.kind !== 'day' || !isSubDaily(rule));
  return { read, invalid: read.length < written.length };
}
