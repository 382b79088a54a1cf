import { type Outcome, refusedFor } from '../../outcome.ts';
import { isTimeZone } from '../../time-zone.ts';

export function wrongZone(zone: string | undefined): Outcome<never> | null {
  if (zone === undefined || isTimeZone(zone)) return null;
  return refusedFor('invalid', 'no-zone', { zone: zone.slice(0, 60) });
}
