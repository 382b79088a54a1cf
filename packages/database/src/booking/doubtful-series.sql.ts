import { OWNER_ADDRESSES } from '../calendar/owner-addresses.ts';
import { statement } from '../statement.ts';

/** Of which not all instances are known. */
export const seriesInDoubt = statement({
  text: `SELECT x.source, calendar.time_zone AS "timeZone", ${OWNER_ADDRESSES}
     FROM calendar JOIN calendar_object x ON x.calendar_id = calendar.id
     WHERE (calendar.id = (SELECT calendar_id FROM artist WHERE id = $artistId)
         OR EXISTS (SELECT 1 FROM blocking_calendar b WHERE b.artist_id = $artistId AND b.calendar_id = calendar.id))
       AND x.flags <> '{}' AND x.flags && ARRAY['invalid-rule', 'too-complex', 'too-many']
       AND x.quarantined IS NULL AND (x.first_start IS NULL OR x.first_start < $before)
     ORDER BY x.id LIMIT 200`,
  params: { artistId: 'uuid', before: 'timestamptz' },
  row: { source: 'text', timeZone: 'text', ownerAddresses: 'text[]' },
});
