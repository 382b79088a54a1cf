import type { EventComponent, Flag } from '@atelier/calendar/occurrence';
import { known, statement } from '../statement.ts';
import { OCCURRENCE, occurrence } from './shown-occurrence.ts';

/** Long occurrences are looked for apart, so that the index on the start serves all others. */
export const touchingOccurrences = statement({
  text: `WITH touching AS (
       SELECT o.* FROM occurrence o WHERE o.calendar_id = ANY ($calendarIds)
         AND o.starts_at >= $from::timestamptz - interval '8 days' AND o.starts_at < $to
         AND (o.ends_at > $from OR o.starts_at >= $from) AND o.ends_at - o.starts_at <= interval '8 days'
       UNION ALL
       SELECT o.* FROM occurrence o WHERE o.calendar_id = ANY ($calendarIds)
         AND o.ends_at > $from AND o.starts_at < $to AND o.ends_at - o.starts_at > interval '8 days')
     SELECT ${OCCURRENCE}
     FROM touching o JOIN calendar_object x ON x.id = o.object_id AND (x.recurring IS NOT TRUE OR $recurring)
     ORDER BY o.starts_at, o.ends_at, o.object_id, o.ordinal LIMIT $limit`,
  params: {
    calendarIds: 'uuid[]',
    from: 'timestamptz',
    to: 'timestamptz',
    recurring: 'bool',
    limit: 'int8?',
  },
  row: occurrence,
});

const WHOLE = `SELECT id, calendar_id AS "calendarId", href, uid, etag, source, components, flags, recurring, quarantined,
    private, revision
  FROM calendar_object`;

const whole = {
  id: 'uuid',
  calendarId: 'uuid',
  href: 'text',
  uid: 'text',
  etag: 'text?',
  source: 'text',
  components: known<readonly EventComponent[]>('jsonb'),
  flags: known<readonly Flag[]>('text[]'),
  recurring: 'bool',
  quarantined: 'text?',
  private: 'bool',
  revision: 'int8',
} as const;

export const wholeObject = statement({ text: `${WHOLE} WHERE id = $id`, params: { id: 'uuid' }, row: whole });

export const wholeObjectsOf = statement({
  text: `${WHOLE} WHERE calendar_id = $calendarId ORDER BY href`,
  params: { calendarId: 'uuid' },
  row: whole,
});

export const flaggedOf = statement({
  text: `SELECT id, coalesce(components -> 0 ->> 'summary', '') AS summary, flags, private
     FROM calendar_object WHERE calendar_id = $calendarId AND flags <> '{}'
     ORDER BY first_start DESC NULLS LAST, id LIMIT 200`,
  params: { calendarId: 'uuid' },
  row: { id: 'uuid', summary: 'text', flags: known<readonly Flag[]>('text[]'), private: 'bool' },
});
