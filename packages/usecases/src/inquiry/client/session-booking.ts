import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { InquiryRow } from '@atelier/database/inquiry/inquiry-store';
import { answerDue } from '../../booking/request/answer-due.ts';
import { UNWRITTEN } from '../../booking/request/new-booking.ts';

/** What was chosen. */
export interface ChosenSession {
  readonly id: string;
  readonly artistId: string;
  readonly number: number;
  /** As the artist's calendar says it. */
  readonly name: string;
  readonly start: Date;
  readonly end: Date;
  /** Whether every calendar that blocks was asked just now. */
  readonly verified: boolean;
  /** Why the time may not be free after all; null when there is no doubt. */
  readonly doubt: BookingRow['trouble'];
  /** Of the artist. */
  readonly noticeMinutes: number;
  readonly now: Date;
}

/**
 * The appointment that a choice comes to. The artist has offered the time, so it is confirmed at once, unless a calendar
 * could not be asked or followed: then it is a request (B8, T4). What was agreed on for the whole is said with the first session.
 */
export function sessionBooking(inquiry: InquiryRow, chosen: ChosenSession): BookingRow {
  const { id, artistId, number, name, start, end, verified, doubt, noticeMinutes, now } = chosen;
  const certain = verified && doubt === null;
  return {
    ...UNWRITTEN,
    id,
    uid: id,
    artistId,
    serviceId: null,
    chairId: null,
    seriesId: null,
    state: certain ? 'CONFIRMED' : 'REQUESTED',
    startsAt: start,
    endsAt: end,
    bufferBefore: 0,
    bufferAfter: 0,
    serviceName: name,
    price: number === 1 ? inquiry.quote : '',
    deposit: number === 1 ? inquiry.deposit : '',
    clientName: inquiry.clientName,
    clientEmail: inquiry.clientEmail,
    clientPhone: inquiry.clientPhone,
    clientZone: inquiry.clientZone,
    language: inquiry.language,
    note: noteOf(inquiry),
    answers: {},
    alternativeStart: null,
    unverified: !verified,
    trouble: doubt,
    expiresAt: certain ? null : answerDue(now, start, noticeMinutes),
    createdAt: now,
    updatedAt: now,
  };
}

/** The idea first: it is what the artist knows the work by. */
function noteOf({ idea, placement, size, style }: InquiryRow): string {
  const details = [placement, size, style].filter((detail) => detail !== '').join(' · ');
  return details === '' ? idea : `${idea}\n${details}`;
}
