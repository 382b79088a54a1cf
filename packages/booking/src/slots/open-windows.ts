import type { EpochMs } from '@atelier/calendar/occurrence';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import type { OpeningHours } from '../hours/opening-hours.ts';
import { windowsOn } from '../hours/windows-on.ts';
import { isoDay } from '../time/iso-day.ts';
import { toMs } from '../time/minutes.ts';

/** Local dates `YYYY-MM-DD`, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Open without a pause from `start` to `end` (exclusive), in whole minutes. */
export interface OpenWindow {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/**
 * The windows that have a minute on the dates, in the local time of an IANA zone; ordered and disjoint. They are not cut
 * at the dates: each begins at its own first minute, since that is what the grid is laid from, and goes on for
 * at least a week beyond the last date. Where clocks jump, the local times left out do not exist and those that are
 * repeated are there twice; lengths are real minutes. Hours that never close begin on 2000-01-01.
 * Throws RangeError for an unknown zone and for texts that are no dates.
 */
export function openWindows(hours: OpeningHours, zone: string, dates: DateRange): OpenWindow[] {
  const { windows } = windowsOn(hours, ianaZone(zone), isoDay(dates.from), isoDay(dates.to));
  return windows.map(({ start, end }) => ({ start: toMs(start), end: toMs(end) }));
}
