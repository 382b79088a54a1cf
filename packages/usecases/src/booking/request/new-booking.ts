import type { Slot } from '@atelier/booking/slots/slot-query';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import { isTimeZone } from '../../time-zone.ts';
import type { Offer } from '../availability/offer.ts';
import { answerDue } from './answer-due.ts';
import type { BookingRequest } from './booking-request.ts';

/** What the check has found for a wish. */
interface Found {
  readonly slot: Slot;
  readonly chairId: string | null;
  readonly verified: boolean;
  /** Why the time may not be free after all; null when there is no doubt. */
  readonly doubt?: BookingRow['trouble'];
  readonly now: Date;
  /** Made by the studio, whose word it is whether it stands. */
  readonly studio?: { readonly confirmed: boolean; readonly seriesId: string | null };
}

/**
 * The booking that a wish comes to. A calendar that could not be asked (B8), or a series in it that nobody can follow
 * (T4), makes it a request, whatever the settings say.
 */
export function newBooking(
  newId: () => string,
  { artist, service }: Offer,
  {
    input,
    client,
    note,
    answers = {},
  }: Pick<BookingRequest, 'input' | 'client' | 'note'> & Partial<Pick<BookingRequest, 'answers'>>,
  { slot, chairId, verified, doubt = null, now, studio }: Found,
): BookingRow {
  const id = newId();
  const confirms =
    studio?.confirmed ?? (verified && doubt === null && (service.autoConfirm ?? artist.autoConfirm));
  return {
    ...UNWRITTEN,
    id,
    artistId: artist.id,
    serviceId: service.id,
    chairId,
    seriesId: studio?.seriesId ?? null,
    state: confirms ? 'CONFIRMED' : 'REQUESTED',
    startsAt: new Date(slot.start),
    endsAt: new Date(slot.end),
    bufferBefore: service.bufferBefore,
    bufferAfter: service.bufferAfter,
    serviceName: service.name,
    price: service.price,
    deposit: service.deposit,
    clientName: client.name,
    clientEmail: client.email,
    clientPhone: client.phone,
    clientZone: input.zone && isTimeZone(input.zone) ? input.zone : null,
    language: input.language ?? 'en',
    note,
    answers,
    alternativeStart: input.alternativeStart ?? null,
    unverified: !verified,
    trouble: doubt,
    uid: id,
    expiresAt: confirms
      ? null
      : answerDue(now, new Date(slot.start), service.noticeMinutes ?? artist.noticeMinutes),
    createdAt: now,
    updatedAt: now,
  };
}

/** Of a booking that no calendar has seen yet. */
export const UNWRITTEN = {
  version: 1,
  calendarId: null,
  objectId: null,
  knownTitle: null,
  knownRequested: true,
  knownStartsAt: null,
  knownEndsAt: null,
  knownRevision: null,
  trouble: null,
  turn: 'ARTIST',
} as const;
