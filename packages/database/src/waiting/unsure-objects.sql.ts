import type { Flag } from '@atelier/calendar/occurrence';
import { known, statement } from '../statement.ts';

/** Unreadable ones first; as long as they stay the same, what somebody has looked at waits no more. */
export const unsureIn = statement({
  text: `SELECT id, calendar_id AS "calendarId", href, coalesce(components -> 0 ->> 'summary', '') AS summary,
       quarantined AS reason, flags, first_start AS "start", updated_at AS since, private
     FROM calendar_object WHERE calendar_id = ANY ($calendarIds) AND (quarantined IS NOT NULL OR flags <> '{}')
       AND looked_revision IS DISTINCT FROM revision
     ORDER BY quarantined IS NULL, updated_at DESC, id LIMIT $limit`,
  params: { calendarIds: 'uuid[]', limit: 'int8' },
  row: {
    id: 'uuid',
    calendarId: 'uuid',
    href: 'text',
    summary: 'text',
    /** Why it could not be read; null when it could. */
    reason: 'text?',
    flags: known<readonly Flag[]>('text[]'),
    start: 'timestamptz?',
    since: 'timestamptz',
    private: 'bool',
  },
});

export const markLooked = statement({
  text: 'UPDATE calendar_object SET looked_revision = revision WHERE id = ANY ($ids)',
  params: { ids: 'uuid[]' },
  row: {},
});
