import { statement } from '../statement.ts';

/** The calendar first, as whoever writes objects does, so that nobody waits in a circle. */
export const holdCalendar = statement({
  text: `SELECT c.id FROM calendar c JOIN source s ON s.id = c.id
    WHERE c.id = $id AND s.lease_owner = $token FOR UPDATE OF c, s`,
  params: { id: 'uuid', token: 'uuid' },
  row: { id: 'uuid' },
});
