import type { EventTime } from '@atelier/calendar/edit/text/event-fields';
import { InvalidArgumentError } from 'commander';

export interface TimeReading {
  readonly allDay: boolean;
  /** IANA zone that the event is kept in, and that times without an offset are read in. */
  readonly zone: string;
}

/** `2026-03-29T10:00+02:00`, a local time, or a date for an all-day event. */
export function eventTime(text: string, { allDay, zone }: TimeReading): EventTime {
  try {
    if (allDay) return { date: near(Temporal.PlainDate.from(text)).toString() };
    return { local: near(localTime(text, zone)).toString({ smallestUnit: 'second' }), zone };
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw error;
    throw new InvalidArgumentError(
      `“${text}” is not a ${allDay ? 'date' : 'time'}, or “${zone}” is no zone.`,
    );
  }
}

function localTime(text: string, zone: string): Temporal.PlainDateTime {
  if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) {
    return Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime();
  }
  if (/^\d{4}-?\d\d-?\d\d$/.test(text))
    throw new InvalidArgumentError(`“${text}” needs a time of day, or --all-day.`);
  return Temporal.PlainDateTime.from(text);
}

function near<T extends { readonly year: number }>(time: T): T {
  if (time.year >= 1900 && time.year < 2200) return time;
  throw new InvalidArgumentError('This is too far away: times lie between 1900 and 2200.');
}

/** An all-day event that ends on the day that it starts lasts that one day. */
export function eventEnd(text: string, start: EventTime, reading: TimeReading): EventTime {
  const end = eventTime(text, reading);
  if (!('date' in end) || !('date' in start) || end.date !== start.date) return end;
  return { date: Temporal.PlainDate.from(end.date).add({ days: 1 }).toString() };
}
