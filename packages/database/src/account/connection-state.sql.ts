import { waitUntil } from '../source/wait.ts';
import { statement } from '../statement.ts';

export const lockFailure = statement({
  text: `SELECT failure_kind AS kind, failure_message AS message FROM connection WHERE id = $id FOR UPDATE`,
  params: { id: 'uuid' },
  row: { kind: 'text?', message: 'text?' },
});

export const fail = statement({
  text: `UPDATE connection SET state = CASE WHEN $stop THEN 'CREDENTIALS' ELSE state END,
      failures = failures + CASE WHEN $counts THEN 1 ELSE 0 END,
      retry_at = CASE WHEN $stop THEN NULL ELSE ${waitUntil('retry_at')} END, failure_kind = $kind,
      failure_message = $message, failure_hint = $hint, broken_since = coalesce(broken_since, $at)
    WHERE id = $id`,
  params: {
    id: 'uuid',
    stop: 'bool',
    kind: 'text',
    message: 'text',
    hint: 'text',
    at: 'timestamptz',
    until: 'timestamptz',
    counts: 'bool',
    told: 'bool',
  },
  row: {},
});

export const heal = statement({
  text: `UPDATE connection SET state = 'ACTIVE', failures = 0, retry_at = NULL, failure_kind = NULL,
      failure_message = NULL, failure_hint = NULL, broken_since = NULL, last_polled_at = $at
    WHERE id = $id`,
  params: { id: 'uuid', at: 'timestamptz' },
  row: {},
});
