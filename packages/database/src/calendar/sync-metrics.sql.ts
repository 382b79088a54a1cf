import { statement } from '../statement.ts';

/** Seconds that the most overdue calendar has been waiting. */
export const lagOfSync = statement({
  text: `SELECT extract(epoch FROM greatest(max(now() - next_sync_at), interval '0'))::float8 AS seconds FROM calendar
     WHERE enabled AND connection_id IS NOT NULL`,
  params: {},
  row: { seconds: 'float8?' },
});
