import type { Queryable } from '../database.ts';
import type { Transaction } from '../transaction.ts';

export interface HeldMails {
  readonly count: number;
  /** When the oldest of them was written; null where there is none. */
  readonly since: Date | null;
}

/** What waits for a person's word. */
export async function heldMails({ query }: Queryable): Promise<HeldMails> {
  const [row] = await query<HeldMails>(
    `SELECT count(*)::int AS count, min(created_at) AS since FROM mail WHERE state = 'HELD'`,
  );
  return row ?? { count: 0, since: null };
}

/**
 * They are to be sent after all, as if they had been written now.
 * @param ids null: all of them. @returns how many.
 */
export async function releaseMails(
  transaction: Transaction,
  ids: readonly string[] | null,
  now: Date,
): Promise<number> {
  const rows = await transaction.query<{ id: string }>(
    `UPDATE mail SET state = 'WAITING', reason = NULL, attempts = 0, due_at = $2
     WHERE state = 'HELD' AND ($1::uuid[] IS NULL OR id = ANY ($1)) RETURNING id`,
    [ids, now],
  );
  for (const { id } of rows) transaction.enqueue('deliver-mail', { id });
  return rows.length;
}

/** They are not to be sent. @param ids null: all of them. @returns how many. */
export async function dropMails({ query }: Queryable, ids: readonly string[] | null): Promise<number> {
  const rows = await query(
    `UPDATE mail SET state = 'DROPPED', reason = 'person'
     WHERE state = 'HELD' AND ($1::uuid[] IS NULL OR id = ANY ($1)) RETURNING 1`,
    [ids],
  );
  return rows.length;
}

/** What has not gone: waits for its time, or was given up. */
export async function countUnsent({
  prisma,
}: Queryable): Promise<Readonly<Record<'waiting' | 'failed', number>>> {
  const [waiting, failed] = await Promise.all([
    prisma.mail.count({ where: { state: 'WAITING' } }),
    prisma.mail.count({ where: { state: 'FAILED' } }),
  ]);
  return { waiting, failed };
}
