import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export type ConflictKind = 'BOTH_EDITED' | 'REMOTE_DELETED' | 'LOCAL_DELETED' | 'REFUSED';
export type ConflictOutcome = 'MINE' | 'THEIRS' | 'BOTH';

/** Two sides changed the same thing; both versions are kept, also after it is settled. */
export interface ConflictRow {
  readonly id: string;
  readonly calendarId: string;
  readonly objectId: string | null;
  readonly href: string;
  readonly uid: string;
  readonly summary: string;
  readonly kind: ConflictKind;
  readonly groups: readonly string[];
  readonly base: string | null;
  /** Null where that side had deleted it. */
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly actorId: string | null;
  readonly outcome: ConflictOutcome | null;
  readonly createdAt: Date;
  /** Null while a person has to decide. */
  readonly settledAt: Date | null;
}

/** A conflict as it is kept. */
export interface KeptConflict extends ConflictRow {
  /** One of its versions, or the event as it is now, is marked as not for everybody. */
  readonly private: boolean;
}

export async function addConflict(transaction: Transaction, conflict: ConflictRow): Promise<void> {
  await transaction.query(
    `INSERT INTO conflict (id, calendar_id, object_id, href, uid, summary, kind, groups, base_source, mine_source,
                           theirs_source, actor_id, outcome, created_at, settled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::"ConflictKind", $8, $9, $10, $11, $12, $13::"ConflictOutcome", $14, $15)`,
    [
      conflict.id,
      conflict.calendarId,
      conflict.objectId,
      conflict.href,
      conflict.uid,
      conflict.summary,
      conflict.kind,
      conflict.groups,
      conflict.base,
      conflict.mine,
      conflict.theirs,
      conflict.actorId,
      conflict.outcome,
      conflict.createdAt,
      conflict.settledAt,
    ],
  );
}

const COLUMNS = `id, calendar_id AS "calendarId", object_id AS "objectId", href, uid, summary, kind, groups,
  base_source AS base, mine_source AS mine, theirs_source AS theirs, actor_id AS "actorId", outcome,
  created_at AS "createdAt", settled_at AS "settledAt",
  private OR EXISTS (SELECT 1 FROM calendar_object object WHERE object.private
    AND object.calendar_id = conflict.calendar_id
    AND (object.id = conflict.object_id OR (object.uid = conflict.uid AND object.uid <> ''))) AS private`;

/** Newest first; settled ones only when asked for. */
export async function listConflicts(
  database: Database,
  query: { readonly calendarIds: readonly string[]; readonly settled: boolean; readonly limit: number },
): Promise<readonly KeptConflict[]> {
  return database.query<KeptConflict>(
    `SELECT ${COLUMNS} FROM conflict
     WHERE calendar_id = ANY ($1::uuid[]) AND ($2 OR settled_at IS NULL) ORDER BY created_at DESC, id LIMIT $3`,
    [query.calendarIds, query.settled, query.limit],
  );
}

export async function findConflict(
  database: Database | Transaction,
  id: string,
): Promise<KeptConflict | null> {
  const [row] = await database.query<KeptConflict>(`SELECT ${COLUMNS} FROM conflict WHERE id = $1`, [id]);
  return row ?? null;
}

/** @returns false when somebody else has settled it in another way meanwhile. */
export async function settleConflict(
  transaction: Transaction,
  conflict: Pick<ConflictRow, 'id' | 'settledAt'>,
  settled: { readonly outcome: ConflictOutcome; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const rows = await transaction.query(
    `UPDATE conflict SET outcome = $2::"ConflictOutcome", settled_by = $3, settled_at = $4
     WHERE id = $1 AND settled_at IS NOT DISTINCT FROM $5 RETURNING 1`,
    [conflict.id, settled.outcome, settled.by, settled.at, conflict.settledAt],
  );
  return rows.length > 0;
}
