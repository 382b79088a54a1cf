import { statement } from '../statement.ts';

/** One that lives on in another calendar under its UID was moved there, and its booking with it. */
export const openEntries = statement({
  text: `SELECT b.object_id AS id FROM booking b
     WHERE b.object_id = ANY ($objectIds) AND b.state IN ('REQUESTED', 'CONFIRMED')
       AND NOT EXISTS (SELECT 1 FROM calendar_object x WHERE x.uid = b.uid AND x.id <> b.object_id)`,
  params: { objectIds: 'uuid[]' },
  row: { id: 'uuid!' },
});

/** Moved or not. */
export const openBookingsOf = statement({
  text: `SELECT id FROM booking WHERE object_id = ANY ($objectIds) AND state IN ('REQUESTED', 'CONFIRMED') LIMIT 1`,
  params: { objectIds: 'uuid[]' },
  row: { id: 'uuid' },
});

export const calendarsOfRequests = statement({
  text: `SELECT DISTINCT calendar_id AS "calendarId" FROM booking
     WHERE calendar_id = ANY ($calendarIds) AND state = 'REQUESTED'`,
  params: { calendarIds: 'uuid[]' },
  row: { calendarId: 'uuid!' },
});
