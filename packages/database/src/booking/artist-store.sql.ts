import { known, statement } from '../statement.ts';

/** Null lets everything through. */
export const artistsWith = statement({
  text: `SELECT a.id, a.user_id AS "userId", a.name, a.slug, a.bio, a.time_zone AS "timeZone", a.active,
       a.calendar_id AS "calendarId",
       ARRAY(SELECT b.calendar_id FROM blocking_calendar b WHERE b.artist_id = a.id ORDER BY 1) AS blocking,
       a.auto_confirm AS "autoConfirm", a.notice_minutes AS "noticeMinutes", a.horizon_days AS "horizonDays",
       a.slot_interval AS "slotInterval", a.daily_limit AS "dailyLimit", a.cut_off_minutes AS "cutOffMinutes", a.weekly,
       a.position
     FROM artist a
     WHERE ($ids::uuid[] IS NULL OR a.id = ANY ($ids)) AND ($slugs::text[] IS NULL OR a.slug = ANY ($slugs))
       AND (a.active OR NOT $activeOnly)
     ORDER BY a.position, a.name, a.id`,
  params: { ids: 'uuid[]?', slugs: 'text[]?', activeOnly: 'bool' },
  row: {
    id: 'uuid',
    /** Who signs in as this artist; null for one without an account. */
    userId: 'text?',
    name: 'text',
    /** Names the artist in addresses. Unique. */
    slug: 'text',
    bio: 'text',
    /** IANA name. */
    timeZone: 'text',
    active: 'bool',
    /** Receives the bookings, and blocks; null until one is chosen: nothing is offered then. */
    calendarId: 'uuid?',
    /** Calendars that block as well. */
    blocking: 'uuid[]',
    autoConfirm: 'bool',
    noticeMinutes: 'int4',
    horizonDays: 'int4',
    /** Minutes. */
    slotInterval: 'int4',
    dailyLimit: 'int4?',
    cutOffMinutes: 'int4',
    /** Weekly ranges as the booking package reads them. */
    weekly: known<object>('jsonb'),
    position: 'int4',
  },
});

export const deleteUnbooked = statement({
  text: `DELETE FROM artist a WHERE a.id = $id AND NOT EXISTS (SELECT 1 FROM booking WHERE artist_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM inquiry WHERE artist_id = a.id) RETURNING id`,
  params: { id: 'uuid' },
  row: { id: 'uuid' },
});
