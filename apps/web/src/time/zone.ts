import { Temporal } from 'temporal-polyfill';

/** The wall clock of an instant. @param zone IANA name */
export function wallClock(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

export function dateIn(instant: Date, zone: string): Temporal.PlainDate {
  return wallClock(instant, zone).toPlainDate();
}

/** The instant at which a wall clock shows `hour` on a date; hour 24 is the next midnight. */
export function instantAt(date: Temporal.PlainDate, hour: number, zone: string): Date {
  const day = hour === 24 ? date.add({ days: 1 }) : date;
  const time = Temporal.PlainTime.from({ hour: hour % 24 });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}
