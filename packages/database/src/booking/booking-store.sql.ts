import { known, statement } from '../statement.ts';

interface Trouble {
  readonly code: string;
  readonly given: Readonly<Record<string, unknown>> | null;
}

const COLUMNS = `b.id, b.artist_id AS "artistId", b.service_id AS "serviceId", b.chair_id AS "chairId",
  b.series_id AS "seriesId", b.state, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
  b.buffer_before AS "bufferBefore", b.buffer_after AS "bufferAfter", b.service_name AS "serviceName", b.price,
  b.deposit, b.client_name AS "clientName", b.client_email AS "clientEmail", b.client_phone AS "clientPhone",
  b.client_zone AS "clientZone", b.language, b.note, b.answers, b.alternative_start AS "alternativeStart", b.version,
  b.unverified, b.calendar_id AS "calendarId", b.object_id AS "objectId", b.uid, b.known_title AS "knownTitle",
  b.known_requested AS "knownRequested", b.known_starts_at AS "knownStartsAt", b.known_ends_at AS "knownEndsAt",
  b.known_revision AS "knownRevision", b.trouble, b.turn, b.expires_at AS "expiresAt", b.created_at AS "createdAt",
  b.updated_at AS "updatedAt"`;

const booking = {
  id: 'uuid',
  artistId: 'uuid',
  serviceId: 'uuid?',
  chairId: 'uuid?',
  seriesId: 'uuid?',
  state: 'BookingState',
  startsAt: 'timestamptz',
  /** Exclusive, without the buffer. */
  endsAt: 'timestamptz',
  /** Minutes. */
  bufferBefore: 'int4',
  bufferAfter: 'int4',
  serviceName: 'text',
  price: 'text',
  deposit: 'text',
  clientName: 'text',
  clientEmail: 'text',
  clientPhone: 'text?',
  clientZone: 'text?',
  language: 'text',
  note: 'text?',
  answers: known<Readonly<Record<string, string>>>('jsonb'),
  alternativeStart: 'timestamptz?',
  /** Grows with every step; mails and calendar files bear it. */
  version: 'int4',
  /** Accepted while a calendar of the artist could not be asked. */
  unverified: 'bool',
  /** What was written into the artist's calendar, and what both sides last agreed on. */
  calendarId: 'uuid?',
  objectId: 'uuid?',
  uid: 'text',
  knownTitle: 'text?',
  knownRequested: 'bool',
  knownStartsAt: 'timestamptz?',
  knownEndsAt: 'timestamptz?',
  /** Revision of the event when it was last looked at. */
  knownRevision: 'int8?',
  trouble: known<Trouble | null>('jsonb?'),
  /** Who has the next word about a request. */
  turn: 'BookingTurn',
  expiresAt: 'timestamptz?',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
} as const;

const row = { id: 'uuid' } as const;

export const putBooking = statement({
  text: `INSERT INTO booking (id, artist_id, service_id, chair_id, series_id, state, starts_at, ends_at, buffer_before,
       buffer_after, service_name, price, deposit, client_name, client_email, client_phone, client_zone, language, note,
       answers, alternative_start, version, unverified, calendar_id, object_id, uid, known_title, known_requested,
       known_starts_at, known_ends_at, known_revision, trouble, turn, expires_at, created_at, updated_at)
     VALUES ($id, $artistId, $serviceId, $chairId, $seriesId, $state, $startsAt, $endsAt, $bufferBefore,
       $bufferAfter, $serviceName, $price, $deposit, $clientName, $clientEmail, $clientPhone, $clientZone, $language, $note,
       $answers, $alternativeStart, $version, $unverified, $calendarId, $objectId, $uid, $knownTitle, $knownRequested,
       $knownStartsAt, $knownEndsAt, $knownRevision, $trouble, $turn, $expiresAt, $createdAt, $updatedAt)`,
  params: booking,
  row: {},
});

/** @param patch new values by column; a column that it does not name stays as it is. */
export const changeBooking = statement({
  text: `UPDATE booking SET (state, chair_id, starts_at, ends_at, version, unverified, calendar_id, object_id,
         known_title, known_requested, known_starts_at, known_ends_at, known_revision, trouble, turn, expires_at,
         updated_at)
       = (SELECT p.state, p.chair_id, p.starts_at, p.ends_at, p.version, p.unverified, p.calendar_id, p.object_id,
            p.known_title, p.known_requested, p.known_starts_at, p.known_ends_at, p.known_revision, p.trouble, p.turn,
            p.expires_at, p.updated_at
          FROM jsonb_populate_record(booking, $patch) p)
     WHERE id = $id RETURNING artist_id AS "artistId"`,
  params: { id: 'uuid', patch: 'jsonb' },
  row: { artistId: 'uuid' },
});

export const bookingById = statement({
  text: `SELECT ${COLUMNS} FROM booking b WHERE b.id = $id`,
  params: { id: 'uuid' },
  row: booking,
});

export const bookingToLock = statement({
  text: `SELECT ${COLUMNS} FROM booking b WHERE b.id = $id FOR UPDATE`,
  params: { id: 'uuid' },
  row: booking,
});

export const bookingsOfSeries = statement({
  text: `SELECT ${COLUMNS} FROM booking b WHERE b.series_id = $seriesId ORDER BY b.id`,
  params: { seriesId: 'uuid' },
  row: booking,
});

/** Null lets everything through. */
/** For an answer of the studio, or for a look at what is not certain. */
const WAITS = `((b.state = 'REQUESTED' AND b.turn = 'ARTIST')
  OR (b.state IN ('REQUESTED', 'CONFIRMED') AND (b.unverified OR b.trouble IS NOT NULL)))`;

export const bookingsWith = statement({
  text: `SELECT ${COLUMNS} FROM booking b
     WHERE ($ids::uuid[] IS NULL OR b.id = ANY ($ids)) AND ($states::"BookingState"[] IS NULL OR b.state = ANY ($states))
       AND ($from::timestamptz IS NULL OR b.ends_at > $from) AND ($to::timestamptz IS NULL OR b.starts_at < $to)
       AND ($artistIds::uuid[] IS NULL OR b.artist_id = ANY ($artistIds)) AND (NOT $waiting OR ${WAITS})
       AND ($visibleTo::text IS NULL
            OR b.artist_id IN (SELECT id FROM artist WHERE user_id = $visibleTo))
     ORDER BY b.starts_at, b.id LIMIT $limit`,
  params: {
    ids: 'uuid[]?',
    states: 'BookingState[]?',
    from: 'timestamptz?',
    to: 'timestamptz?',
    artistIds: 'uuid[]?',
    waiting: 'bool',
    visibleTo: 'text?',
    limit: 'int8',
  },
  row: booking,
});

export const bookingsUnverified = statement({
  text: `SELECT ${COLUMNS} FROM booking b
     WHERE b.unverified AND b.state IN ('REQUESTED', 'CONFIRMED') AND b.ends_at > $now ORDER BY b.starts_at, b.id`,
  params: { now: 'timestamptz' },
  row: booking,
});

export const requestsUnanswered = statement({
  text: `SELECT id FROM booking WHERE state = 'REQUESTED' AND expires_at <= $now ORDER BY expires_at`,
  params: { now: 'timestamptz' },
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
