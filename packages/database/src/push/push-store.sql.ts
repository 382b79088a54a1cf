import { statement } from '../statement.ts';

/** Devices of whoever has one of these roles, or is this person, and wants to be told of such things. */
export const devicesThatWant = statement({
  text: `SELECT d.id, d.details, u.language FROM push_device d JOIN "user" u ON u.id = d.user_id
     WHERE u.disabled_at IS NULL AND $kind = ANY (d.kinds)
       AND (u.role::text = ANY ($roles) OR u.id = $userId) ORDER BY d.id`,
  params: { kind: 'text', roles: 'text[]', userId: 'text?' },
  row: { id: 'uuid', details: 'bool', language: 'text?' },
});

/** What begins soon in somebody's own calendars, once for each of their devices; its text where it has an alarm. */
export const startsOfOwners = statement({
  text: `SELECT d.id AS "deviceId", d.details, u.language, o.object_id AS "objectId", o.recurrence_id AS "recurrenceId",
       o.starts_at AS "startsAt", c.time_zone AS zone, x.components -> o.component ->> 'summary' AS title,
       CASE WHEN x.source LIKE '%VALARM%' THEN x.source END AS source
     FROM push_device d
     JOIN "user" u ON u.id = d.user_id AND u.disabled_at IS NULL
     JOIN calendar c ON c.owner_id = u.id JOIN source s ON s.id = c.id AND s.enabled
     JOIN occurrence o ON o.calendar_id = c.id AND NOT o.all_day AND o.starts_at > $after AND o.starts_at <= $until
     JOIN calendar_object x ON x.id = o.object_id
     WHERE 'reminder' = ANY (d.kinds) ORDER BY o.starts_at, d.id LIMIT 2000`,
  params: { after: 'timestamptz', until: 'timestamptz' },
  row: {
    deviceId: 'uuid',
    details: 'bool',
    language: 'text?',
    objectId: 'uuid',
    recurrenceId: 'text?',
    startsAt: 'timestamptz',
    zone: 'text',
    title: 'text?',
    source: 'text?',
  },
});
