import type { DayNumber } from '@atelier/calendar/time/civil';
import type { Zone } from '@atelier/calendar/zone/zone';
import { DAY_MINUTES, MINUTE_MS, type UtcMinute } from './minutes.ts';
import { mergeSpans, type Span } from './span.ts';

// Further than any clock was ever moved (Samoa skipped a day).
const FAR = 26 * 60;

/** A stretch of UTC minutes with one offset, in minutes; zones have had whole ones since 1972. */
interface Stretch extends Span {
  readonly offset: number;
}

function offsetAt(zone: Zone, minute: UtcMinute): number {
  return zone.offsetAt(minute * MINUTE_MS) / MINUTE_MS;
}

export function localDay(zone: Zone, minute: UtcMinute): DayNumber {
  return Math.floor((minute + offsetAt(zone, minute)) / DAY_MINUTES);
}

/**
 * The UTC minutes at which a clock of the zone reads one of the wall minutes of the spans (disjoint, sorted).
 * What a gap leaves out does not come about; what a fold repeats comes twice. Sorted, disjoint, merged.
 */
export function utcSpans(zone: Zone, walls: readonly Span[]): Span[] {
  const first = walls[0];
  const last = walls.at(-1);
  if (!first || !last) return [];
  const stretches = offsetStretches(zone, { start: first.start - FAR, end: last.end + FAR });
  return mergeSpans(stretches.flatMap((stretch) => walls.map((wall) => readingsOf(wall, stretch))));
}

function readingsOf(wall: Span, { start, end, offset }: Stretch): Span {
  return { start: Math.max(wall.start - offset, start), end: Math.min(wall.end - offset, end) };
}

/** Looks once a day, and closer where the offset differs: no zone changed twice within a day. */
function offsetStretches(zone: Zone, { start, end }: Span): Stretch[] {
  const stretches: Stretch[] = [];
  let since = start;
  let offset = offsetAt(zone, start);
  let at = start;
  while (at < end) {
    const next = Math.min(at + DAY_MINUTES, end);
    if (offsetAt(zone, next) === offset) {
      at = next;
      continue;
    }
    at = changeBetween(zone, at, next);
    stretches.push({ start: since, end: at, offset });
    since = at;
    offset = offsetAt(zone, at);
  }
  return since < end ? [...stretches, { start: since, end, offset }] : stretches;
}

/** The first minute behind `low` with another offset than its own; `high` has one. */
function changeBetween(zone: Zone, low: UtcMinute, high: UtcMinute): UtcMinute {
  const before = offsetAt(zone, low);
  let [same, other] = [low, high];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(zone, middle) === before) same = middle;
    else other = middle;
  }
  return other;
}
