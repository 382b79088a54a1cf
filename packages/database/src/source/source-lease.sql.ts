import { statement } from '../statement.ts';

/** Its time has come, somebody has asked, or something waits to be sent; and nobody is at it. */
const IS_DUE = `s.enabled AND (s.next_sync_at <= $now OR s.requested_at IS NOT NULL OR s.push_at <= $now)
  AND (s.lease_until IS NULL OR s.lease_until < $now)`;

export const claimDue = statement({
  text: `WITH account AS (
      SELECT s.id, s.connection_id FROM source s LEFT JOIN connection k ON k.id = s.connection_id
      WHERE s.kind = $kind AND ${IS_DUE} AND coalesce(s.connection_id, s.id) <> ALL ($except)
        AND (k.id IS NULL OR k.state = 'ACTIVE' AND (k.retry_at IS NULL OR k.retry_at <= $now))
      ORDER BY s.requested_at, s.push_at, s.next_sync_at LIMIT 1),
    due AS (
      SELECT s.id FROM source s
      WHERE (s.connection_id = (SELECT connection_id FROM account) OR s.id = (SELECT id FROM account))
        AND s.kind = $kind AND ${IS_DUE}
      ORDER BY s.id FOR UPDATE SKIP LOCKED)
    UPDATE source SET lease_owner = $token, lease_until = $until FROM due WHERE source.id = due.id RETURNING source.id`,
  params: { kind: 'SourceKind', now: 'timestamptz', token: 'uuid', until: 'timestamptz', except: 'uuid[]' },
  row: { id: 'uuid' },
});

export const claimThese = statement({
  text: `WITH free AS (
      SELECT id FROM source WHERE id = ANY ($ids) AND (lease_until IS NULL OR lease_until < $now)
      ORDER BY id FOR UPDATE SKIP LOCKED)
    UPDATE source SET lease_owner = $token, lease_until = $until FROM free WHERE source.id = free.id RETURNING source.id`,
  params: { ids: 'uuid[]', now: 'timestamptz', token: 'uuid', until: 'timestamptz' },
  row: { id: 'uuid' },
});

export const renew = statement({
  text: 'UPDATE source SET lease_until = $until WHERE lease_owner = $token',
  params: { token: 'uuid', until: 'timestamptz' },
  row: {},
});

export const drop = statement({
  text: 'UPDATE source SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = $token',
  params: { token: 'uuid' },
  row: {},
});

export const hold = statement({
  text: 'SELECT id FROM source WHERE id = $id AND lease_owner = $token FOR UPDATE',
  params: { id: 'uuid', token: 'uuid' },
  row: { id: 'uuid' },
});
