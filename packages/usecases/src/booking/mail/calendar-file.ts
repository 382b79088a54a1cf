import { foldLine } from '@atelier/calendar/edit/fold-line';
import { PRODUCT } from '@atelier/calendar/edit/product';
import { textValue } from '@atelier/calendar/edit/text-value';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { mailLanguage } from './mail-language.ts';
import { MAIL_WORDS } from './mail-words.ts';
import { oneLine } from './one-line.ts';

const LINE_END = '\r\n';

/** Whoever has a request in their calendar sees that it is one; what is over is struck out there. */
const STATUS: Readonly<Record<BookingRow['state'], string>> = {
  REQUESTED: 'TENTATIVE',
  CONFIRMED: 'CONFIRMED',
  COMPLETED: 'CONFIRMED',
  NO_SHOW: 'CONFIRMED',
  DECLINED: 'CANCELLED',
  EXPIRED: 'CANCELLED',
  WITHDRAWN: 'CANCELLED',
  CANCELLED: 'CANCELLED',
};

/**
 * A client's bookings as a calendar file (RFC 5545). Without METHOD: it is a file to be imported and no invitation,
 * which would need an organizer's address (RFC 5546, 3.2.1) and is not editable afterwards in some apps. Times are UTC,
 * so that no zone has to be defined. UID and SEQUENCE stay with the booking: a later file replaces an earlier one. The
 * same booking gives the same text, to the octet.
 */
export function calendarFile(bookings: readonly BookingRow[], artist: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    PRODUCT,
    'CALSCALE:GREGORIAN',
    ...bookings.flatMap((booking) => eventLines(booking, artist)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line, LINE_END)).join('');
}

function eventLines(booking: BookingRow, artist: string): readonly string[] {
  const stamp = utc(booking.updatedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${clientUid(booking)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${booking.version - 1}`,
    `DTSTART:${utc(booking.startsAt)}`,
    `DTEND:${utc(booking.endsAt)}`,
    `STATUS:${STATUS[booking.state]}`,
    `SUMMARY:${textValue(title(booking, artist))}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/**
 * Not that of the event in the artist's calendar: an artist who opens a client's file would else have two events of one
 * UID, which servers refuse (RFC 4791, 5.3.2.1), or overwrite the one that the booking is followed by.
 */
function clientUid({ uid }: BookingRow): string {
  return `${uid}-client`;
}

function title({ serviceName, state, language }: BookingRow, artist: string): string {
  const words = MAIL_WORDS[mailLanguage(language)];
  const [service, name] = [oneLine(serviceName, 80), oneLine(artist, 80)];
  return state === 'REQUESTED' ? words.calendar.request(service, name) : words.withArtist(service, name);
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
