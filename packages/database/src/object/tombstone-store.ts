import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** How long what was deleted can be brought back, days. */
export const TOMBSTONE_DAYS = 30;

/** Something that was deleted, on either side. */
export interface Tombstone {
  readonly id: string;
  readonly calendarId: string;
  readonly href: string;
  readonly uid: string;
  readonly summary: string;
  readonly etag: string | null;
  readonly source: string;
  /** Deleted here; otherwise it was gone at the provider. */
  readonly local: boolean;
  readonly actorId: string | null;
  readonly private: boolean;
  readonly deletedAt: Date;
}

/** Keeps the text of objects that are about to be removed. Call it before they are. */
export async function buryObjects(
  transaction: Transaction,
  objectIds: readonly string[],
  death: { readonly local: boolean; readonly actorId: string | null; readonly at: Date },
): Promise<void> {
  if (objectIds.length === 0) return;
  await transaction.query(
    `INSERT INTO tombstone (id, calendar_id, href, uid, summary, etag, source, local, actor_id, deleted_at)
     SELECT gen_random_uuid(), calendar_id, href, uid, coalesce(components -> 0 ->> 'summary', ''), etag, source, $2, $3, $4
     FROM calendar_object WHERE id = ANY ($1::uuid[]) AND source <> ''`,
    [objectIds, death.local, death.actorId, death.at],
  );
}

const COLUMNS = `id, calendar_id AS "calendarId", href, uid, summary, etag, source, local, actor_id AS "actorId", private,
  deleted_at AS "deletedAt"`;

/** What was deleted here at these addresses, oldest first. */
export async function localTombstones(
  database: Database,
  calendarId: string,
  hrefs: readonly string[],
): Promise<readonly Pick<Tombstone, 'href' | 'etag'>[]> {
  return database.query(
    `SELECT href, etag FROM tombstone WHERE calendar_id = $1 AND href = ANY ($2) AND local ORDER BY deleted_at`,
    [calendarId, hrefs],
  );
}

export async function listTombstones(
  database: Database,
  calendarIds: readonly string[],
  limit: number,
): Promise<readonly Tombstone[]> {
  return database.query<Tombstone>(
    `SELECT ${COLUMNS} FROM tombstone WHERE calendar_id = ANY ($1::uuid[]) ORDER BY deleted_at DESC, id LIMIT $2`,
    [calendarIds, limit],
  );
}

export async function findTombstone(database: Database, id: string): Promise<Tombstone | null> {
  const [row] = await database.query<Tombstone>(`SELECT ${COLUMNS} FROM tombstone WHERE id = $1`, [id]);
  return row ?? null;
}

/** @returns false when it was brought back already. */
export async function removeTombstone(transaction: Transaction, id: string): Promise<boolean> {
  return (await transaction.query('DELETE FROM tombstone WHERE id = $1 RETURNING 1', [id])).length > 0;
}

export async function pruneTombstones(database: Database, now: Date): Promise<void> {
  await database.query(
    `DELETE FROM tombstone WHERE deleted_at < $1::timestamptz - make_interval(days => $2)`,
    [now, TOMBSTONE_DAYS],
  );
}
