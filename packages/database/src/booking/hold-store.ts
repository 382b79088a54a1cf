import type { Bytes } from '../bytes.ts';
import type { Database } from '../database.ts';
import type { Transaction } from '../transaction.ts';
import { announceTimes, SPAN, type Span } from './claim-store.ts';

/** A time kept for somebody while they fill in the form. */
export interface HoldRow {
  readonly id: string;
  readonly artistId: string;
  readonly serviceId: string;
  readonly chairId: string | null;
  readonly startsAt: Date;
  readonly expiresAt: Date;
  /** How often it was extended. */
  readonly extended: number;
}

const COLUMNS = `id, artist_id AS "artistId", service_id AS "serviceId", chair_id AS "chairId", starts_at AS "startsAt",
  expires_at AS "expiresAt", extended`;

export async function insertHold(
  transaction: Transaction,
  hold: Omit<HoldRow, 'extended'>,
  tokenHash: Bytes,
  now: Date,
): Promise<void> {
  await transaction.query(
    `INSERT INTO hold (id, token_hash, artist_id, service_id, chair_id, starts_at, expires_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [hold.id, tokenHash, hold.artistId, hold.serviceId, hold.chairId, hold.startsAt, hold.expiresAt, now],
  );
}

/** By its token; also one that has just lapsed, as long as nobody else took the time. */
export async function findHold(
  { query }: Pick<Database, 'query'> | Pick<Transaction, 'query'>,
  tokenHash: Bytes,
): Promise<HoldRow | null> {
  const [row] = await query<HoldRow>(`SELECT ${COLUMNS} FROM hold WHERE token_hash = $1`, [tokenHash]);
  return row ?? null;
}

export async function extendHold(transaction: Transaction, id: string, expiresAt: Date): Promise<void> {
  await transaction.query('UPDATE hold SET expires_at = $2, extended = extended + 1 WHERE id = $1', [
    id,
    expiresAt,
  ]);
}

export async function deleteHold(transaction: Transaction, id: string): Promise<void> {
  const freed = await transaction.query<Span>(
    `WITH gone AS (DELETE FROM hold WHERE id = $1 RETURNING id)
     SELECT ${SPAN} FROM claim c JOIN gone ON gone.id = c.hold_id`,
    [id],
  );
  announceTimes(transaction, freed);
}

/** Gives back the times of holds nobody has come back to. */
export async function deleteLapsedHolds(transaction: Transaction, now: Date): Promise<void> {
  const freed = await transaction.query<Span>(
    `WITH gone AS (DELETE FROM hold WHERE expires_at <= $1 RETURNING id)
     SELECT ${SPAN} FROM claim c JOIN gone ON gone.id = c.hold_id`,
    [now],
  );
  announceTimes(transaction, freed);
}
