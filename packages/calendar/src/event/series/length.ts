import type { EpochMs } from '../../occurrence.ts';
import { mendTime } from '../../text/mend-time.ts';
import type { TimeEntry } from '../../text/time-property.ts';
import { DAY_MS, type DayNumber, dayOfWall, type WallMs } from '../../time/civil.ts';
import { type Duration, readDuration, wholeDays } from '../../time/duration.ts';
import { parseTime, type TimeValue } from '../../time/time-value.ts';
import type { ZoneResolver } from '../../zone/resolve-zone.ts';
import type { Zone } from '../../zone/zone.ts';
import { type ClockMoment, dayBehind, instantOf, type Moment, momentOf } from '../moment.ts';

/**
 * How long each instance lasts. With DTEND all have the same exact length; with DURATION days are nominal and
 * the rest is exact (RFC 5545, 3.8.5.3); an all-day event lasts whole days.
 */
export type Length =
  | { readonly kind: 'exact'; readonly ms: number }
  | { readonly kind: 'nominal'; readonly duration: Duration }
  | { readonly kind: 'days'; readonly days: number }
  /** There is an end and nobody can read it: to the end of the day in `zone` that each instance begins on (T4). */
  | { readonly kind: 'rest-of-day'; readonly zone: Zone };

/** Without an end: no length for a time, one day for a date (RFC 5545, 3.6.1). */
export function defaultLength(start: Moment): Length {
  return start.kind === 'day' ? { kind: 'days', days: 1 } : { kind: 'exact', ms: 0 };
}

/** What DTEND says about the length; `doubt` where it is not what a DTEND can say (RFC 5545, 3.8.2.2). */
export interface ReadLength {
  readonly length: Length;
  readonly doubt: 'mended-end' | 'invalid-end' | null;
}

/**
 * The length that DTEND gives. An end before the start is one that nobody understands. A date that ends a time does so
 * at the midnight of the start's own zone, a time that ends whole days takes the day it lies in.
 */
export function lengthUntil(start: Moment, end: TimeValue, zones: ZoneResolver): ReadLength {
  if (start.kind === 'day') return daysUntil(start, end, zones);
  if (end.kind === 'date') return untilMidnight(start, end.day, zones);
  const ms = instantOf(momentOf(end, zones)) - start.at;
  if (ms < 0) return { length: restOfDay(start, zones), doubt: 'invalid-end' };
  return { length: { kind: 'exact', ms }, doubt: null };
}

function daysUntil(start: Moment, end: TimeValue, zones: ZoneResolver): ReadLength {
  const days = dayBehind(end, zones) - dayOfWall(start.wall);
  const odd = end.kind === 'date' ? null : 'mended-end';
  return { length: { kind: 'days', days: Math.max(1, days) }, doubt: days < 0 ? 'invalid-end' : odd };
}

/** The start may be written in UTC, whose midnight is nobody's: then whichever of both midnights is later. */
function untilMidnight(start: ClockMoment, day: DayNumber, zones: ZoneResolver): ReadLength {
  const inZone = ({ calendar }: ZoneResolver) =>
    start.zone.id === 'UTC' ? [start.zone, calendar] : [start.zone];
  const midnight = Math.max(...inZone(zones).map((zone) => zone.startOfDay(day)));
  if (midnight > start.at) return { length: { kind: 'exact', ms: midnight - start.at }, doubt: 'mended-end' };
  const sameDay = inZone(zones).some((zone) => dayOfWall(zone.toWall(start.at)) === day);
  return { length: restOfDay(start, zones), doubt: sameDay ? 'mended-end' : 'invalid-end' };
}

/** For an end that cannot be read: never less than what it might have said of this day. */
export function restOfDay(start: Moment, zones: ZoneResolver): Length {
  if (start.kind === 'day') return { kind: 'days', days: 1 };
  return { kind: 'rest-of-day', zone: start.zone.id === 'UTC' ? zones.calendar : start.zone };
}

export function lengthOf(start: Moment, duration: Duration): Length {
  return start.kind === 'day' ? { kind: 'days', days: wholeDays(duration) } : { kind: 'nominal', duration };
}

/** The length of one RDATE period: `start/end` or `start/duration`, never less than `known` where it cannot be read. */
export function periodLength(
  start: Moment,
  { end, tzid }: Pick<TimeEntry, 'end' | 'tzid'>,
  known: Length,
  zones: ZoneResolver,
): ReadLength {
  if (end === null) return { length: known, doubt: null };
  const duration = readDuration(end);
  if (duration) return { length: lengthOf(start, duration), doubt: duration.mended ? 'mended-end' : null };
  const mended = mendTime(end);
  const until = parseTime(mended, tzid);
  if (!until) return { length: restOfDay(start, zones), doubt: 'invalid-end' };
  const read = lengthUntil(start, until, zones);
  return { ...read, doubt: read.doubt ?? (mended === end ? null : 'mended-end') };
}

/** The exclusive end of an instance that starts at `wall`, which is the instant `at` in `zone`. */
export function endOf(length: Length, wall: WallMs, at: EpochMs, zone: Zone): EpochMs {
  switch (length.kind) {
    case 'exact':
      return at + length.ms;
    case 'days':
      return zone.startOfDay(dayOfWall(wall) + length.days);
    case 'rest-of-day':
      return length.zone.startOfDay(dayOfWall(length.zone.toWall(at)) + 1);
    case 'nominal': {
      const { days, ms } = length.duration;
      return (days === 0 ? at : Math.max(at, zone.toUtc(wall + days * DAY_MS))) + ms;
    }
  }
}

/** Never shorter than any instance: a clock is moved by a day at most. */
export function longest(length: Length): number {
  switch (length.kind) {
    case 'exact':
      return length.ms;
    case 'days':
      return (length.days + 1) * DAY_MS;
    case 'rest-of-day':
      return 2 * DAY_MS;
    case 'nominal': {
      const { days, ms } = length.duration;
      return days === 0 ? ms : (days + 1) * DAY_MS + ms;
    }
  }
}
