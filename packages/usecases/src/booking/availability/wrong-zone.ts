import { type Outcome, refused } from '../../outcome.ts';
import { isTimeZone } from '../../time-zone.ts';

export function wrongZone(zone: string | undefined): Outcome<never> | null {
  if (zone === undefined || isTimeZone(zone)) return null;
  return refused('invalid', `“${zone.slice(0, 60)}” is not a time zone.`, 'One looks like Europe/Zurich.');
}
