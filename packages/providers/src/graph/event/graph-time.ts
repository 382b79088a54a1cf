import { ianaName } from '@atelier/calendar/zone/zone-name';
import type { RowTime } from '../../rows/series-rows.ts';
import type { GraphEvent, GraphTime } from './graph-event.ts';

/** Times are asked for in UTC: an answer names its zone all the same, and one that names another is read in that. */
export function instantOfGraph({ dateTime, timeZone }: NonNullable<GraphEvent['start']>): Temporal.Instant {
  const wall = Temporal.PlainDateTime.from(dateTime.replace(/Z$/, ''));
  return wall.toZonedDateTime(ianaName(timeZone ?? 'UTC') ?? 'UTC').toInstant();
}

/** Where an event was made, as an IANA name; null where nobody knows that name (`tzone://Microsoft/Custom`). */
export function zoneOfEvent({ recurrence, originalStartTimeZone }: GraphEvent): string | null {
  const own = recurrence?.range.recurrenceTimeZone || originalStartTimeZone || 'UTC';
  return ianaName(own);
}

/** Both midnights of whole days are in one zone, the end exclusive. @param zone an IANA name */
export function rowTimeOf(time: GraphEvent['start'], allDay: boolean, zone: string): RowTime {
  if (allDay) return { kind: 'date', date: Temporal.PlainDate.from(time.dateTime.slice(0, 10)) };
  const at = instantOfGraph(time);
  return zone === 'UTC' ? { kind: 'utc', at } : { kind: 'zoned', at: at.toZonedDateTimeISO(zone) };
}

/** A floating time has none: whoever asks refuses it before. */
export function graphTime(time: RowTime): GraphTime {
  switch (time.kind) {
    case 'date':
      return { dateTime: `${time.date.toString()}T00:00:00`, timeZone: 'UTC' };
    case 'utc':
      return said(time.at.toZonedDateTimeISO('UTC'));
    case 'zoned':
      return said(time.at);
    case 'floating':
      return said(time.wall.toZonedDateTime('UTC'));
  }
}

/** The second of two equal readings can only be said in UTC. */
function said(at: Temporal.ZonedDateTime): GraphTime {
  const wall = at.toPlainDateTime();
  if (!wall.toZonedDateTime(at.timeZoneId).equals(at)) return said(at.withTimeZone('UTC'));
  return { dateTime: wall.toString({ smallestUnit: 'second' }), timeZone: at.timeZoneId };
}
