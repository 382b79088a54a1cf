import type { Opaque } from '@atelier/providers/json';
import type { HintMeans } from '@atelier/providers/port/change-hints';
import type { FailureColumns } from '../source/failure-columns.ts';
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
  provenAt: 'timestamptz?',
  doubtedAt: 'timestamptz?',
  leavingAt: 'timestamptz?',
  failure: known<FailureColumns | null>('jsonb?'),
} as const;

const SELECT = `SELECT h.id, h.connection_id AS "connectionId", h.calendar_id AS "calendarId", c.href, h.means, h.state,
    h.keys, h.remote, h.created_at AS "createdAt", h.renew_at AS "renewAt", h.expires_at AS "expiresAt",
    h.heard_at AS "heardAt", h.missed_at AS "missedAt", h.proven_at AS "provenAt",
    h.doubted_at AS "doubtedAt", h.leaving_at AS "leavingAt",
    CASE WHEN h.failure IS NULL THEN NULL ELSE jsonb_build_object('kind', h.failure_kind, 'message', h.failure,
      'hint', h.failure_hint) END AS failure
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

export const tokenHashes = statement({
  text: 'SELECT token_hash AS "tokenHash" FROM hint_channel',
  params: {},
  row: { tokenHash: 'bytea' },
});

export const add = statement({
  text: `INSERT INTO hint_channel (id, connection_id, calendar_id, means, token_hash, keys, created_at, doubted_at)
    VALUES ($id, $connectionId, $calendarId, $means, $tokenHash, $keys, $createdAt, $doubtedAt)
    ON CONFLICT DO NOTHING RETURNING id`,
  params: {
    id: 'uuid',
    connectionId: 'uuid',
    calendarId: 'uuid?',
    means: 'text',
    tokenHash: 'bytea',
    keys: 'text',
    createdAt: 'timestamptz',
    doubtedAt: 'timestamptz?',
  },
  row: { id: 'uuid' },
});

/** What was made in the place of one that was not relied upon is not relied upon either, until a word has come. */
export const grant = statement({
  text: `UPDATE hint_channel SET state = CASE WHEN doubted_at IS NULL THEN 'ACTIVE'::"HintState" ELSE 'DOUBTFUL' END,
      remote = $remote, expires_at = $expiresAt, renew_at = $renewAt, failure = NULL, failure_kind = NULL,
      failure_hint = NULL
    WHERE id = $id`,
  params: {
    id: 'uuid',
    remote: known<Opaque>('jsonb'),
    expiresAt: 'timestamptz?',
    renewAt: 'timestamptz?',
  },
  row: {},
});

/** What its calendars were asked more rarely for is over: they are asked at their usual pace, from their last run on. */
const atUsualPace = (gone: string) => `UPDATE source SET next_sync_at = least(next_sync_at,
      last_complete_at + make_interval(secs => greatest(interval_seconds, rest_seconds)))
    FROM ${gone} WHERE source.connection_id = ${gone}.connection_id AND coalesce(${gone}.calendar_id, source.id) = source.id
      AND failure_kind IS NULL AND next_sync_at IS NOT NULL`;

export const fail = statement({
  text: `WITH gone AS (
      UPDATE hint_channel SET state = 'FAILED', failure = $message, failure_kind = $kind, failure_hint = $hint,
        renew_at = $renewAt, missed_at = NULL WHERE id = $id RETURNING connection_id, calendar_id)
    ${atUsualPace('gone')}`,
  params: { id: 'uuid', kind: 'text', message: 'text', hint: 'text', renewAt: 'timestamptz' },
  row: {},
});

/** It goes on telling; what was tried is tried again. */
export const postpone = statement({
  text: `UPDATE hint_channel SET failure = $message, failure_kind = $kind, failure_hint = $hint, renew_at = $renewAt
    WHERE id = $id`,
  params: { id: 'uuid', kind: 'text', message: 'text', hint: 'text', renewAt: 'timestamptz' },
  row: {},
});

export const remove = statement({
  text: `WITH gone AS (DELETE FROM hint_channel WHERE id = $id RETURNING connection_id, calendar_id)
    ${atUsualPace('gone')}`,
  params: { id: 'uuid' },
  row: {},
});

/** Stays as it is until another that is made now has been granted. */
export const leave = statement({
  text: 'UPDATE hint_channel SET leaving_at = $at WHERE id = $id',
  params: { id: 'uuid', at: 'timestamptz' },
  row: {},
});

export const renewNow = statement({
  text: "UPDATE hint_channel SET renew_at = $at WHERE id = $id AND state IN ('ACTIVE', 'DOUBTFUL') AND leaving_at IS NULL",
  params: { id: 'uuid', at: 'timestamptz' },
  row: {},
});

export const prove = statement({
  text: 'UPDATE hint_channel SET proven_at = $at WHERE id = $id AND proven_at IS NULL',
  params: { id: 'uuid', at: 'timestamptz' },
  row: {},
});

/** What is heard of is relied upon, again where it was doubted. */
export const markHeard = statement({
  text: `UPDATE hint_channel SET heard_at = $at, missed_at = NULL, doubted_at = NULL,
      proven_at = coalesce(proven_at, $at),
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
        AND h.state = 'ACTIVE' AND h.missed_at IS NULL AND h.leaving_at IS NULL AND h.created_at < $since
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

export const lookAfterAll = statement({
  text: 'UPDATE connection SET hints_at = NULL RETURNING id',
  params: {},
  row: { id: 'uuid' },
});

/** What somebody has wanted while it was looked after is for the next time. */
export const lookAfterNext = statement({
  text: 'UPDATE connection SET hints_at = $at WHERE id = $id AND hints_at = $claimed',
  params: { id: 'uuid', claimed: 'timestamptz', at: 'timestamptz?' },
  row: {},
});

export const want = statement({
  text: 'UPDATE connection SET hints_wanted = $wanted, hints_at = NULL WHERE id = $id RETURNING id',
  params: { id: 'uuid', wanted: 'bool' },
  row: { id: 'uuid' },
});

export const wanted = statement({
  text: 'SELECT id, hints_wanted AS wanted, hints_at IS NULL AS pending FROM connection ORDER BY created_at, id',
  params: {},
  row: { id: 'uuid', wanted: 'bool', pending: 'bool' },
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
