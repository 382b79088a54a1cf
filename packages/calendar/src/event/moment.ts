import type { EpochMs } from '../occurrence.ts';
import { DAY_MS, type DayNumber, dayOfWall, type WallMs, wallOfDay } from '../time/civil.ts';
import type { TimeValue } from '../time/time-value.ts';
import { ianaZone } from '../zone/iana-zone.ts';
import type { ZoneResolver } from '../zone/resolve-zone.ts';
import type { Zone } from '../zone/zone.ts';

const UTC = ianaZone('UTC');

/** A time of an event with its zone found: a whole day, or a reading of that zone's clock. */
export type Moment = { readonly kind: 'day'; readonly wall: WallMs; readonly zone: Zone } | ClockMoment;

export interface ClockMoment {
  readonly kind: 'clock';
  readonly wall: WallMs;
  readonly at: EpochMs;
  readonly zone: Zone;
  readonly floating: boolean;
}

/** A whole day lies in the calendar's zone, and so does a floating time. */
export function momentOf(time: TimeValue, zones: ZoneResolver): Moment {
  if (time.kind === 'date') return { kind: 'day', wall: wallOfDay(time.day), zone: zones.calendar };
  if (time.kind === 'utc')
    return { kind: 'clock', wall: time.at + 0, at: time.at, zone: UTC, floating: false };
  const zone = zones.zone(time.tzid);
  return { kind: 'clock', wall: time.wall, at: zone.toUtc(time.wall), zone, floating: time.tzid === null };
}

export function instantOf(moment: Moment): EpochMs {
  return moment.kind === 'clock' ? moment.at : moment.zone.startOfDay(dayOfWall(moment.wall));
}

/**
 * The day that a time names for an all-day event. Some write the midnight of their own zone in UTC, some the date with
 * a midnight of its own zone behind it; both mean that date. With a TZID it is no other than with a Z.
 */
export function dayNamed(time: TimeValue, zones: ZoneResolver): DayNumber {
  if (time.kind === 'date') return time.day;
  if (time.kind === 'local' && time.tzid === null) return dayOfWall(time.wall);
  const { wall, at } = clockOf(time, zones);
  return dayOfWall(isMidnight(wall) ? wall : zones.calendar.toWall(at));
}

/** The first day behind a time that ends an all-day event: a day that it ends within is taken whole. */
export function dayBehind(time: TimeValue, zones: ZoneResolver): DayNumber {
  if (time.kind === 'date') return time.day;
  const { wall, at } = clockOf(time, zones);
  if (isMidnight(wall)) return dayOfWall(wall);
  const here = time.kind === 'local' && time.tzid === null ? wall : zones.calendar.toWall(at);
  return isMidnight(here) ? dayOfWall(here) : dayOfWall(here) + 1;
}

function clockOf(time: TimeValue, zones: ZoneResolver): { readonly wall: WallMs; readonly at: EpochMs } {
  const moment = momentOf(time, zones);
  return { wall: moment.wall, at: instantOf(moment) };
}

function isMidnight(wall: WallMs): boolean {
  return wall % DAY_MS === 0;
}
