import type { BookingRow } from '@atelier/database/booking/booking-store';

/** A confirmed booking of an hour in Zurich, for tests. */
export function aBooking(more: Partial<BookingRow> = {}): BookingRow {
  const at = new Date('2026-03-10T09:00:00Z');
  return {
    id: '00000000-0000-4000-8000-000000000001',
    artistId: '00000000-0000-4000-8000-000000000002',
    serviceId: null,
    chairId: null,
    seriesId: null,
    state: 'CONFIRMED',
    startsAt: new Date('2026-03-12T09:00:00Z'),
    endsAt: new Date('2026-03-12T10:00:00Z'),
    bufferBefore: 0,
    bufferAfter: 0,
    serviceName: 'Small',
    price: '',
    deposit: '',
    clientName: 'Nora',
    clientEmail: 'nora@example.org',
    clientPhone: null,
    clientZone: null,
    language: 'en',
    note: null,
    answers: {},
    alternativeStart: null,
    version: 1,
    unverified: false,
    calendarId: null,
    objectId: null,
    uid: 'uid',
    knownTitle: null,
    knownRequested: true,
    knownStartsAt: null,
    knownEndsAt: null,
    knownRevision: null,
    trouble: null,
    expiresAt: null,
    createdAt: at,
    updatedAt: at,
    ...more,
  };
}
