import { statement } from '../statement.ts';

export const touchingObjects = statement({
  text: `SELECT source, private FROM calendar_object
     WHERE calendar_id = $calendarId AND quarantined IS NULL AND source <> ''
       AND first_start < $to AND (last_end IS NULL OR last_end >= $from)
     ORDER BY href`,
  params: { calendarId: 'uuid', from: 'timestamptz', to: 'timestamptz' },
  row: { source: 'text', private: 'bool' },
});
