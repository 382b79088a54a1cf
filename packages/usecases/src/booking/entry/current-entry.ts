import type { CalendarEntry } from '@atelier/booking/entry/calendar-entry';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Queryable } from '@atelier/database/database';
import { findEventStart } from '@atelier/database/object/event-lookup';

/** The event of a booking as the calendar has it. */
export interface CurrentEntry {
  readonly id: string;
  readonly calendarId: string;
  readonly source: string;
  /** Never the same for two versions of an event. */
  readonly revision: number;
  readonly recurring: boolean;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly entry: CalendarEntry;
}

/** Null when it is gone; another event that has taken its place at the provider, under its address, is not it. */
export async function currentEntry(
  source: Queryable,
  { objectId, uid }: Pick<BookingRow, 'objectId' | 'uid'>,
): Promise<CurrentEntry | null> {
  const row = objectId === null ? null : await findEventStart(source, { id: objectId, uid });
  if (!row) return null;
  const { component, startsAt, endsAt, allDay, ...object } = row;
  return {
    ...object,
    allDay: allDay ?? false,
    cancelled: component?.status === 'cancelled',
    entry: {
      title: component?.summary ?? '',
      description: component?.description ?? '',
      start: startsAt?.getTime() ?? Number.NaN,
      end: endsAt?.getTime() ?? Number.NaN,
    },
  };
}
