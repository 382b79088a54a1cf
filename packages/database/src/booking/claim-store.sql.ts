import { statement } from '../statement.ts';

/** Time of an artist or a chair that is taken by a claim `c`, buffers included. */
const SPAN = `c.resource_id AS "resourceId", lower(c.blocked) AS "from", upper(c.blocked) AS "to"`;
const span = { resourceId: 'uuid', from: 'timestamptz', to: 'timestamptz' } as const;

/** The constraint decides: nothing comes back where the time is taken. */
export const addOneClaim = statement({
  text: `INSERT INTO claim (id, resource_id, booking_id, hold_id, kind, starts_at, ends_at, blocked)
     VALUES ($id, $resourceId, $bookingId, $holdId, $kind, $startsAt, $endsAt, tstzrange($from, $to, '[)'))
     ON CONFLICT DO NOTHING RETURNING id`,
  params: {
    id: 'uuid',
    resourceId: 'uuid',
    bookingId: 'uuid?',
    holdId: 'uuid?',
    kind: 'ClaimKind',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
    from: 'timestamptz',
    to: 'timestamptz',
  },
  row: { id: 'uuid' },
});

export const dropClaimsOf = statement({
  text: `DELETE FROM claim c WHERE c.booking_id = $bookingId RETURNING ${SPAN}`,
  params: { bookingId: 'uuid' },
  row: span,
});

export const deleteExpiredHoldsOn = statement({
  text: `WITH gone AS (DELETE FROM hold WHERE expires_at <= $now
       AND id IN (SELECT hold_id FROM claim WHERE resource_id = ANY ($resourceIds) AND hold_id IS NOT NULL) RETURNING id)
     SELECT ${SPAN} FROM claim c JOIN gone ON gone.id = c.hold_id`,
  params: { resourceIds: 'uuid[]', now: 'timestamptz' },
  row: span,
});

/** Without buffers; of the artist alone, not of the chair that goes with it. */
export const heldBetween = statement({
  text: `SELECT h.id, h.artist_id AS "artistId", c.starts_at AS "start", c.ends_at AS "end",
      h.expires_at AS "expiresAt"
    FROM hold h JOIN claim c ON c.hold_id = h.id AND c.resource_id = h.artist_id
    WHERE h.artist_id = ANY ($artistIds) AND h.expires_at > $now AND c.starts_at < $to AND c.ends_at > $from
    ORDER BY c.starts_at`,
  params: { artistIds: 'uuid[]', from: 'timestamptz', to: 'timestamptz', now: 'timestamptz' },
  row: {
    id: 'uuid',
    artistId: 'uuid',
    start: 'timestamptz',
    end: 'timestamptz',
    expiresAt: 'timestamptz',
  },
});

export const deleteOneHold = statement({
  text: `WITH gone AS (DELETE FROM hold WHERE id = $id RETURNING id)
     SELECT ${SPAN} FROM claim c JOIN gone ON gone.id = c.hold_id`,
  params: { id: 'uuid' },
  row: span,
});

export const deleteExpiredHolds = statement({
  text: `WITH gone AS (DELETE FROM hold WHERE expires_at <= $now RETURNING id)
     SELECT ${SPAN} FROM claim c JOIN gone ON gone.id = c.hold_id`,
  params: { now: 'timestamptz' },
  row: span,
});

export const claimAt = statement({
  text: `SELECT c.kind FROM claim c LEFT JOIN hold h ON h.id = c.hold_id
     WHERE c.resource_id = $artistId AND c.blocked @> $start::timestamptz AND c.starts_at <= $start AND c.ends_at > $start
       AND (h.id IS NULL OR (h.expires_at > $now AND h.id IS DISTINCT FROM $holdId::uuid))
     LIMIT 1`,
  params: { artistId: 'uuid', start: 'timestamptz', now: 'timestamptz', holdId: 'uuid?' },
  row: { kind: 'ClaimKind' },
});
