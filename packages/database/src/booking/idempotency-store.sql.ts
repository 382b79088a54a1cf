import { known, statement } from '../statement.ts';

export const answerOf = statement({
  text: 'SELECT request_hash AS "requestHash", status, answer FROM idempotency WHERE key = $key',
  params: { key: 'text' },
  row: {
    requestHash: 'bytea',
    /** HTTP status. */
    status: 'int4',
    answer: known<object>('jsonb'),
  },
});

export const putAnswer = statement({
  text: `INSERT INTO idempotency (key, request_hash, status, answer, created_at)
     VALUES ($key, $requestHash, $status, $answer, $now)`,
  params: { key: 'text', requestHash: 'bytea', status: 'int4', answer: 'jsonb', now: 'timestamptz' },
  row: {},
});
