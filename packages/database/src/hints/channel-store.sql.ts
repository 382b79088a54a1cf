import type { Opaque } from '@atelier/providers/json';
import type { HintMeans } from '@atelier/providers/port/change-hints';
import { known, statement } from '../statement.ts';

const ROW = {
  id: 'uuid',
  connectionId: 'uuid',
  calendarId: 'uuid?',
  href: 'text?',
  means: known<HintMeans>('text'),
  state: 'HintState',
  keys: 'text',
  remote: known<Opaque>('jsonb'),
  createdAt: 'timestamptz',
  renewAt: 'timestamptz?',
  expiresAt: 'timestamptz?',
  heardAt: 'timestamptz?',
  missedAt: 'timestamptz?',
  failure: 'text?',
} as const;

const SELECT = `SELECT h.id, h.connection_id AS "connectionId", h.calendar_id AS "calendarId", c.href, h.means, h.state,
    h.keys, h.remote, h.created_at AS "createdAt", h.renew_at AS "renewAt", h.expires_at AS "expiresAt",
    h.heard_at AS "heardAt", h.missed_at AS "missedAt", h.failure
  FROM hint_channel h LEFT JOIN calendar c ON c.id = h.calendar_id`;

export const byToken = statement({
  text: `${SELECT} WHERE h.token_hash = $tokenHash`,
  params: { tokenHash: 'bytea' },
  row: ROW,
});

export const ofConnection = statement({
  text: `${SELECT} WHERE h.connection_id = $connectionId ORDER BY h.created_at, h.id`,
  params: { connectionId: 'uuid' },
  row: ROW,
});

export const all = statement({ text: `${SELECT} ORDER BY h.created_at, h.id`, params: {}, row: ROW });

export const add = statement({
  text: `INSERT INTO hint_channel (id, connection_id, calendar_id, means, token_hash, keys, created_at)
    VALUES ($id, $connectionId, $calendarId, $means, $tokenHash, $keys, $createdAt) ON CONFLICT DO NOTHING RETURNING id`,
  params: {
    id: 'uuid',
    connectionId: 'uuid',
    calendarId: 'uuid?',
    means: 'text',
    tokenHash: 'bytea',
    keys: 'text',
    createdAt: 'timestamptz',
  },
  row: { id: 'uuid' },
});

export const grant = statement({
  text: `UPDATE hint_channel SET state = CASE WHEN state = 'DOUBTFUL' THEN state ELSE 'ACTIVE' END, remote = $remote,
      expires_at = $expiresAt, renew_at = $renewAt, failure = NULL WHERE id = $id`,
  params: {
    id: 'uuid',
    remote: known<Opaque>('jsonb'),
    expiresAt: 'timestamptz?',
    renewAt: 'timestamptz?',
  },
  row: {},
});

export const fail = statement({
  text: `UPDATE hint_channel SET state = 'FAILED', failure = $failure, renew_at = $renewAt, missed_at = NULL
    WHERE id = $id`,
  params: { id: 'uuid', failure: 'text', renewAt: 'timestamptz' },
  row: {},
});

export const doubt = statement({
  text: "UPDATE hint_channel SET state = 'DOUBTFUL' WHERE id = $id AND state = 'ACTIVE'",
  params: { id: 'uuid' },
  row: {},
});

export const remove = statement({
  text: 'DELETE FROM hint_channel WHERE id = $id',
  params: { id: 'uuid' },
  row: {},
});

/** What is heard of is relied upon, again where it was doubted. */
export const markHeard = statement({
  text: `UPDATE hint_channel SET heard_at = $at, missed_at = NULL,
      state = CASE WHEN state = 'DOUBTFUL' THEN 'ACTIVE' ELSE state END WHERE id = $id`,
  params: { id: 'uuid', at: 'timestamptz' },
  row: {},
});

/**
 * What fails keeps its own time, and so does what the publisher wants left alone. No source is run more often than once
 * a second for hints, however many there are.
 */
export const hint = statement({
  text: `UPDATE source SET hinted_at = $at,
      next_sync_at = CASE WHEN failure_kind IS NULL
        THEN least(next_sync_at, greatest($at::timestamptz,
               last_complete_at + make_interval(secs => greatest(1, rest_seconds))))
        ELSE next_sync_at END
    WHERE connection_id = $connectionId AND next_sync_at IS NOT NULL AND enabled
      AND ($ids::uuid[] IS NULL OR id = ANY ($ids))`,
  params: { connectionId: 'uuid', ids: 'uuid[]?', at: 'timestamptz' },
  row: {},
});

/** A change that came without a word; the account is looked after once a late word had its time. */
export const miss = statement({
  text: `WITH missed AS (
      UPDATE hint_channel h SET missed_at = $at FROM source s
      WHERE s.id = $calendarId AND h.connection_id = s.connection_id AND coalesce(h.calendar_id, s.id) = s.id
        AND h.state = 'ACTIVE' AND h.missed_at IS NULL AND h.created_at < $since
        AND (s.hinted_at IS NULL OR s.hinted_at < $since)
      RETURNING h.connection_id)
    UPDATE connection SET hints_at = least(hints_at, $lookAt) FROM missed WHERE connection.id = missed.connection_id`,
  params: { calendarId: 'uuid', since: 'timestamptz', at: 'timestamptz', lookAt: 'timestamptz' },
  row: {},
});

export const dueConnections = statement({
  text: `SELECT id FROM connection WHERE state = 'ACTIVE' AND (hints_at IS NULL OR hints_at <= $now) ORDER BY id LIMIT 500`,
  params: { now: 'timestamptz' },
  row: { id: 'uuid' },
});

export const lookAfter = statement({
  text: 'UPDATE connection SET hints_at = $at WHERE id = $id',
  params: { id: 'uuid', at: 'timestamptz?' },
  row: {},
});

export const want = statement({
  text: 'UPDATE connection SET hints_wanted = $wanted, hints_at = NULL WHERE id = $id RETURNING id',
  params: { id: 'uuid', wanted: 'bool' },
  row: { id: 'uuid' },
});

export const wanted = statement({
  text: 'SELECT id, hints_wanted AS wanted FROM connection ORDER BY created_at, id',
  params: {},
  row: { id: 'uuid', wanted: 'bool' },
});

export const calendarsToTell = statement({
  text: `SELECT c.id, c.href, c.capabilities FROM calendar c JOIN source s ON s.id = c.id
    WHERE c.connection_id = $connectionId AND s.enabled AND c.href IS NOT NULL ORDER BY c.id`,
  params: { connectionId: 'uuid' },
  row: { id: 'uuid', href: 'text!', capabilities: known<Opaque>('jsonb') },
});

export const reseal = statement({
  text: 'UPDATE hint_channel SET keys = $keys WHERE id = $id',
  params: { id: 'uuid', keys: 'text' },
  row: {},
});
