import { type RemoteChange, readRemoteChange } from '@atelier/booking/entry/read-remote-change';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { CurrentEntry } from './current-entry.ts';

/** What the artist meant by what they did to the event of a booking since both sides last agreed (B9). */
export function remoteChangeOf(booking: BookingRow, current: CurrentEntry | null): RemoteChange {
  const known = {
    title: booking.knownTitle ?? '',
    requested: booking.knownRequested,
    start: (booking.knownStartsAt ?? booking.startsAt).getTime(),
    end: (booking.knownEndsAt ?? booking.endsAt).getTime(),
  };
  const { state, startsAt, endsAt } = booking;
  const before = { state, start: startsAt.getTime(), end: endsAt.getTime() };
  return readRemoteChange(before, known, current && remoteEntry(current));
}

/**
 * Whether somebody changed what the event is about: its time, its title, whether it stands. That its text was stored
 * anew, as by a server that rewrites what it is given and is read back, is no change.
 */
export function isChanged(booking: BookingRow, current: CurrentEntry | null): boolean {
  const title = current?.entry.title ?? null;
  return title !== booking.knownTitle || remoteChangeOf(booking, current).kind !== 'nothing';
}

function remoteEntry({ entry, allDay, recurring, cancelled }: CurrentEntry) {
  return { title: entry.title, start: entry.start, end: entry.end, allDay, recurring, cancelled };
}
