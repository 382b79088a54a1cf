import { statement } from '../statement.ts';

const COUNTS = 'added, updated, removed, unchanged, pushed, conflicts, repaired, quarantined, held, requests';

const ROW = {
  startedAt: 'timestamptz',
  durationMs: 'int4',
  trigger: 'text',
  outcome: 'text',
  added: 'int4',
  updated: 'int4',
  removed: 'int4',
  unchanged: 'int4',
  pushed: 'int4',
  conflicts: 'int4',
  repaired: 'int4',
  quarantined: 'int4',
  held: 'int4',
  requests: 'int4',
  bytesIn: 'int8',
  errorKind: 'text?',
  error: 'text?',
} as const;

export const insert = statement({
  text: `INSERT INTO sync_log (source_id, started_at, duration_ms, trigger, outcome, ${COUNTS}, bytes_in, error_kind, error)
    VALUES ($sourceId, $startedAt, $durationMs, $trigger, $outcome, $added, $updated, $removed, $unchanged, $pushed,
      $conflicts, $repaired, $quarantined, $held, $requests, $bytesIn, $errorKind, $error)`,
  params: { sourceId: 'uuid', ...ROW },
  row: {},
});

export const prune = statement({
  text: 'DELETE FROM sync_log WHERE started_at < $before',
  params: { before: 'timestamptz' },
  row: {},
});

export const page = statement({
  text: `SELECT l.id, l.source_id AS "sourceId", l.started_at AS "startedAt", l.duration_ms AS "durationMs", l.trigger,
      l.outcome, ${COUNTS.replaceAll(/\w+/g, 'l.$&')}, l.bytes_in AS "bytesIn", l.error_kind AS "errorKind", l.error
    FROM sync_log l LEFT JOIN sync_log k ON k.id = $after
    WHERE l.source_id = ANY ($sourceIds) AND ($from::timestamptz IS NULL OR l.started_at >= $from)
      AND ($outcome::text IS NULL OR l.outcome = $outcome)
      AND ($after::uuid IS NULL OR (l.started_at, l.id) < (k.started_at, k.id))
    ORDER BY l.started_at DESC, l.id DESC LIMIT $limit`,
  params: { sourceIds: 'uuid[]', from: 'timestamptz?', outcome: 'text?', after: 'uuid?', limit: 'int8' },
  row: { id: 'uuid', sourceId: 'uuid', ...ROW },
});
