import type { EventComponent } from '@atelier/calendar/occurrence';
import { known, statement } from '../statement.ts';

/** With its first occurrence, where there is any. */
export const eventWithStart = statement({
  text: `SELECT x.id, x.calendar_id AS "calendarId", x.source, x.revision, x.recurring, x.components -> 0 AS component,
       o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.all_day AS "allDay"
     FROM calendar_object x
     LEFT JOIN LATERAL (SELECT * FROM occurrence WHERE object_id = x.id ORDER BY starts_at LIMIT 1) o ON true
     WHERE x.id = $id AND x.uid = $uid`,
  params: { id: 'uuid', uid: 'text' },
  row: {
    id: 'uuid',
    calendarId: 'uuid',
    source: 'text',
    revision: 'int8',
    recurring: 'bool',
    component: known<EventComponent | null>('jsonb?'),
    startsAt: 'timestamptz?',
    endsAt: 'timestamptz?',
    allDay: 'bool?',
  },
});

export const revisionOfEvent = statement({
  text: 'SELECT revision FROM calendar_object WHERE id = $id AND uid = $uid',
  params: { id: 'uuid', uid: 'text' },
  row: { revision: 'int8' },
});

export const eventOfRevision = statement({
  text: 'SELECT id FROM calendar_object WHERE id = $id AND revision = $revision',
  params: { id: 'uuid', revision: 'int8' },
  row: { id: 'uuid' },
});

export const textOfObject = statement({
  text: `SELECT calendar_id AS "calendarId", href, uid, etag, source, coalesce(components -> 0 ->> 'summary', '') AS summary
     FROM calendar_object WHERE id = $id`,
  params: { id: 'uuid' },
  row: { calendarId: 'uuid', href: 'text', uid: 'text', etag: 'text?', source: 'text', summary: 'text' },
});

/** By its id, or else by its UID. */
export const eventByEither = statement({
  text: `SELECT id, source FROM calendar_object
     WHERE calendar_id = $calendarId AND (id = $objectId OR (uid = $uid AND uid <> ''))
     ORDER BY id = $objectId DESC NULLS LAST LIMIT 1`,
  params: { calendarId: 'uuid', objectId: 'uuid?', uid: 'text' },
  row: { id: 'uuid', source: 'text' },
});

/** Waiting, the text last handed over, else that which the change was made from; null: it was never there. */
export const textThere = statement({
  text: `SELECT CASE WHEN w.id IS NULL THEN o.source ELSE coalesce(w.sent_source, w.base_source) END AS source
     FROM calendar_object o LEFT JOIN outbox w ON w.object_id = o.id WHERE o.id = $objectId`,
  params: { objectId: 'uuid' },
  row: { source: 'text?' },
});

export const eventsWithUid = statement({
  text: `SELECT id, source, bool_or(private) OVER () AS private FROM calendar_object
     WHERE calendar_id = $calendarId AND uid = $uid ORDER BY href LIMIT 1`,
  params: { calendarId: 'uuid', uid: 'text' },
  row: { id: 'uuid', source: 'text', private: 'bool' },
});

/** What was mended, and what was not understood in some part: that blocks, or makes bookings requests. */
export const repairsByCalendar = statement({
  text: `SELECT c.id, coalesce(c.own_name, c.name) AS name, count(*) AS mended,
       count(*) FILTER (WHERE x.flags && ARRAY['invalid-rule', 'invalid-end', 'invalid-guest', 'too-complex', 'too-many',
         'unknown-zone']) AS doubtful
     FROM calendar c JOIN calendar_object x ON x.calendar_id = c.id WHERE x.flags <> '{}'
     GROUP BY c.id ORDER BY name, c.id`,
  params: {},
  row: { id: 'uuid', name: 'text', mended: 'int8', doubtful: 'int8' },
});
