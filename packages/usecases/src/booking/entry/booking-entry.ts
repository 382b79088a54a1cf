import {
  type BookingDetails,
  type CalendarEntry,
  calendarEntry,
} from '@atelier/booking/entry/calendar-entry';
import type { BookingRow } from '@atelier/database/booking/booking-store';

/** What the artist's calendar is to say of a booking. */
export function bookingEntry(booking: BookingRow, url: string): CalendarEntry {
  const details: BookingDetails = {
    state: booking.state,
    start: booking.startsAt.getTime(),
    end: booking.endsAt.getTime(),
    service: booking.serviceName,
    client: { name: booking.clientName, email: booking.clientEmail, phone: booking.clientPhone },
    note: noteOf(booking),
    url: new URL(`/bookings/${booking.id}`, url).href,
  };
  return calendarEntry(details);
}

function noteOf({ note, answers }: BookingRow): string | null {
  const lines = Object.entries(answers).map(([question, answer]) => `${question}: ${answer}`);
  const text = [note ?? '', ...lines].filter((line) => line !== '').join('\n');
  return text === '' ? null : text;
}
