import { statement } from '../statement.ts';
import { waitUntil } from './wait.ts';

/** Somebody may ask again while a run is under way: that wish stays for the next one. */
const SERVED = 'requested_at = CASE WHEN requested_at > $startedAt THEN requested_at END';
/** A hint that came while the run was under way may be of something that it was too early for. */
const OR_AT_ONCE = (next: string) =>
  `CASE WHEN hinted_at >= $startedAt THEN least(${next}, $at::timestamptz) ELSE ${next} END`;
const WELL = 'failures = 0, failure_kind = NULL, failure_message = NULL, failure_hint = NULL';
const GIVEN_BACK = 'lease_owner = NULL, lease_until = NULL';

export const complete = statement({
  text: `UPDATE source SET last_complete_at = $at, next_sync_at = ${OR_AT_ONCE('$nextSyncAt::timestamptz')},
      last_audit_at = CASE WHEN $audited THEN $at ELSE last_audit_at END,
      last_changed_at = CASE WHEN $changed THEN $at ELSE last_changed_at END,
      full_requested = full_requested AND NOT $audited, ${WELL}, ${GIVEN_BACK}, ${SERVED}
    WHERE id = $id`,
  params: {
    id: 'uuid',
    at: 'timestamptz',
    nextSyncAt: 'timestamptz',
    audited: 'bool',
    changed: 'bool',
    startedAt: 'timestamptz',
  },
  row: {},
});

export const completeQuiet = statement({
  text: `UPDATE source SET last_complete_at = $at, next_sync_at = ${OR_AT_ONCE('run.next_sync_at')}, ${WELL}, ${GIVEN_BACK}, ${SERVED}
    FROM unnest($ids::uuid[], $tokens::uuid[], $nexts::timestamptz[]) AS run(id, token, next_sync_at)
    WHERE source.id = run.id AND source.lease_owner = run.token`,
  params: {
    ids: 'uuid[]',
    tokens: 'uuid[]',
    nexts: 'timestamptz[]',
    at: 'timestamptz',
    startedAt: 'timestamptz',
  },
  row: {},
});

export const readFailure = statement({
  text: 'SELECT failure_message AS message FROM source WHERE id = $id',
  params: { id: 'uuid' },
  row: { message: 'text?' },
});

export const fail = statement({
  text: `UPDATE source SET full_requested = full_requested OR $compareAll,
      failures = failures + CASE WHEN $counts THEN 1 ELSE 0 END, failure_kind = $kind, failure_message = $message,
      failure_hint = $hint, next_sync_at = ${waitUntil('next_sync_at')}, ${GIVEN_BACK}, ${SERVED}
    WHERE id = $id`,
  params: {
    id: 'uuid',
    compareAll: 'bool',
    kind: 'text',
    message: 'text',
    hint: 'text',
    until: 'timestamptz',
    counts: 'bool',
    told: 'bool',
    startedAt: 'timestamptz',
  },
  row: {},
});

export const rest = statement({
  text: `UPDATE source SET full_requested = true, next_sync_at = $nextSyncAt, failure_kind = $kind,
      failure_message = $message, failure_hint = $hint, ${GIVEN_BACK}, ${SERVED}
    WHERE id = $id`,
  params: {
    id: 'uuid',
    nextSyncAt: 'timestamptz',
    kind: 'text',
    message: 'text',
    hint: 'text',
    startedAt: 'timestamptz',
  },
  row: {},
});

export const postpone = statement({
  text: `UPDATE source SET next_sync_at = ${waitUntil('next_sync_at')}, ${GIVEN_BACK}, ${SERVED}
    FROM unnest($ids::uuid[], $tokens::uuid[]) AS run(id, token)
    WHERE source.id = run.id AND source.lease_owner = run.token`,
  params: {
    ids: 'uuid[]',
    tokens: 'uuid[]',
    until: 'timestamptz',
    counts: 'bool',
    told: 'bool',
    startedAt: 'timestamptz',
  },
  row: {},
});
