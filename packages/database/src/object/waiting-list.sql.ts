import { statement } from '../statement.ts';

const PRIVATE = `(outbox.private OR EXISTS (
  SELECT 1 FROM calendar_object object WHERE object.id IN (outbox.object_id, outbox.moved_to) AND object.private)) AS private`;

export const writesOf = statement({
  text: `SELECT id, calendar_id AS "calendarId", object_id AS "objectId", operation, summary, state, attempts,
            next_try_at AS "nextTryAt", failure_kind AS "failureKind", failure_message AS "failureMessage", failure_hint AS "failureHint",
            created_at AS "createdAt", ${PRIVATE}
     FROM outbox WHERE calendar_id = ANY ($calendarIds) ORDER BY state DESC, created_at, id LIMIT $limit`,
  params: { calendarIds: 'uuid[]', limit: 'int8' },
  row: {
    id: 'uuid',
    calendarId: 'uuid',
    objectId: 'uuid?',
    operation: 'OutboxOperation',
    summary: 'text',
    state: 'OutboxState',
    attempts: 'int4',
    nextTryAt: 'timestamptz',
    failureKind: 'text?',
    failureMessage: 'text?',
    failureHint: 'text?',
    createdAt: 'timestamptz',
    private: 'bool',
  },
});

export const placeOfOne = statement({
  text: `SELECT calendar_id AS "calendarId", ${PRIVATE} FROM outbox WHERE id = $id`,
  params: { id: 'uuid' },
  row: { calendarId: 'uuid', private: 'bool' },
});
