import type { EventInput } from '@fullcalendar/react';
import { Temporal } from 'temporal-polyfill';

/** The hours of a working day, which are on paper in any case. */
const USUAL = { from: 9, to: 18 };

/**
 * From which hour to which there is something, as FullCalendar takes them: on paper the rest of the day would be empty.
 * @param zone in which times are shown, an IANA name
 */
export function hoursInUse(events: readonly EventInput[], zone: string) {
  let { from, to } = USUAL;
  for (const { start, end, allDay } of events) {
    if (allDay === true || typeof start !== 'string' || typeof end !== 'string') continue;
    const [first, last] = [clockOf(start, zone), clockOf(end, zone)];
    const isOneDay = first.toPlainDate().equals(last.subtract({ minutes: 1 }));
    const endsAt = last.toPlainDate().equals(first) ? last.hour + Math.ceil(last.minute / 60) : 24;
    from = Math.min(from, isOneDay ? first.hour : 0);
    to = Math.max(to, isOneDay ? endsAt : 24);
  }
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00:00`;
  return { slotMinTime: hour(from), slotMaxTime: hour(to) };
}

/** Instants are told by their Z; the columns of artists have clocks of no zone. */
const clockOf = (text: string, zone: string): Temporal.PlainDateTime =>
  text.endsWith('Z')
    ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime()
    : Temporal.PlainDateTime.from(text);
