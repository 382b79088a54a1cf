import { foldLine } from '@atelier/calendar/edit/text/fold-line';
import { PRODUCT } from '@atelier/calendar/edit/text/product';
import { textValue } from '@atelier/calendar/edit/text/text-value';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { nearestLanguage } from '@atelier/words/language';
import { MAIL_WORDS } from '@atelier/words/mail/mail-words';
import { greetingName } from '../../mail/greeting-name.ts';
import { oneLine } from '../../mail/one-line.ts';
import { placeOf } from '../../studio/contact.ts';
import { addressOf } from '../../studio/sender.ts';
import type { Studio } from '../../studio/studio.ts';

export interface CalendarFileFacts {
  readonly bookings: readonly BookingRow[];
  readonly artist: string;
  readonly studio: Studio;
  /** Where the client sees and changes it; null where this mail has no link. */
  readonly link: string | null;
  /** `mail`: the studio sends it; `file`: the client has fetched it. */
  readonly as: 'mail' | 'file';
}

const LINE_END = '\r\n';
const OVER: readonly BookingRow['state'][] = ['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED'];

/**
 * A client's bookings for their own calendar (RFC 5545, 5546). One that is mailed is a REQUEST of the studio, or a CANCEL:
 * Gmail, Outlook and Apple's Calendar then bring it up to date, and take it out, by themselves. One that the client
 * fetches is PUBLISHed, for nobody has asked anything of them; and so are several sessions in one mail, for a REQUEST is
 * of one UID (3.2.2). Without a sender there is no ORGANIZER, which each of them needs: it is then a plain file.
 *
 * Times are UTC, so that no zone has to be defined. UID and SEQUENCE stay with the booking: a later file replaces an
 * earlier one. The same booking gives the same text, to the octet.
 */
export function calendarFile(facts: CalendarFileFacts): string {
  const method = methodOf(facts);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    PRODUCT,
    'CALSCALE:GREGORIAN',
    ...(method === null ? [] : [`METHOD:${method}`]),
    ...facts.bookings.flatMap((booking) => eventLines(booking, facts, method)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line, LINE_END)).join('');
}

type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH';

function methodOf({ bookings: [first, ...more], studio, as }: CalendarFileFacts): Method | null {
  if (studio.sender === null || first === undefined) return null;
  if (as === 'file' || more.length > 0) return 'PUBLISH';
  return OVER.includes(first.state) ? 'CANCEL' : 'REQUEST';
}

function eventLines(booking: BookingRow, facts: CalendarFileFacts, method: Method | null): readonly string[] {
  const { studio, link } = facts;
  const stamp = utc(booking.updatedAt);
  const place = placeOf(studio);
  const description = descriptionOf(booking, facts);
  return [
    'BEGIN:VEVENT',
    `UID:${clientUid(booking)}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${booking.version - 1}`,
    `DTSTART:${utc(booking.startsAt)}`,
    `DTEND:${utc(booking.endsAt)}`,
    `STATUS:${statusOf(booking.state)}`,
    `SUMMARY:${textValue(title(booking, facts.artist))}`,
    ...(place === null ? [] : [`LOCATION:${textValue(oneLine(place, 400))}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${textValue(description)}`]),
    ...(link === null ? [] : [`URL:${link}`]),
    ...peopleLines(booking, studio, method),
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/** Whoever has a request in their calendar sees that it is one; what is over is struck out there. */
function statusOf(state: BookingRow['state']): string {
  if (state === 'REQUESTED') return 'TENTATIVE';
  return OVER.includes(state) ? 'CANCELLED' : 'CONFIRMED';
}

/**
 * The client is not asked to answer: they have chosen it themselves, and what they want to change goes by the link. A
 * stranger may have typed the address, so their name is said only where it looks like one (B10).
 */
function peopleLines(
  { clientEmail, clientName, state }: BookingRow,
  { sender, name }: Studio,
  method: Method | null,
): readonly string[] {
  if (sender === null || method === null) return [];
  const organizer = `ORGANIZER${commonName(name)}:mailto:${addressOf(sender)}`;
  if (method === 'PUBLISH') return [organizer];
  const standing = state === 'REQUESTED' ? 'TENTATIVE' : 'ACCEPTED';
  const attendee = `ATTENDEE${commonName(greetingName(clientName))};ROLE=REQ-PARTICIPANT;PARTSTAT=${standing};RSVP=FALSE`;
  return [organizer, `${attendee}:mailto:${oneLine(clientEmail, 254)}`];
}

/** A parameter's value is quoted, and may hold no quote of its own (RFC 5545, 3.2). */
function commonName(name: string): string {
  const plain = oneLine(name, 80).replaceAll('"', '’');
  return plain === '' ? '' : `;CN="${plain}"`;
}

/** Nothing that anybody else has typed: it is where the link stands. */
function descriptionOf({ state, language }: BookingRow, { studio, link, as }: CalendarFileFacts): string {
  const { calendar, facts, links } = MAIL_WORDS[nearestLanguage(language)].booking;
  return [
    state === 'REQUESTED' ? calendar.unconfirmed : null,
    link === null ? null : `${links.look}\n${link}`,
    studio.phone === null ? null : `${facts.phone}${studio.phone}`,
    as === 'mail' && studio.sender !== null && !studio.senderRead ? calendar.unread : null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/**
 * Not that of the event in the artist's calendar: an artist who opens a client's file would else have two events of one
 * UID, which servers refuse (RFC 4791, 5.3.2.1), or overwrite the one that the booking is followed by.
 */
function clientUid({ uid }: BookingRow): string {
  return `${uid}-client`;
}

function title({ serviceName, state, language }: BookingRow, artist: string): string {
  const words = MAIL_WORDS[nearestLanguage(language)].booking;
  const [service, name] = [oneLine(serviceName, 80), oneLine(artist, 80)];
  return state === 'REQUESTED' ? words.calendar.request(service, name) : words.withArtist(service, name);
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
