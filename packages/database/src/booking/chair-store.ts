import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** A chair or room that a service may need. */
export interface ChairRow {
  readonly id: string;
  readonly name: string;
  /** Only these are given to bookings. */
  readonly active: boolean;
  readonly position: number;
}

export async function listChairs({ query }: Pick<Database, 'query'>): Promise<readonly ChairRow[]> {
  return query<ChairRow>('SELECT id, name, active, position FROM chair ORDER BY position, name, id');
}

export async function saveChair(transaction: Transaction, chair: ChairRow): Promise<void> {
  await transaction.query(
    `INSERT INTO chair (id, name, active, position) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET (name, active, position) = ROW ($2, $3, $4)`,
    [chair.id, chair.name, chair.active, chair.position],
  );
}

/** @returns false, and nothing is changed, where a booking has it. */
export async function deleteChair(transaction: Transaction, id: string): Promise<boolean> {
  const gone = await transaction.query(
    `DELETE FROM chair c WHERE c.id = $1 AND NOT EXISTS (SELECT 1 FROM booking WHERE chair_id = c.id) RETURNING 1`,
    [id],
  );
  return gone.length > 0;
}
