import { known, statement } from '../statement.ts';

/** The provider's version that an edit was made from. */
interface BaseVersion {
  readonly etag: string | null;
  readonly source: string;
}

const SELECT = `SELECT o.id, o.calendar_id AS "calendarId", o.object_id AS "objectId", o.operation, o.href, o.uid,
    CASE WHEN o.base_source IS NULL THEN NULL
         ELSE json_build_object('etag', o.base_etag, 'source', o.base_source) END AS base,
    o.sent_source AS sent, o.summary, o.version, o.after_id AS "afterId",
    (SELECT moved.id FROM calendar_object moved WHERE moved.id = o.moved_to) AS "movedTo", o.actor_id AS "actorId",
    o.tells_organizer AS "tellsOrganizer", o.state, o.attempts, o.next_try_at AS "nextTryAt", o.created_at AS "createdAt", object.source AS mine
  FROM outbox o LEFT JOIN calendar_object object ON object.id = o.object_id`;

const row = {
  id: 'uuid',
  calendarId: 'uuid',
  /** The local object that a PUT brings to the provider; null for a DELETE. */
  objectId: 'uuid?',
  operation: 'OutboxOperation',
  href: 'text',
  uid: 'text',
  /** Null: it is not at the provider yet. */
  base: known<BaseVersion | null>('json?'),
  /** What was last handed to the provider; it may have arrived although nobody said so. */
  sent: 'text?',
  summary: 'text',
  version: 'int4',
  /** Waits until that row is done. */
  afterId: 'uuid?',
  /** The object that this DELETE is the old place of; null as well once that has been deleted. */
  movedTo: 'uuid?',
  actorId: 'text?',
  /** It carries the owner's answer to an invitation, which the server is to tell the organizer. */
  tellsOrganizer: 'bool',
  state: 'OutboxState',
  attempts: 'int4',
  nextTryAt: 'timestamptz',
  createdAt: 'timestamptz',
  /** The local object's source, as a PUT would send it; null for a DELETE. */
  mine: 'text?',
} as const;

/** Those that wait for another row stay back, and what a restored backup left in doubt for a word about itself. */
export const writesDue = statement({
  text: `${SELECT}
     WHERE o.calendar_id = $calendarId AND ($anyTime AND o.failure_kind IS DISTINCT FROM 'restored' OR o.next_try_at <= $now) AND o.id <> ALL ($except)
       AND NOT EXISTS (SELECT 1 FROM outbox before WHERE before.id = o.after_id)
     ORDER BY o.created_at, o.id LIMIT $limit`,
  params: { calendarId: 'uuid', now: 'timestamptz', anyTime: 'bool', except: 'uuid[]', limit: 'int8' },
  row,
});

export const writesAboutAny = statement({
  text: `${SELECT} WHERE o.calendar_id = $calendarId AND (o.href = ANY ($hrefs) OR (o.uid <> '' AND o.uid = ANY ($uids)))
     ORDER BY o.id`,
  params: { calendarId: 'uuid', hrefs: 'text[]', uids: 'text[]' },
  row,
});

export const writeToLock = statement({
  text: `${SELECT} WHERE o.id = $id FOR UPDATE OF o`,
  params: { id: 'uuid' },
  row,
});

export const writeOfObjectToLock = statement({
  text: `${SELECT} WHERE o.object_id = $objectId FOR UPDATE OF o`,
  params: { objectId: 'uuid' },
  row,
});

/** A try that does not count changes nothing about the next one, but to bring it nearer. */
export const noteFailure = statement({
  text: `UPDATE outbox SET attempts = attempts + CASE WHEN $counts THEN 1 ELSE 0 END, state = $state,
            next_try_at = CASE WHEN $counts OR next_try_at <= $at THEN $nextTryAt
                               ELSE least(next_try_at, $nextTryAt) END,
            failure_kind = $kind, failure_message = $message, failure_hint = $hint
     WHERE id = $id AND version = $version`,
  params: {
    id: 'uuid',
    version: 'int4',
    state: 'OutboxState',
    nextTryAt: 'timestamptz',
    kind: 'text',
    message: 'text',
    hint: 'text',
    counts: 'bool',
    at: 'timestamptz',
  },
  row: {},
});

export const holdAll = statement({
  text: `UPDATE outbox SET next_try_at = greatest(next_try_at, $until), failure_kind = $kind, failure_message = $message,
            failure_hint = $hint
     WHERE calendar_id = $calendarId AND state = 'WAITING' RETURNING id`,
  params: { calendarId: 'uuid', until: 'timestamptz', kind: 'text', message: 'text', hint: 'text' },
  row: { id: 'uuid' },
});

export const schedulePushes = statement({
  text: `UPDATE source SET push_at = (SELECT min(next_try_at) FROM outbox o WHERE o.calendar_id = source.id
       AND NOT EXISTS (SELECT 1 FROM outbox before WHERE before.id = o.after_id))
     WHERE id = ANY ($calendarIds)`,
  params: { calendarIds: 'uuid[]' },
  row: {},
});

export const oldPlaceInAccount = statement({
  text: `SELECT o.id, c.href AS "calendarHref", o.href, o.base_etag AS etag, o.base_source AS source
     FROM outbox o JOIN calendar c ON c.id = o.calendar_id
     WHERE o.after_id = $writeId AND o.operation = 'DELETE' AND o.base_source IS NOT NULL
       AND c.connection_id = $connectionId`,
  params: { writeId: 'uuid', connectionId: 'uuid' },
  row: { id: 'uuid', calendarHref: 'text!', href: 'text', etag: 'text?', source: 'text!' },
});

export const writeCounts = statement({
  text: `SELECT count(*) FILTER (WHERE state = 'WAITING') AS waiting, count(*) FILTER (WHERE state = 'PARKED') AS parked,
       (SELECT count(*) FROM conflict WHERE settled_at IS NULL) AS conflicts FROM outbox`,
  params: {},
  row: { waiting: 'int8', parked: 'int8', conflicts: 'int8' },
});
