import { statement } from '../statement.ts';

export const heldIn = statement({
  text: `SELECT id AS "calendarId", held_at AS since FROM calendar
     WHERE id = ANY ($calendarIds) AND held_hrefs <> '{}' AND NOT held_approved ORDER BY held_at, id`,
  params: { calendarIds: 'uuid[]' },
  row: { calendarId: 'uuid', since: 'timestamptz?' },
});

/** What would go, in order of time. */
export const objectsHeld = statement({
  text: `SELECT o.id, o.href, o.uid, o.source, coalesce(o.components -> 0 ->> 'summary', '') AS summary, o.recurring,
       o.first_start AS "start", o.private,
       (SELECT start_date FROM occurrence c WHERE c.object_id = o.id AND c.all_day ORDER BY c.ordinal LIMIT 1) AS date,
       EXISTS (SELECT 1 FROM booking b WHERE b.object_id = o.id AND b.state IN ('REQUESTED', 'CONFIRMED')) AS booking
     FROM calendar c JOIN calendar_object o ON o.calendar_id = c.id AND o.href = ANY (c.held_hrefs)
     WHERE c.id = $calendarId ORDER BY o.first_start NULLS LAST, o.id`,
  params: { calendarId: 'uuid' },
  row: {
    id: 'uuid',
    href: 'text',
    uid: 'text',
    source: 'text',
    summary: 'text',
    recurring: 'bool',
    start: 'timestamptz?',
    private: 'bool',
    /** Of the first of whole days. */
    date: 'date?',
    booking: 'bool',
  },
});

export const letHeldBe = statement({
  text: `UPDATE calendar SET held_hrefs = '{}', held_at = NULL, held_approved = false,
       state = CASE WHEN state = 'HELD' THEN 'OK' ELSE state END WHERE id = $calendarId`,
  params: { calendarId: 'uuid' },
  row: {},
});
