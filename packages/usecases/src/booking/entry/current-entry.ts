import type { CalendarEntry } from '@atelier/booking/calendar-entry';
import type { EventComponent } from '@atelier/calendar/occurrence';
import type { BookingRow } from '@atelier/database/booking/booking-store';
import type { Transaction } from '@atelier/database/transaction';

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

interface ObjectRow {
  readonly id: string;
  readonly calendarId: string;
  readonly source: string;
  readonly revision: number;
  readonly recurring: boolean;
  readonly component: EventComponent | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly allDay: boolean | null;
}

/** Null when it is gone; another event that has taken its place at the provider, under its address, is not it. */
export async function currentEntry(
  { query }: Pick<Transaction, 'query'>,
  { objectId, uid }: Pick<BookingRow, 'objectId' | 'uid'>,
): Promise<CurrentEntry | null> {
  const [row] = await query<ObjectRow>(
    `SELECT x.id, x.calendar_id AS "calendarId", x.source, x.revision, x.recurring, x.components -> 0 AS component,
       o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.all_day AS "allDay"
     FROM calendar_object x
     LEFT JOIN LATERAL (SELECT * FROM occurrence WHERE object_id = x.id ORDER BY starts_at LIMIT 1) o ON true
     WHERE x.id = $1 AND x.uid = $2`,
    [objectId, uid],
  );
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
