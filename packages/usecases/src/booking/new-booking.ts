import type { Slot } from '@atelier/booking/slot-query';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Wish } from './book-slot.ts';
import type { Offer } from './offer.ts';

/** What the check has found for a wish. */
interface Found {
  readonly slot: Slot;
  readonly chairId: string | null;
  readonly verified: boolean;
  readonly now: Date;
}

/** How long a request waits for an answer before its time is free again. */
const ANSWER_DAYS = 7;

/** The booking that a wish comes to. A calendar that could not be asked makes it a request, whatever the settings say (B8). */
export function newBooking(
  newId: () => string,
  { artist, service }: Offer,
  { input, client, note }: Wish,
  { slot, chairId, verified, now }: Found,
): BookingRow {
  const id = newId();
  const confirms = verified && (service.autoConfirm ?? artist.autoConfirm);
  return {
    id,
    artistId: artist.id,
    serviceId: service.id,
    chairId,
    seriesId: null,
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
    clientZone: input.zone ?? null,
    language: input.language ?? 'en',
    note,
    answers: input.answers ?? {},
    alternativeStart: input.alternativeStart ?? null,
    version: 1,
    unverified: !verified,
    calendarId: null,
    objectId: null,
    uid: id,
    knownTitle: null,
    knownRequested: true,
    knownStartsAt: null,
    knownEndsAt: null,
    knownRevision: null,
    trouble: null,
    expiresAt: confirms ? null : new Date(Math.min(now.getTime() + ANSWER_DAYS * DAY_MS, slot.start)),
    createdAt: now,
    updatedAt: now,
  };
}

const DAY_MS = 86_400_000;
