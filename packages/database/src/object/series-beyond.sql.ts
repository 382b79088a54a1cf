import { OWNER_ADDRESSES } from '../calendar/owner-addresses.ts';
import { statement } from '../statement.ts';
import { COVERS } from './covers.ts';

export const uncoveredSeries = statement({
  text: `SELECT x.id, x.calendar_id AS "calendarId", x.uid, x.source, calendar.time_zone AS "timeZone", ${OWNER_ADDRESSES}
     FROM calendar JOIN calendar_object x ON x.calendar_id = calendar.id
     WHERE calendar.id = ANY ($calendarIds) AND NOT ${COVERS} AND x.recurring AND x.first_start < $to
       AND (x.last_end IS NULL OR x.last_end > $from) ORDER BY x.id`,
  params: { calendarIds: 'uuid[]', from: 'timestamptz', to: 'timestamptz' },
  row: {
    id: 'uuid',
    calendarId: 'uuid',
    uid: 'text',
    source: 'text',
    timeZone: 'text',
    ownerAddresses: 'text[]',
  },
});
