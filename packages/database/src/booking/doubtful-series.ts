import { OWNER_ADDRESSES } from '../calendar/owner-addresses.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** A series of which not all instances are known, in a calendar that blocks. */
export interface DoubtfulSeries {
  readonly source: string;
  readonly timeZone: string;
  readonly ownerAddresses: readonly string[];
}

/** Those that have begun before an instant, in the calendars that block an artist's time. */
export function doubtfulSeries(
  query: Database['query'] | Transaction['query'],
  artistId: string,
  before: Date,
): Promise<readonly DoubtfulSeries[]> {
  return query<DoubtfulSeries>(
    `SELECT x.source, calendar.time_zone AS "timeZone", ${OWNER_ADDRESSES}
     FROM calendar JOIN calendar_object x ON x.calendar_id = calendar.id
     WHERE (calendar.id = (SELECT calendar_id FROM artist WHERE id = $1)
         OR EXISTS (SELECT 1 FROM blocking_calendar b WHERE b.artist_id = $1 AND b.calendar_id = calendar.id))
       AND x.flags <> '{}' AND x.flags && ARRAY['invalid-rule', 'too-complex', 'too-many']
       AND x.quarantined IS NULL AND (x.first_start IS NULL OR x.first_start < $2)
     ORDER BY x.id LIMIT 200`,
    [artistId, before],
  );
}
