import { type CalendarLease, holdLease } from '../calendar/calendar-lease.ts';
import type { Database } from '../database.ts';
import { type Transaction, transact } from '../transaction.ts';

/** The provider's version that an edit was made from. */
export interface BaseVersion {
  readonly etag: string | null;
  readonly source: string;
}

/** A write that still has to reach the provider. */
export interface OutboxRow {
  readonly id: string;
  readonly calendarId: string;
  /** The local object that a PUT brings to the provider; null for a DELETE. */
  readonly objectId: string | null;
  readonly operation: 'PUT' | 'DELETE';
  readonly href: string;
  readonly uid: string;
  /** Null: it is not at the provider yet. */
  readonly base: BaseVersion | null;
  /** What was last handed to the provider; it may have arrived although nobody said so. */
  readonly sent: string | null;
  readonly summary: string;
  readonly version: number;
  /** Waits until that row is done. */
  readonly afterId: string | null;
  /** The object that this DELETE is the old place of; null as well once that has been deleted. */
  readonly movedTo: string | null;
  readonly actorId: string | null;
  readonly state: 'WAITING' | 'PARKED';
  readonly attempts: number;
  readonly nextTryAt: Date;
  readonly createdAt: Date;
}

/** A waiting write with the text that a PUT would send. */
export interface PendingWrite extends OutboxRow {
  /** The local object's source; null for a DELETE. */
  readonly mine: string | null;
}

const COLUMNS = `o.id, o.calendar_id AS "calendarId", o.object_id AS "objectId", o.operation, o.href, o.uid,
  CASE WHEN o.base_source IS NULL THEN NULL
       ELSE json_build_object('etag', o.base_etag, 'source', o.base_source) END AS base,
  o.sent_source AS sent, o.summary, o.version, o.after_id AS "afterId", 
  (SELECT moved.id FROM calendar_object moved WHERE moved.id = o.moved_to) AS "movedTo", o.actor_id AS "actorId", o.state, o.attempts,
  o.next_try_at AS "nextTryAt", o.created_at AS "createdAt", object.source AS mine`;
const FROM = 'FROM outbox o LEFT JOIN calendar_object object ON object.id = o.object_id';

export interface DueRequest {
  readonly now: Date;
  /** Those too that a failure keeps waiting: a person asked. */
  readonly anyTime: boolean;
  /** Tried already in this run. */
  readonly except: readonly string[];
  readonly limit: number;
}

/** Writes of a calendar whose time has come, oldest first; those that wait for another row stay back. */
export async function dueWrites(
  database: Database,
  calendarId: string,
  { now, anyTime, except, limit }: DueRequest,
): Promise<readonly PendingWrite[]> {
  return database.query<PendingWrite>(
    `SELECT ${COLUMNS} ${FROM}
     WHERE o.calendar_id = $1 AND ($3 OR o.next_try_at <= $2) AND o.id <> ALL ($4::uuid[])
       AND NOT EXISTS (SELECT 1 FROM outbox before WHERE before.id = o.after_id)
     ORDER BY o.created_at, o.id LIMIT $5`,
    [calendarId, now, anyTime, except, limit],
  );
}

/** Every write that waits for one of these addresses or UIDs, parked or not. */
export async function writesAbout(
  transaction: Transaction,
  calendarId: string,
  hrefs: readonly string[],
  uids: readonly string[],
): Promise<readonly PendingWrite[]> {
  return transaction.query<PendingWrite>(
    `SELECT ${COLUMNS} ${FROM}
     WHERE o.calendar_id = $1 AND (o.href = ANY ($2) OR (o.uid <> '' AND o.uid = ANY ($3))) ORDER BY o.id`,
    [calendarId, hrefs, uids],
  );
}

/** Locks a row, so that an edit and a push of the same object take turns. */
export async function lockWrite(transaction: Transaction, id: string): Promise<PendingWrite | null> {
  const [row] = await transaction.query<PendingWrite>(
    `SELECT ${COLUMNS} ${FROM} WHERE o.id = $1 FOR UPDATE OF o`,
    [id],
  );
  return row ?? null;
}

export async function writeOfObject(
  transaction: Transaction,
  objectId: string,
): Promise<PendingWrite | null> {
  const [row] = await transaction.query<PendingWrite>(
    `SELECT ${COLUMNS} ${FROM} WHERE o.object_id = $1 FOR UPDATE OF o`,
    [objectId],
  );
  return row ?? null;
}

export type NewWrite = Pick<
  OutboxRow,
  | 'id'
  | 'calendarId'
  | 'objectId'
  | 'operation'
  | 'href'
  | 'uid'
  | 'base'
  | 'summary'
  | 'afterId'
  | 'movedTo'
  | 'actorId'
>;

