import { sameClock } from './same-clock.ts';
import { browserZone, zoneName } from './zone-name.ts';

/** ` (Zurich)` behind a time that could be read on another clock: that of `other`, or of this browser. */
export function useZoneMark(): (zone: string, other: string, at: Date) => string {
  const browser = browserZone();
  return (zone, other, at) =>
    sameClock(zone, other, at) && sameClock(zone, browser, at) ? '' : ` (${zoneName(zone)})`;
}
