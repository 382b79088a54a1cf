import { Zone } from './zone.ts';

const OFFSET = /^(?:\()?(?:UTC|GMT)?\s*([+−-])(\d{1,2})(?::?(\d\d))?(?::?00)?(?:\).*)?$/i;

/** Minutes that a name such as `GMT-0500`, `UTC+5`, `+02:00` or `(UTC+05:30) Somewhere` lies ahead of UTC. */
export function offsetIn(name: string): number | null {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(name.trim()) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === '+' ? ahead : -ahead || 0;
}

/** The zone of such a name; null where it is none. */
export function offsetZone(tzid: string): Zone | null {
  const minutes = offsetIn(tzid);
  if (minutes === null) return null;
  return new Zone(tzid, false, () => ({ at: [], offsets: [minutes * 60_000] }));
}
