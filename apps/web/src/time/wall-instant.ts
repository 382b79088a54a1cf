import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which a zone's clocks show a time on a date; of a time that comes twice, the first. Null in the hour
 * that the clocks skip, and for a date that does not exist. @param date ISO @param minutes since midnight
 */
export function wallInstant(date: string, minutes: number, zone: string): Date | null {
  try {
    const day = Temporal.PlainDate.from(date);
    const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 });
    const wall = (minutes >= 1_440 ? day.add({ days: 1 }) : day).toPlainDateTime(time);
    const zoned = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return zoned.toPlainDateTime().equals(wall) ? new Date(zoned.epochMilliseconds) : null;
  } catch {
    return null;
  }
}
