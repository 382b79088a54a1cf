import type { EventComponent, Flag } from '../occurrence.ts';
import type { Rule } from '../rule/rule.ts';
import { plainText } from '../text/plain-text.ts';
import type { ScannedComponent } from '../text/scan-calendar.ts';
import { readTimes, type TimeEntry, type TimeProperty } from '../text/time-property.ts';
import { rawValue } from '../text/value-start.ts';
import type { TimeValue } from '../time/time-value.ts';
import type { ZoneResolver } from '../zone/resolve-zone.ts';
import { isBusy } from './busy.ts';
import { componentOf } from './event-component.ts';
import { eventLength } from './event-length.ts';
import { EventLines } from './event-lines.ts';
import { eventRules } from './event-rules.ts';
import { peopleOf } from './guests.ts';
import { instantOf, type Moment, momentOf } from './moment.ts';
import { defaultLength, type Length, periodLength } from './series/length.ts';

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
  /** Whether it has a RECURRENCE-ID at all, read or not. */
  readonly namesInstance: boolean;
  /** RECURRENCE-ID; null for a master or a single event. */
  readonly override: { readonly id: TimeValue; readonly andFuture: boolean } | null;
  readonly rules: readonly Rule[];
  readonly excludedRules: readonly Rule[];
  readonly rdates: readonly TimeEntry[];
  readonly exdates: readonly TimeValue[];
  /** A rule or an added date could not be read: there may be instances that nobody knows of. */
  readonly invalidRule: boolean;
  /** An RDATE could not be read. */
  readonly lostDates: boolean;
  /** RRULE values as written. */
  readonly ruleTexts: readonly string[];
  /** What was mended, or not understood. */
  readonly flags: readonly Flag[];
}

/** Who owns the calendar, what blocks time in it, and whether the whole text takes its events back. */
export interface Reading {
  readonly owner: readonly string[];
  readonly tentativeBlocks: boolean;
  readonly cancelled: boolean;
}

const MAX_UID = 1_000;
const NO_LENGTH = { length: null, doubt: null };

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
  if (entry?.time.kind === 'local' && start) zones.compare(entry.time.tzid, instantOf(start));
  const people = peopleOf(lines, reading.owner);
  const written = componentOf(lines, start, people);
  const component: EventComponent = reading.cancelled ? { ...written, status: 'cancelled' } : written;
  const [id] = times.id?.values ?? [];
  const rules = eventRules(lines, 'RRULE', start);
  const excluding = eventRules(lines, 'EXRULE', start);
  const { length, doubt } = start ? eventLength(lines, start, times.ends, zones) : NO_LENGTH;
  const lostDates = times.rdates.some(({ lost }) => lost);
  const invalidRule = rules.invalid || lostDates;
  return {
    index,
    uid: readUid(lines),
    sequence: sequenceOf(lines),
    component,
    busy: isBusy(component, people, lines, reading.tentativeBlocks),
    start,
    length,
    namesInstance: times.id !== null,
    override: id ? { id: id.time, andFuture: times.id?.andFuture ?? false } : null,
    rules: rules.read,
    excludedRules: excluding.read,
    rdates: times.rdates.flatMap((property) => property.values),
    exdates: times.exdates.flatMap((property) => property.values.map((value) => value.time)),
    invalidRule,
    lostDates,
    ruleTexts: lines.all('RRULE').map(rawValue),
    flags: [
      ...doubtsIn(times, start, zones),
      ...(doubt ? [doubt] : []),
      ...rules.flags,
      ...excluding.flags,
      ...(excluding.invalid ? (['repaired'] as const) : []),
      ...(invalidRule ? (['invalid-rule'] as const) : []),
      ...(people.unread ? (['invalid-guest'] as const) : []),
    ],
  };
}

interface EventTimes {
  readonly start: TimeProperty | null;
  readonly ends: readonly TimeProperty[];
  readonly id: TimeProperty | null;
  readonly rdates: readonly TimeProperty[];
  readonly exdates: readonly TimeProperty[];
}

function readEventTimes(lines: EventLines): EventTimes {
  const one = (name: string): TimeProperty | null => {
    const line = lines.first(name);
    return line === null ? null : readTimes(line);
  };
  return {
    start: one('DTSTART'),
    ends: lines.all('DTEND').map(readTimes),
    id: one('RECURRENCE-ID'),
    rdates: lines.all('RDATE').map(readTimes),
    exdates: lines.all('EXDATE').map(readTimes),
  };
}

/** What of the times was mended, or left out as nobody understands it. */
function doubtsIn(times: EventTimes, start: Moment | null, zones: ZoneResolver): Flag[] {
  const all = [times.start, times.id, ...times.rdates, ...times.exdates];
  const periods = times.rdates
    .flatMap(({ values }) => values)
    .filter(({ end }) => start !== null && end !== null)
    .flatMap((entry) => {
      const moment = momentOf(entry.time, zones);
      return periodLength(moment, entry, defaultLength(moment), zones).doubt ?? [];
    });
  return [...(all.some((property) => property?.mended) ? (['repaired'] as const) : []), ...periods];
}

/** The identity of a series: text as sent, without escapes. */
export function readUid(lines: EventLines): string {
  return plainText(lines.text('UID') ?? '', MAX_UID).trim();
}

function sequenceOf(lines: EventLines): number {
  const sequence = Number(lines.raw('SEQUENCE') ?? 0);
  return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0;
}