export async function addWrite(transaction: Transaction, write: NewWrite, now: Date): Promise<void> {
  await transaction.query(
    `INSERT INTO outbox (id, calendar_id, object_id, operation, href, uid, base_etag, base_source, summary, after_id,
                         moved_to, actor_id, next_try_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
    [
      write.id,
      write.calendarId,
      write.objectId,
      write.operation,
      write.href,
      write.uid,
      write.base?.etag ?? null,
      write.base?.source ?? null,
      write.summary,
      write.afterId,
      write.movedTo,
      write.actorId,
      now,
    ],
  );
}

/** Another edit joins a write that still waits: tried anew at once, whatever had stopped it. */
export async function joinWrite(
  transaction: Transaction,
  id: string,
  wish: {
    readonly operation: 'PUT' | 'DELETE';
    readonly objectId: string | null;
    readonly summary: string;
    readonly actorId: string | null;
    readonly now: Date;
  },
): Promise<void> {
  await transaction.query(
    `UPDATE outbox SET operation = $2, object_id = $3, summary = $4, actor_id = $5, next_try_at = $6,
            version = version + 1, state = 'WAITING', attempts = 0, failure_kind = NULL, failure_message = NULL,
            failure_hint = NULL
     WHERE id = $1`,
    [id, wish.operation, wish.objectId, wish.summary, wish.actorId, wish.now],
  );
}

/** What the provider has become the version to build on; a lost answer need not be looked for any more. */
export async function rebaseWrite(
  transaction: Transaction,
  id: string,
  rebased: { readonly href: string; readonly base: BaseVersion | null; readonly now: Date },
): Promise<void> {
  await transaction.query(
    `UPDATE outbox SET href = $2, base_etag = $3, base_source = $4, sent_source = NULL, next_try_at = $5,
            version = version + 1, state = 'WAITING'
     WHERE id = $1`,
    [id, rebased.href, rebased.base?.etag ?? null, rebased.base?.source ?? null, rebased.now],
  );
}

/** Noted before the provider is asked, so that a lost answer is recognised afterwards (S3). */
export async function noteSent(
  database: Database,
  id: string,
  version: number,
  source: string,
): Promise<boolean> {
  const rows = await database.query(
    'UPDATE outbox SET sent_source = $3 WHERE id = $1 AND version = $2 RETURNING 1',
    [id, version, source],
  );
  return rows.length > 0;
}

/** The provider was looked at and does not have it: an earlier text is no longer in doubt. */
export async function forgetSent(
  transaction: Transaction,
  { id, version }: Pick<OutboxRow, 'id' | 'version'>,
): Promise<void> {
  await transaction.query('UPDATE outbox SET sent_source = NULL WHERE id = $1 AND version = $2', [
    id,
    version,
  ]);
}

export async function removeWrite(transaction: Transaction, id: string): Promise<void> {
  await transaction.query('DELETE FROM outbox WHERE id = $1', [id]);
}

export interface WriteFailure {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
  readonly state: 'WAITING' | 'PARKED';
  readonly nextTryAt: Date;
  /** False for a try that somebody asked for: it is not held against the write, and it waits no longer than before. */
  readonly counts: boolean;
  readonly at: Date;
}

/** Not if another edit has joined meanwhile: that one deserves a try of its own. */
export async function failWrite(
  transaction: Transaction,
  { id, version }: Pick<OutboxRow, 'id' | 'version'>,
  failure: WriteFailure,
): Promise<void> {
  await transaction.query(
    `UPDATE outbox SET attempts = attempts + CASE WHEN $8 THEN 1 ELSE 0 END, state = $3::"OutboxState",
            next_try_at = CASE WHEN $8 OR next_try_at <= $9 THEN $4 ELSE least(next_try_at, $4) END, failure_kind = $5,
            failure_message = $6, failure_hint = $7
     WHERE id = $1 AND version = $2`,
    [
      id,
      version,
      failure.state,
      failure.nextTryAt,
      failure.kind,
      failure.message,
      failure.hint,
      failure.counts,
      failure.at,
    ],
  );
}

/** Nothing of this calendar can be written for now; that is not held against any of its writes. */
export async function holdWrites(
  database: Database,
  lease: CalendarLease,
  held: Pick<WriteFailure, 'kind' | 'message' | 'hint'> & { readonly until: Date },
): Promise<void> {
  await transact(database, async (transaction) => {
    await holdLease(transaction, lease);
    const rows = await transaction.query(
      `UPDATE outbox SET next_try_at = greatest(next_try_at, $2), failure_kind = $3, failure_message = $4,
              failure_hint = $5
       WHERE calendar_id = $1 AND state = 'WAITING' RETURNING 1`,
      [lease.calendarId, held.until, held.kind, held.message, held.hint],
    );
    if (rows.length > 0) await schedulePush(transaction, [lease.calendarId]);
  });
}

/**
 * Brings the calendar's own note of its next push up to date with its rows. A row that waits for another
 * counts from when that one may be done.
 */
export async function schedulePush(transaction: Transaction, calendarIds: readonly string[]): Promise<void> {
  await transaction.query(
    `UPDATE calendar SET push_at = (SELECT min(next_try_at) FROM outbox o WHERE o.calendar_id = calendar.id
       AND NOT EXISTS (SELECT 1 FROM outbox before WHERE before.id = o.after_id))
     WHERE id = ANY ($1::uuid[])`,
    [calendarIds],
  );
}

/** Calendars whose rows waited for this one. */
export async function waitingFor(transaction: Transaction, id: string): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    'SELECT DISTINCT calendar_id AS id FROM outbox WHERE after_id = $1',
    [id],
  );
  return rows.map((row) => row.id);
}

/** Wakes the workers once the transaction is through. */
export async function tellDue(transaction: Transaction): Promise<void> {
  await transaction.query("SELECT pg_notify('atelier_due', '')");
}
