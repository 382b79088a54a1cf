import type { EpochMs } from '@atelier/calendar/occurrence';
import { isoDate } from '@atelier/calendar/time/civil';
import { ianaZone } from '@atelier/calendar/zone/iana-zone';
import { isoDay } from '../time/iso-day.ts';
import { localDay, utcSpans } from '../time/local-minutes.ts';
import { DAY_MINUTES, MINUTE_MS } from '../time/minutes.ts';
import type { DateRange } from './open-windows.ts';

export interface DateSlots<Offered> {
  /** `YYYY-MM-DD` in the zone of the one who looks. */
  readonly date: string;
  readonly slots: readonly Offered[];
}

/**
 * The artist's dates to ask for, so that no slot on these dates of the visitor's is missing: up to a day more to either
 * side. Null where the visitor's zone never had such a date. Both zones are IANA names; throws RangeError for others.
 */
export function artistDates(dates: DateRange, visitorZone: string, artistZone: string): DateRange | null {
  const wall = { start: isoDay(dates.from) * DAY_MINUTES, end: (isoDay(dates.to) + 1) * DAY_MINUTES };
  const spans = utcSpans(ianaZone(visitorZone), [wall]);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  const zone = ianaZone(artistZone);
  return { from: isoDate(localDay(zone, first.start)), to: isoDate(localDay(zone, last.end - 1)) };
}

/** Slots under the visitor's dates, of which those without slots are left out. Only labels change: no slot moves. */
export function slotsByDate<Offered extends { readonly start: EpochMs }>(
  slots: readonly Offered[],
  dates: DateRange,
  visitorZone: string,
): DateSlots<Offered>[] {
  const zone = ianaZone(visitorZone);
  const [first, last] = [isoDay(dates.from), isoDay(dates.to)];
  const byDay = Map.groupBy(slots, ({ start }) => localDay(zone, Math.floor(start / MINUTE_MS)));
  return [...byDay]
    .filter(([day]) => day >= first && day <= last)
    .sort(([a], [b]) => a - b)
    .map(([day, list]) => ({ date: isoDate(day), slots: list }));
}
