import type { EpochMs } from '@atelier/calendar/occurrence';
import { DAY_MS, dayOfWall, isoDate } from '@atelier/calendar/time/civil';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';

export type SessionRule = { readonly every: 'week' } | { readonly every: 'days'; readonly days: number };

export type SessionStarts =
  | { readonly ok: true; readonly starts: readonly EpochMs[] }
  /** On these local dates clocks skip that time of day. */
  | { readonly ok: false; readonly skipped: readonly string[] };

export interface SessionSeries {
  readonly first: EpochMs;
  /** IANA zone of the artist, whose clock the sessions keep. */
  readonly zone: string;
  readonly rule: SessionRule;
  /** Sessions in all, the first included: 1 to 52. */
  readonly count: number;
}

/**
 * The starts of a series of sessions: each at the same local time, whatever clocks do in between. A time that comes
 * twice on its date is the first of the two; one that is skipped refuses the series, since its sessions are claimed
 * together or not at all. Throws RangeError for an unknown zone and for impossible numbers.
 */
export function sessionStarts({ first, zone: name, rule, count }: SessionSeries): SessionStarts {
  const days = rule.every === 'week' ? 7 : rule.days;
  requireBetween('count', count, 52);
  requireBetween('days', days, 366);
  const zone = ianaZone(name);
  const starts: EpochMs[] = [first];
  const skipped: string[] = [];
  for (let session = 1; session < count; session++) {
    const wall = zone.toWall(first) + session * days * DAY_MS;
    const start = zone.toUtc(wall);
    starts.push(start);
    if (zone.toWall(start) !== wall) skipped.push(isoDate(dayOfWall(wall)));
  }
  return skipped.length === 0 ? { ok: true, starts } : { ok: false, skipped };
}

function requireBetween(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new RangeError(`${name} is ${value}; it must be a whole number from 1 to ${most}.`);
}
