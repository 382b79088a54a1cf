import { entryFields } from '@atelier/booking/entry/entry-fields';
import { createEvent } from '@atelier/calendar/edit/create-event';
import { type BookingRow, patchBooking } from '@atelier/database/booking/booking-store';
import type { CalendarPlace } from '@atelier/database/calendar/calendar-place';
import { revisionOf as findRevision } from '@atelier/database/object/event-lookup';
import type { Transaction } from '@atelier/database/transaction';
import { removeLocal, saveLocal } from '@atelier/sync/mirror/local-write';
import { bookingEntry } from './booking-entry.ts';

export interface EntryContext {
  /** The calendar that the event is in, or is to be, locked: at first the one that receives the artist's bookings. */
  readonly place: CalendarPlace;
  /** IANA zone of the artist. */
  readonly zone: string;
  /** Where this installation is reached. */
  readonly url: string;
  readonly actorId: string | null;
  readonly now: Date;
  readonly newId: () => string;
}

/** Writes the event of a new booking into the artist's calendar, and the wish to have it at the provider (B3). */
export async function writeEntry(
  transaction: Transaction,
  booking: BookingRow,
  context: EntryContext,
): Promise<void> {
  const entry = bookingEntry(booking, context.url);
  const instant = context.now.toTemporalInstant();
  const created = createEvent(entryFields(entry, context.zone), { uid: booking.uid, now: instant });
  if (!created.ok) throw new Error(`the event of booking ${booking.id}: ${created.refusal.code}`);
  const objectId = booking.objectId ?? context.newId();
  await saveLocal(transaction, { ...authorship(context), objectId, source: created.text ?? '' });
  await patchBooking(transaction, booking.id, {
    calendarId: context.place.id,
    objectId,
    knownTitle: entry.title,
    knownRequested: booking.state === 'REQUESTED',
    knownStartsAt: booking.startsAt,
    knownEndsAt: booking.endsAt,
    knownRevision: await revisionOf(transaction, { objectId, uid: booking.uid }),
  });
}

/** Takes the event of a booking that is over out of the artist's calendar. */
export async function removeEntry(
  transaction: Transaction,
  objectId: string,
  context: EntryContext,
): Promise<void> {
  await removeLocal(transaction, { ...authorship(context), objectId });
}

/** Null when the event is gone. */
export async function revisionOf(
  transaction: Transaction,
  { objectId, uid }: Pick<BookingRow, 'objectId' | 'uid'>,
): Promise<number | null> {
  return objectId === null ? null : findRevision(transaction, { id: objectId, uid });
}

export function authorship({ place, actorId, now, newId }: EntryContext) {
  return { place, actorId, now, newId };
}
