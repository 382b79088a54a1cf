import type { EpochMs } from '../occurrence.ts';
import { DAY_MS, dayOfWall, type WallMs } from '../time/civil.ts';
import { type Duration, wholeDays } from '../time/duration.ts';
import type { TimeValue } from '../time/time-value.ts';
import type { ZoneResolver } from '../zone/resolve-zone.ts';
import type { Zone } from '../zone/zone.ts';
import { dayNamed, instantOf, type Moment, momentOf } from './moment.ts';

/**
 * How long each instance lasts. With DTEND all have the same exact length; with DURATION days are nominal and
 * the rest is exact (RFC 5545, 3.8.5.3); an all-day event lasts whole days.
 */
export type Length =
  | { readonly kind: 'exact'; readonly ms: number }
  | { readonly kind: 'nominal'; readonly duration: Duration }
  | { readonly kind: 'days'; readonly days: number };

/** Without an end: no length for a time, one day for a date (RFC 5545, 3.6.1). */
export function defaultLength(start: Moment): Length {
  return start.kind === 'day' ? { kind: 'days', days: 1 } : { kind: 'exact', ms: 0 };
}

/** The length that DTEND gives; never negative, and for whole days one at least. */
export function lengthUntil(start: Moment, end: TimeValue, zones: ZoneResolver): Length {
  if (start.kind === 'day') return { kind: 'days', days: daysUntil(start, end, zones) };
  return { kind: 'exact', ms: Math.max(0, instantOf(momentOf(end, zones)) - start.at) };
}

function daysUntil(start: Moment, end: TimeValue, zones: ZoneResolver): number {
  return Math.max(1, dayNamed(end, zones) - dayOfWall(start.wall));
}

export function lengthOf(start: Moment, duration: Duration): Length {
  return start.kind === 'day' ? { kind: 'days', days: wholeDays(duration) } : { kind: 'nominal', duration };
}

/** The length of one RDATE period: `start/end` or `start/duration`. */
export function lengthOfPeriod(start: Moment, end: Duration | TimeValue, zones: ZoneResolver): Length {
  return 'kind' in end ? lengthUntil(start, end, zones) : lengthOf(start, end);
}

/** The exclusive end of an instance that starts at `wall`, which is the instant `at` in `zone`. */
export function endOf(length: Length, wall: WallMs, at: EpochMs, zone: Zone): EpochMs {
  switch (length.kind) {
    case 'exact':
      return at + length.ms;
    case 'days':
      return zone.startOfDay(dayOfWall(wall) + length.days);
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
    case 'nominal': {
      const { days, ms } = length.duration;
      return days === 0 ? ms : (days + 1) * DAY_MS + ms;
    }
  }
}
