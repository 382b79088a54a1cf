import { statement } from '../statement.ts';

/** Before the one that is known already, the latest first. Null lets everything through. */
export const pageOfRuns = statement({
  text: `SELECT l.id, l.calendar_id AS "calendarId", l.started_at AS "startedAt", l.duration_ms AS "durationMs",
       l.trigger, l.outcome, l.added, l.updated, l.removed, l.unchanged, l.pushed, l.conflicts, l.repaired,
       l.quarantined, l.held, l.requests, l.bytes_in AS "bytesIn", l.error_kind AS "errorKind", l.error
     FROM sync_log l LEFT JOIN sync_log k ON k.id = $after::uuid
     WHERE l.calendar_id = ANY ($calendarIds) AND ($from::timestamptz IS NULL OR l.started_at >= $from)
       AND ($outcome::text IS NULL OR l.outcome = $outcome)
       AND ($after::uuid IS NULL OR (l.started_at, l.id) < (k.started_at, k.id))
     ORDER BY l.started_at DESC, l.id DESC LIMIT $limit`,
  params: { calendarIds: 'uuid[]', from: 'timestamptz?', outcome: 'text?', after: 'uuid?', limit: 'int8' },
  row: {
    id: 'uuid',
    calendarId: 'uuid',
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
  },
});
