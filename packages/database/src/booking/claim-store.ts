import type { Transaction } from '../transaction.ts';

export type ClaimKind = 'HELD' | 'REQUESTED' | 'CONFIRMED';

/** Time of an artist or a chair that somebody takes. Buffers in minutes. */
export interface NewClaim {
  readonly id: string;
  readonly resourceId: string;
  readonly holder: { readonly bookingId: string } | { readonly holdId: string };
  readonly kind: ClaimKind;
  readonly startsAt: Date;
  /** Exclusive, without the buffer. */
  readonly endsAt: Date;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
}

/**
 * Takes turns at these resources until the transaction ends: without it, claims that overlap wait for each other inside
 * the index and PostgreSQL has to break the knot, a second at a time. Always in one order, so that nobody waits in a
 * circle. Expired holds are gone afterwards: a clock cannot take part in a constraint.
 */
export async function takeTurns(
  transaction: Transaction,
  resourceIds: readonly string[],
  now: Date,
): Promise<void> {
  const ids = [...new Set(resourceIds)].sort();
  for (const id of ids) {
    await transaction.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [CLAIM_LOCKS, id]);
  }
  const freed = await transaction.query<Span>(
    `WITH gone AS (DELETE FROM hold WHERE expires_at <= $2
       AND id IN (SELECT hold_id FROM claim WHERE resource_id = ANY ($1::uuid[]) AND hold_id IS NOT NULL) RETURNING id)
     SELECT ${SPAN} FROM claim c JOIN gone ON gone.id = c.hold_id`,
    [ids, now],
  );
  announceTimes(transaction, freed);
}

/** Time of an artist or a chair, buffers included. */
export interface Span {
  readonly resourceId: string;
  readonly from: Date;
  readonly to: Date;
}

/** Columns of a `Span` of a claim `c`. */
export const SPAN = `c.resource_id AS "resourceId", lower(c.blocked) AS "from", upper(c.blocked) AS "to"`;

/** Whoever looks at these times right now is told (B7). */
export function announceTimes(transaction: Transaction, spans: readonly Span[]): void {
  for (const { resourceId: artistId, from, to } of spans)
    transaction.announce({ topic: 'slots', artistId, from, to });
}

/** Namespace of the advisory locks, apart from those of other purposes. */
const CLAIM_LOCKS = 7_301;

/**
 * Claims all of them or none; the database decides (B1). Call `takeTurns` first.
 * @returns false when any of them overlaps a claim that stands; nothing is then claimed, the transaction goes on.
 */
export async function addClaims(transaction: Transaction, claims: readonly NewClaim[]): Promise<boolean> {
  await transaction.query('SAVEPOINT claims');
  for (const claim of claims) {
    if (await addClaim(transaction, claim)) continue;
    await transaction.query('ROLLBACK TO SAVEPOINT claims');
    return false;
  }
  await transaction.query('RELEASE SAVEPOINT claims');
  const spans = claims.map((claim) => ({ resourceId: claim.resourceId, ...blockedBy(claim) }));
  announceTimes(transaction, spans);
  return true;
}

async function addClaim(transaction: Transaction, claim: NewClaim): Promise<boolean> {
  const { holder, startsAt, endsAt } = claim;
  const { from, to } = blockedBy(claim);
  const rows = await transaction.query(
    `INSERT INTO claim (id, resource_id, booking_id, hold_id, kind, starts_at, ends_at, blocked)
     VALUES ($1, $2, $3, $4, $5::"ClaimKind", $6, $7, tstzrange($8, $9, '[)')) ON CONFLICT DO NOTHING RETURNING 1`,
    [
      claim.id,
      claim.resourceId,
      'bookingId' in holder ? holder.bookingId : null,
      'holdId' in holder ? holder.holdId : null,
      claim.kind,
      startsAt,
      endsAt,
      from,
      to,
    ],
  );
  return rows.length > 0;
}

function blockedBy({
  startsAt,
  endsAt,
  bufferBefore,
  bufferAfter,
}: Pick<NewClaim, 'startsAt' | 'endsAt' | 'bufferBefore' | 'bufferAfter'>) {
  return {
    from: new Date(startsAt.getTime() - bufferBefore * MINUTE_MS),
    to: new Date(endsAt.getTime() + bufferAfter * MINUTE_MS),
  };
}

const MINUTE_MS = 60_000;

export async function dropClaims(transaction: Transaction, bookingId: string): Promise<void> {
  const freed = await transaction.query<Span>(
    `DELETE FROM claim c WHERE c.booking_id = $1 RETURNING ${SPAN}`,
    [bookingId],
  );
  announceTimes(transaction, freed);
}

export async function confirmClaims(transaction: Transaction, bookingId: string): Promise<void> {
  await transaction.query(`UPDATE claim SET kind = 'CONFIRMED' WHERE booking_id = $1`, [bookingId]);
}
