import type { EpochMs } from '../occurrence.ts';
import { type OffsetTable, Zone } from './zone.ts';

// There are about 600 names, so what is kept here has a natural end.
const zones = new Map<string, Zone>();

/** The zone of an IANA name spelled as `ianaName` gives it. Throws RangeError for any other. */
export function ianaZone(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    // Offsets are asked for later; a name that is none is to fail here.
    new Temporal.ZonedDateTime(0n, name);
    zone = new Zone(name, true, (from, to) => offsetsOf(name, from, to));
    zones.set(name, zone);
  }
  return zone;
}

function offsetsOf(name: string, from: EpochMs, to: EpochMs): OffsetTable {
  const at: EpochMs[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
  const offsets = [offsetOf(moment)];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= to) return { at, offsets };
    at.push(next.epochMilliseconds);
    offsets.push(offsetOf(next));
    moment = next;
  }
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return Math.round(moment.offsetNanoseconds / 1e6);
}
