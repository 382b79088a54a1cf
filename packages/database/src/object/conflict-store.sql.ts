import type { TakenGroups } from '@atelier/calendar/merge/take-groups';
import { known, statement } from '../statement.ts';

/** One of its versions, or the event as it is now, is marked as not for everybody. */
const PRIVATE = `(conflict.private OR EXISTS (SELECT 1 FROM calendar_object object WHERE object.private
    AND object.calendar_id = conflict.calendar_id
    AND (object.id = conflict.object_id OR (object.uid = conflict.uid AND object.uid <> '')))) AS private`;
const COLUMNS = `id, calendar_id AS "calendarId", object_id AS "objectId", href, uid, summary, kind, groups,
  base_source AS base, mine_source AS mine, theirs_source AS theirs, actor_id AS "actorId",
  outcome, taken, created_at AS "createdAt", settled_at AS "settledAt", ${PRIVATE}`;
const row = {
  id: 'uuid',
  calendarId: 'uuid',
  objectId: 'uuid?',
  href: 'text',
  uid: 'text',
  summary: 'text',
  kind: 'ConflictKind',
  groups: 'text[]',
  base: 'text?',
  /** Null where that side had deleted it. */
  mine: 'text?',
  theirs: 'text?',
  actorId: 'text?',
  outcome: 'ConflictOutcome?',
  /** Whose each field group was, where it was settled field by field. */
  taken: known<TakenGroups | null>('jsonb?'),
  createdAt: 'timestamptz',
  /** Null while a person has to decide. */
  settledAt: 'timestamptz?',
  private: 'bool',
} as const;

export const conflictsOf = statement({
  text: `SELECT ${COLUMNS} FROM conflict
     WHERE calendar_id = ANY ($calendarIds) AND ($settled OR settled_at IS NULL) ORDER BY created_at DESC, id LIMIT $limit`,
  params: { calendarIds: 'uuid[]', settled: 'bool', limit: 'int8' },
  row,
});

export const conflictById = statement({
  text: `SELECT ${COLUMNS} FROM conflict WHERE id = $id`,
  params: { id: 'uuid' },
  row,
});
