import { statement } from '../statement.ts';

const INTERVAL = 'make_interval(secs => greatest(s.interval_seconds, s.rest_seconds))';

export const request = statement({
  text: `UPDATE source SET requested_at = $now, full_requested = full_requested OR $full
    WHERE id = ANY ($ids) AND next_sync_at IS NOT NULL`,
  params: { ids: 'uuid[]', now: 'timestamptz', full: 'bool' },
  row: {},
});

export const endBackOff = statement({
  text: 'UPDATE connection SET retry_at = NULL WHERE id IN (SELECT connection_id FROM source WHERE id = ANY ($ids))',
  params: { ids: 'uuid[]' },
  row: {},
});

/** What waits for a person keeps its own time, and so does what the server itself has put off. */
export const shortenOwnWait = statement({
  text: `UPDATE source s SET next_sync_at = $now::timestamptz + ${INTERVAL} FROM connection k
    WHERE s.id = ANY ($ids) AND k.id = s.connection_id AND s.next_sync_at > $now::timestamptz + ${INTERVAL}
      AND coalesce(s.failure_kind, k.failure_kind, 'held') NOT IN ('held', 'throttled')`,
  params: { ids: 'uuid[]', now: 'timestamptz' },
  row: {},
});

export const shortenAccountWait = statement({
  text: `UPDATE connection k SET retry_at = $now::timestamptz + ${INTERVAL} FROM source s
    WHERE s.id = ANY ($ids) AND k.id = s.connection_id AND k.retry_at > $now::timestamptz + ${INTERVAL}
      AND k.failure_kind IS DISTINCT FROM 'throttled'`,
  params: { ids: 'uuid[]', now: 'timestamptz' },
  row: {},
});

/** See `markWatched`. */
export const watch = statement({
  text: `UPDATE source SET watched_until = $now::timestamptz + interval '90 seconds',
      next_sync_at = CASE WHEN failures = 0 AND failure_kind IS DISTINCT FROM 'held'
                          THEN least(next_sync_at, greatest($now, last_complete_at + make_interval(secs => greatest(15, rest_seconds))))
                          ELSE next_sync_at END
    WHERE id = ANY ($ids) AND next_sync_at IS NOT NULL
      AND (watched_until IS NULL OR watched_until < $now::timestamptz + interval '75 seconds')`,
  params: { ids: 'uuid[]', now: 'timestamptz' },
  row: {},
});

export const patch = statement({
  text: `UPDATE source s SET enabled = coalesce($enabled, enabled),
      interval_seconds = coalesce($intervalSeconds::int4, interval_seconds),
      interval_chosen = coalesce($intervalChosen, interval_chosen),
      next_sync_at = CASE WHEN next_sync_at IS NULL THEN NULL
                          WHEN $enabled AND NOT enabled THEN $now
                          WHEN $intervalSeconds IS NOT NULL
                            THEN least(next_sync_at, $now::timestamptz + make_interval(secs => $intervalSeconds::int4))
                          ELSE next_sync_at END
    WHERE id = $id`,
  params: {
    id: 'uuid',
    enabled: 'bool?',
    intervalSeconds: 'int4?',
    intervalChosen: 'bool?',
    now: 'timestamptz',
  },
  row: {},
});

export const tellDue = statement({
  text: "SELECT pg_notify('atelier_due', '') AS told",
  params: {},
  row: { told: 'void' },
});
