import type { EventComponent, Flag } from '@atelier/calendar/occurrence';
import { OWNER_ADDRESSES } from '../calendar/owner-addresses.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** What the reading of a calendar's texts depends on, and how they were read last. */
export interface CalendarReading {
  readonly id: string;
  readonly timeZone: string;
  readonly ownerAddresses: readonly string[];
  readonly readAs: string | null;
}

export function calendarReadings({ query }: Pick<Database, 'query'>): Promise<readonly CalendarReading[]> {
  return query<CalendarReading>(
    `SELECT id, time_zone AS "timeZone", read_as AS "readAs", ${OWNER_ADDRESSES} FROM calendar ORDER BY id`,
  );
}

export async function setReadAs(
  { query }: Pick<Database, 'query'>,
  { id, readAs }: Pick<CalendarReading, 'id' | 'readAs'>,
): Promise<void> {
  await query('UPDATE calendar SET read_as = $2 WHERE id = $1', [id, readAs]);
}

/** A stored text with what was read from it. */
export interface ReadText {
  readonly id: string;
  readonly href: string;
  readonly etag: string | null;
  readonly source: string;
  readonly components: readonly EventComponent[];
  readonly flags: readonly Flag[];
  /** `start end busy` of each occurrence in order, instants in ms. */
  readonly occurrences: readonly string[];
}

/** Readable objects of a calendar after a given id, in pages. */
export function textsAfter(
  { query }: Pick<Transaction, 'query'>,
  calendarId: string,
  after: string | null,
  limit: number,
): Promise<readonly ReadText[]> {
  return query<ReadText>(
    `SELECT id, href, etag, source, components, flags, ARRAY(
       SELECT round(extract(epoch FROM starts_at) * 1000)::bigint || ' ' || round(extract(epoch FROM ends_at) * 1000)::bigint
         || ' ' || busy
       FROM occurrence o WHERE o.object_id = x.id ORDER BY starts_at, ends_at, busy) AS occurrences
     FROM calendar_object x
     WHERE calendar_id = $1 AND quarantined IS NULL AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    [calendarId, after, limit],
  );
}
