import { statement } from '../statement.ts';

// By hand, as every edit and every push writes here, a hundred of them in one go.

const id = { id: 'uuid' } as const;

export const putWrite = statement({
  text: `INSERT INTO outbox (id, calendar_id, object_id, operation, href, uid, base_etag, base_source, summary, after_id,
       moved_to, tells_organizer, actor_id, next_try_at, created_at)
     VALUES ($id, $calendarId, $objectId, $operation, $href, $uid, $baseEtag, $baseSource, $summary, $afterId,
       $movedTo, $tellsOrganizer, $actorId, $now, $now)`,
  params: {
    id: 'uuid',
    calendarId: 'uuid',
    objectId: 'uuid?',
    operation: 'OutboxOperation',
    href: 'text',
    uid: 'text',
    baseEtag: 'text?',
    baseSource: 'text?',
    summary: 'text',
    afterId: 'uuid?',
    movedTo: 'uuid?',
    tellsOrganizer: 'bool',
    actorId: 'text?',
    now: 'timestamptz',
  },
  row: {},
});

/** Whatever had stopped it before is over; an answer that it carries stays one. */
export const joinEdit = statement({
  text: `UPDATE outbox SET operation = $operation, object_id = $objectId, summary = $summary, actor_id = $actorId,
       tells_organizer = tells_organizer OR $tellsOrganizer, state = 'WAITING', version = version + 1, next_try_at = $now, attempts = 0,
       failure_kind = NULL, failure_message = NULL, failure_hint = NULL
     WHERE id = $id`,
  params: {
    id: 'uuid',
    operation: 'OutboxOperation',
    objectId: 'uuid?',
    summary: 'text',
    tellsOrganizer: 'bool',
    actorId: 'text?',
    now: 'timestamptz',
  },
  row: {},
});

export const setBase = statement({
  text: `UPDATE outbox SET href = $href, base_etag = $baseEtag, base_source = $baseSource, sent_source = NULL,
       state = 'WAITING', version = version + 1, next_try_at = $now
     WHERE id = $id`,
  params: { id: 'uuid', href: 'text', baseEtag: 'text?', baseSource: 'text?', now: 'timestamptz' },
  row: {},
});

export const setSent = statement({
  text: 'UPDATE outbox SET sent_source = $sentSource WHERE id = $id AND version = $version RETURNING id',
  params: { id: 'uuid', version: 'int4', sentSource: 'text?' },
  row: id,
});

export const deleteWrite = statement({
  text: 'DELETE FROM outbox WHERE id = $id',
  params: id,
  row: {},
});

export const calendarsAfter = statement({
  text: 'SELECT DISTINCT calendar_id AS "calendarId" FROM outbox WHERE after_id = $id',
  params: id,
  row: { calendarId: 'uuid' },
});

export const endMovesTo = statement({
  text: 'UPDATE outbox SET moved_to = NULL WHERE moved_to = $objectId',
  params: { objectId: 'uuid' },
  row: {},
});

export const waitFor = statement({
  text: 'UPDATE outbox SET after_id = $afterId, moved_to = $movedTo WHERE id = $id',
  params: { id: 'uuid', afterId: 'uuid?', movedTo: 'uuid?' },
  row: {},
});

export const letGoOf = statement({
  text: 'UPDATE outbox SET object_id = NULL WHERE object_id = $objectId',
  params: { objectId: 'uuid' },
  row: {},
});

export const otherWriteAt = statement({
  text: `SELECT id FROM outbox
     WHERE calendar_id = $calendarId AND href = $href AND id <> $writeId AND base_source IS NOT NULL LIMIT 1`,
  params: { calendarId: 'uuid', href: 'text', writeId: 'uuid' },
  row: id,
});
