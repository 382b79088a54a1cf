import { statement } from '../statement.ts';

const row = { id: 'uuid' } as const;

export const bookingToLock = statement({
  text: 'SELECT id FROM booking WHERE id = $id FOR UPDATE',
  params: { id: 'uuid' },
  row,
});

/** Of the booking `b` and its event `x`: it has changed, or gone, since it was last looked at. */
const TO_FOLLOW = `b.state IN ('REQUESTED', 'CONFIRMED') AND b.object_id IS NOT NULL AND b.calendar_id IS NOT NULL
  AND (x.id IS NULL OR x.revision IS DISTINCT FROM b.known_revision) AND x.quarantined IS NULL`;
const WITH_EVENT = 'booking b LEFT JOIN calendar_object x ON x.id = b.object_id AND x.uid = b.uid';

export const bookingsOfChangedEvents = statement({
  text: `SELECT b.id FROM ${WITH_EVENT} WHERE ${TO_FOLLOW} ORDER BY b.updated_at, b.id`,
  params: {},
  row,
});

export const bookingOfChangedEvent = statement({
  text: `SELECT b.id FROM ${WITH_EVENT} WHERE b.id = $id AND ${TO_FOLLOW}`,
  params: { id: 'uuid' },
  row,
});

/** Neither the booking nor its event has changed since. */
export const bookingAsSeen = statement({
  text: `SELECT b.id FROM ${WITH_EVENT}
     WHERE b.id = $id AND b.version = $version AND x.revision IS NOT DISTINCT FROM $revision`,
  params: { id: 'uuid', version: 'int4', revision: 'int8?' },
  row,
});

export const bookingsUnreminded = statement({
  text: `SELECT b.id FROM booking b
     WHERE b.state = 'CONFIRMED' AND b.starts_at > $now
       AND b.starts_at <= $now::timestamptz + $aheadMs::float8 * interval '1 ms'
       AND NOT EXISTS (SELECT 1 FROM booking_step s WHERE s.booking_id = b.id
                       AND s.at > b.starts_at - $aheadMs * interval '1 ms')
       AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.once = 'booking:' || b.id || ':reminder:v' || b.version)
     ORDER BY b.starts_at, b.id`,
  params: { now: 'timestamptz', aheadMs: 'float8' },
  row,
});
