import { inFormOf, instantOfRow } from '../../rows/row-time.ts';
import type { RowTime } from '../../rows/series-rows.ts';
import type { GoogleTime } from './google-event.ts';

/** @throws RangeError for what is no time at all. */
export function rowTimeOf({ date, dateTime, timeZone }: GoogleTime): RowTime {
  if (typeof date === 'string') return { kind: 'date', date: Temporal.PlainDate.from(date) };
  const at = Temporal.Instant.from(dateTime ?? '');
  const zone = timeZone ?? 'UTC';
  if (UTC.has(zone)) return { kind: 'utc', at };
  return { kind: 'zoned', at: at.toZonedDateTimeISO(zone) };
}

/** Names of UTC that iCalendar writes as `Z`. */
const UTC: ReadonlySet<string> = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT']);

/** All three fields, so that a PATCH can make a day out of a time; `zone` is the calendar's, for a time in none. */
export function googleTimeOf(time: RowTime, zone: string): Required<GoogleTime> {
  if (time.kind === 'date') return { date: time.date.toString(), dateTime: null, timeZone: null };
  if (time.kind === 'utc') return { date: null, dateTime: instantText(time.at), timeZone: 'UTC' };
  const at = time.kind === 'zoned' ? time.at : time.wall.toZonedDateTime(zone);
  const dateTime = at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { date: null, dateTime, timeZone: at.timeZoneId };
}

const instantText = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' });

/** The id of an instance: that of its series and the start that the series has for it. */
export function instanceId(seriesId: string, original: RowTime, start: RowTime, zone: string): string {
  const named = inFormOf(original, start);
  const text = named.kind === 'date' ? named.date.toString() : instantText(instantOfRow(named, zone));
  return `${seriesId}_${text.replace(/[-:]/g, '')}`;
}

/** Names an instance within a series that starts so, in whatever form the instance was named. */
export function instanceName(original: RowTime, start: RowTime): string {
  return instantOfRow(inFormOf(original, start), 'UTC').toString();
}

/** Whether two say the same moment in the same way: a time in no zone is that of any clock that shows it. */
export function isSameTime(one: RowTime, other: RowTime): boolean {
  if ((one.kind === 'date') !== (other.kind === 'date')) return false;
  if (one.kind === 'floating' || other.kind === 'floating') return wallOf(one).equals(wallOf(other));
  return instantOfRow(one, 'UTC').equals(instantOfRow(other, 'UTC')) && zoneOf(one) === zoneOf(other);
}

function wallOf(time: RowTime): Temporal.PlainDateTime {
  if (time.kind === 'floating') return time.wall;
  if (time.kind === 'date') return time.date.toPlainDateTime();
  return (time.kind === 'utc' ? time.at.toZonedDateTimeISO('UTC') : time.at).toPlainDateTime();
}

const zoneOf = (time: RowTime): string => (time.kind === 'zoned' ? time.at.timeZoneId : 'UTC');
