import { entryPatch } from '@atelier/booking/entry/entry-fields';
import { editEvent } from '@atelier/calendar/edit/edit-event';
import { unfitBase } from '@atelier/calendar/edit/unfit-base';
import { type BookingRow, patchBooking } from '@atelier/database/booking/booking-store';
import type { CalendarPlace } from '@atelier/database/calendar/calendar-place';
import type { Transaction } from '@atelier/database/transaction';
import { saveLocal } from '@atelier/sync/mirror/local-write';
import { bookingEntry } from './booking-entry.ts';
import { type CurrentEntry, currentEntry } from './current-entry.ts';
import { authorship, type EntryContext, removeEntry, revisionOf, writeEntry } from './write-entry.ts';

export interface ChangeContext extends Omit<EntryContext, 'place'> {
  /** Where its event is; null when the calendar is gone: the booking stands all the same. */
  readonly place: CalendarPlace | null;
  readonly fromCalendar: boolean;
}

const KEPT: readonly BookingRow['state'][] = ['REQUESTED', 'CONFIRMED', 'COMPLETED', 'NO_SHOW'];

/** Brings the event of a booking to what the booking now says; what the artist wrote into it stays theirs. */
export async function changeEntry(
  transaction: Transaction,
  booking: BookingRow,
  { place, fromCalendar, ...context }: ChangeContext,
): Promise<void> {
  const { objectId, state } = booking;
  if (place === null) return;
  if (objectId === null) {
    // It was deleted there while something else was decided here; a person has looked since, and the booking stands.
    if (state === 'REQUESTED' || state === 'CONFIRMED')
      await writeEntry(transaction, booking, { ...context, place });
    return;
  }
  const current = await currentEntry(transaction, booking);
  if (!current) return;
  if (!KEPT.includes(booking.state)) {
    if (!fromCalendar && unfitBase(current.source, place) !== 'masked')
      await removeEntry(transaction, objectId, { ...context, place });
    return;
  }
  const title = await patchEntry(transaction, booking, current, { ...context, place });
  await patchBooking(transaction, booking.id, {
    calendarId: place.id,
    knownTitle: title,
    knownRequested: booking.state === 'REQUESTED',
    knownStartsAt: booking.startsAt,
    knownEndsAt: booking.endsAt,
    knownRevision: await revisionOf(transaction, booking),
  });
}

/** @returns the title that the event bears now. */
async function patchEntry(
  transaction: Transaction,
  booking: BookingRow,
  current: CurrentEntry,
  context: EntryContext,
): Promise<string> {
  // An event that its owner hides from us, or that is damaged, is theirs; the booking stands.
  if (unfitBase(current.source, context.place) !== null) return current.entry.title;
  const wanted = bookingEntry(booking, context.url);
  const written = {
    ...wanted,
    title: booking.knownTitle ?? wanted.title,
    start: (booking.knownStartsAt ?? booking.startsAt).getTime(),
    end: (booking.knownEndsAt ?? booking.endsAt).getTime(),
  };
  const patch = entryPatch({ wanted, written, current: current.entry }, context.zone);
  if (Object.keys(patch).length === 0) return current.entry.title;
  const edited = editEvent(
    current.source,
    patch,
    { scope: 'all' },
    {
      now: context.now.toTemporalInstant(),
      zone: context.place.timeZone,
      newUid: context.newId(),
      invite: false,
    },
  );
  // An event that the artist has made into something that cannot be edited is theirs; the booking stands.
  if (!edited.ok || edited.text === null) return current.entry.title;
  await saveLocal(transaction, { ...authorship(context), objectId: current.id, source: edited.text });
  return patch.summary ?? current.entry.title;
}
