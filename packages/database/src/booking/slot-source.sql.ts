import { COVERS } from '../object/covers.ts';
import { known, statement } from '../statement.ts';
import type { ClosureRow, OverrideRow } from './hours-store.ts';

/** The calendars that block, that of the bookings among them. */
const BLOCKING = `SELECT id AS artist_id, calendar_id FROM artist WHERE id = ANY ($artistIds) AND calendar_id IS NOT NULL
  UNION SELECT artist_id, calendar_id FROM blocking_calendar WHERE artist_id = ANY ($artistIds)`;

/** A claim's own event does not take its time a second time, in whichever of the calendars it stands (B2). */
const MIRRORED = `EXISTS (SELECT 1 FROM calendar_object x JOIN booking b ON b.uid = x.uid
  JOIN claim ON claim.booking_id = b.id WHERE x.id = o.object_id)`;

/** Of a calendar that is not stored as far as the span only what does not recur. */
const STORED = `JOIN calendar ON calendar.id = k.calendar_id JOIN occurrence o ON o.calendar_id = k.calendar_id
  AND (${COVERS} OR NOT EXISTS (SELECT 1 FROM calendar_object s WHERE s.id = o.object_id AND s.recurring))`;

/** A date, of whole days only, is `YYYY-MM-DD`, the last day exclusive: it has no zone and is the artist's. */
export const storedBusy = statement({
  text: `WITH blocking AS (${BLOCKING}), touching AS (
    SELECT k.artist_id, o.* FROM blocking k ${STORED}
    WHERE o.starts_at >= $from::timestamptz - interval '8 days' AND o.starts_at < $to::timestamptz
      AND o.ends_at > $from::timestamptz AND o.ends_at - o.starts_at <= interval '8 days'
    UNION ALL
    SELECT k.artist_id, o.* FROM blocking k ${STORED}
    WHERE o.ends_at > $from::timestamptz AND o.starts_at < $to::timestamptz
      AND o.ends_at - o.starts_at > interval '8 days')
  SELECT o.artist_id AS "artistId", o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.all_day AS "allDay",
    o.start_date AS "startDate", o.end_date AS "endDate"
  FROM touching o WHERE o.busy AND NOT ${MIRRORED} ORDER BY o.starts_at`,
  params: { artistIds: 'uuid[]', from: 'timestamptz', to: 'timestamptz' },
  row: {
    artistId: 'uuid',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
    allDay: 'bool',
    startDate: 'date?',
    endDate: 'date?',
  },
});

/** Calendars that are not stored as far as the span, and the events in them that claims stand for already. */
export const shortMirrors = statement({
  text: `WITH blocking AS (${BLOCKING})
  SELECT k.artist_id AS "artistId", k.calendar_id AS "calendarId", ARRAY(
    SELECT x.uid FROM calendar_object x JOIN booking b ON b.uid = x.uid JOIN claim ON claim.booking_id = b.id
    WHERE x.calendar_id = k.calendar_id AND x.recurring) AS mirrored
  FROM blocking k JOIN calendar ON calendar.id = k.calendar_id
  WHERE NOT ${COVERS} AND EXISTS (SELECT 1 FROM calendar_object x WHERE x.calendar_id = k.calendar_id AND x.recurring)`,
  params: { artistIds: 'uuid[]', from: 'timestamptz', to: 'timestamptz' },
  row: { artistId: 'uuid', calendarId: 'uuid', mirrored: 'text[]' },
});

/** Of these artists and of every chair. Buffers in minutes. */
export const standingClaims = statement({
  text: `SELECT c.resource_id AS "resourceId", c.kind, c.starts_at AS "startsAt", c.ends_at AS "endsAt",
    extract(epoch FROM c.starts_at - lower(c.blocked))::int / 60 AS "bufferBefore",
    extract(epoch FROM upper(c.blocked) - c.ends_at)::int / 60 AS "bufferAfter",
    c.booking_id AS "bookingId", c.hold_id AS "holdId"
  FROM claim c LEFT JOIN hold h ON h.id = c.hold_id
  WHERE (c.resource_id = ANY ($artistIds) OR c.resource_id IN (SELECT id FROM chair WHERE active))
    AND c.blocked && tstzrange($from::timestamptz - interval '2 days', $to::timestamptz + interval '2 days')
    AND (h.id IS NULL OR h.expires_at > $now) ORDER BY c.starts_at`,
  params: { artistIds: 'uuid[]', from: 'timestamptz', to: 'timestamptz', now: 'timestamptz' },
  row: {
    resourceId: 'uuid',
    kind: 'ClaimKind',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
    bufferBefore: 'int4',
    bufferAfter: 'int4',
    bookingId: 'uuid?',
    holdId: 'uuid?',
  },
});

/** How well the calendars that block are known. */
export const mirrorsOf = statement({
  text: `WITH blocking AS (${BLOCKING})
  SELECT k.artist_id AS "artistId", c.id AS "calendarId", c.connection_id AS "connectionId", s.enabled, c.state,
    s.last_complete_at AS "lastCompleteAt", n.state AS "connectionState"
  FROM blocking k JOIN calendar c ON c.id = k.calendar_id JOIN source s ON s.id = c.id
  LEFT JOIN connection n ON n.id = c.connection_id`,
  params: { artistIds: 'uuid[]' },
  row: {
    artistId: 'uuid',
    calendarId: 'uuid',
    connectionId: 'uuid?',
    enabled: 'bool',
    state: 'CalendarState',
    lastCompleteAt: 'timestamptz?',
    connectionState: 'ConnectionState?',
  },
});

/**
 * What is decided beforehand, in one answer, as every look at free times needs it. A few days more on either side: whose
 * day it is, the zone of the artist says.
 */
export const decidedAround = statement({
  text: `SELECT ARRAY(SELECT id FROM chair WHERE active ORDER BY position, name, id) AS "chairIds",
       (SELECT coalesce(json_agg(json_build_object('artistId', artist_id, 'date', date, 'ranges', ranges)), '[]')
        FROM date_override
        WHERE artist_id = ANY ($artistIds) AND date BETWEEN $from::timestamptz::date - 2 AND $to::timestamptz::date + 2)
         AS overrides,
       (SELECT coalesce(json_agg(json_build_object('id', id, 'artistId', artist_id, 'from', first_date, 'to', last_date,
                                                   'reason', reason)), '[]')
        FROM closure
        WHERE (artist_id IS NULL OR artist_id = ANY ($artistIds))
          AND last_date >= $from::timestamptz::date - 2 AND first_date <= $to::timestamptz::date + 2) AS closures`,
  params: { artistIds: 'uuid[]', from: 'timestamptz', to: 'timestamptz' },
  row: {
    chairIds: 'uuid[]',
    overrides: known<readonly OverrideRow[]>('json'),
    closures: known<readonly ClosureRow[]>('json'),
  },
});
