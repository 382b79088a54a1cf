import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface OverrideRow {
  readonly artistId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly ranges: readonly object[];
}

/** Replaces every override of an artist. */
export async function setOverrides(
  transaction: Transaction,
  artistId: string,
  overrides: readonly Omit<OverrideRow, 'artistId'>[],
): Promise<void> {
  await transaction.query('DELETE FROM date_override WHERE artist_id = $1', [artistId]);
  await transaction.query(
    `INSERT INTO date_override (artist_id, date, ranges)
     SELECT $1::uuid, one.date, one.ranges FROM jsonb_to_recordset($2::jsonb) AS one (date date, ranges jsonb)`,
    [artistId, JSON.stringify(overrides)],
  );
}

export interface ClosureRow {
  readonly id: string;
  /** Null: the whole studio. */
  readonly artistId: string | null;
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export async function listOverrides(
  { query }: Pick<Database, 'query'>,
  artistIds: readonly string[],
): Promise<readonly OverrideRow[]> {
  return query<OverrideRow>(
    `SELECT artist_id AS "artistId", date, ranges FROM date_override WHERE artist_id = ANY ($1::uuid[]) ORDER BY date`,
    [artistIds],
  );
}

/** @param artistIds null: the whole studio's. */
export async function listClosures(
  { query }: Pick<Database, 'query'>,
  artistIds: readonly string[] | null,
): Promise<readonly ClosureRow[]> {
  return query<ClosureRow>(
    `SELECT id, artist_id AS "artistId", first_date AS "from", last_date AS "to", reason FROM closure
     WHERE CASE WHEN $1::uuid[] IS NULL THEN artist_id IS NULL ELSE artist_id = ANY ($1) END
     ORDER BY first_date, id`,
    [artistIds],
  );
}

export async function insertClosure(transaction: Transaction, closure: ClosureRow): Promise<void> {
  const { id, artistId, from, to, reason } = closure;
  await transaction.query(
    'INSERT INTO closure (id, artist_id, first_date, last_date, reason) VALUES ($1, $2, $3, $4, $5)',
    [id, artistId, from, to, reason],
  );
}

/** One of the whole studio's. @returns false when there is no such closure. */
export async function deleteStudioClosure(transaction: Transaction, id: string): Promise<boolean> {
  const gone = await transaction.query(
    'DELETE FROM closure WHERE id = $1 AND artist_id IS NULL RETURNING 1',
    [id],
  );
  return gone.length > 0;
}

/** Replaces every closure of an artist. */
export async function setClosures(
  transaction: Transaction,
  artistId: string,
  closures: readonly Omit<ClosureRow, 'artistId'>[],
): Promise<void> {
  await transaction.query('DELETE FROM closure WHERE artist_id = $1', [artistId]);
  for (const closure of closures) await insertClosure(transaction, { ...closure, artistId });
}
