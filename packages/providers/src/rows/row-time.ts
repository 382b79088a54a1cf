import type { RowTime } from './series-rows.ts';

/** For order and comparison; a date and a floating time are read in `zone`, an IANA name. */
export function instantOfRow(time: RowTime, zone: string): Temporal.Instant {
  switch (time.kind) {
    case 'date':
      return time.date.toZonedDateTime(zone).toInstant();
    case 'utc':
      return time.at;
    case 'zoned':
      return time.at.toInstant();
    case 'floating':
      return time.wall.toZonedDateTime(zone).toInstant();
  }
}

/**
 * The same moment as `model` writes its own: what names an instance is written as the start of its series is
 * (RFC 5545, 3.8.4.4). A date is never made a time, and no time a date but where the series is one of dates.
 */
export function inFormOf(time: RowTime, model: RowTime): RowTime {
  if (time.kind === model.kind && time.kind !== 'zoned') return time;
  switch (model.kind) {
    case 'date':
      return { kind: 'date', date: dateOf(time) };
    case 'utc':
      return { kind: 'utc', at: instantOfRow(time, 'UTC') };
    case 'zoned': {
      const zone = model.at.timeZoneId;
      return { kind: 'zoned', at: instantOfRow(time, zone).toZonedDateTimeISO(zone) };
    }
    case 'floating':
      return { kind: 'floating', wall: wallOf(time) };
  }
}

/** Providers that name instances of whole days by an instant mean midnight in UTC. */
function dateOf(time: RowTime): Temporal.PlainDate {
  return time.kind === 'date' ? time.date : wallOf(time).toPlainDate();
}

function wallOf(time: RowTime): Temporal.PlainDateTime {
  switch (time.kind) {
    case 'date':
      return time.date.toPlainDateTime();
    case 'utc':
      return time.at.toZonedDateTimeISO('UTC').toPlainDateTime();
    case 'zoned':
      return time.at.toPlainDateTime();
    case 'floating':
      return time.wall;
  }
}

/** `DTSTART;TZID=Europe/Zurich:20260105T100000`, and so for the other kinds (RFC 5545, 3.3.4 and 3.3.5). */
export function rowTimeLine(name: string, time: RowTime): string {
  switch (time.kind) {
    case 'date':
      return `${name};VALUE=DATE:${basic(time.date.toString())}`;
    case 'utc':
      return `${name}:${utcValue(time.at)}`;
    case 'zoned': {
      // A clock has no name for the second of two equal readings: UTC has.
      const said = time.at.toPlainDateTime().toZonedDateTime(time.at.timeZoneId);
      if (!said.equals(time.at)) return `${name}:${utcValue(time.at.toInstant())}`;
      return `${name};TZID=${time.at.timeZoneId}:${basicTime(time.at.toPlainDateTime())}`;
    }
    case 'floating':
      return `${name}:${basicTime(time.wall)}`;
  }
}

/** `20260329T083000Z`. */
export function utcValue(at: Temporal.Instant): string {
  return basic(at.toString({ smallestUnit: 'second' }));
}

function basicTime(wall: Temporal.PlainDateTime): string {
  return basic(wall.toString({ smallestUnit: 'second' }));
}

function basic(text: string): string {
  return text.replace(/[-:]/g, '');
}
