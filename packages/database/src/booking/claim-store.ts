import type { Queryable } from '../database.ts';
import type { ClaimKind } from '../generated/client.ts';
import { waitForTurn } from '../postgres/turn.sql.ts';
import { tentatively } from '../savepoint.ts';
import type { RowOf } from '../statement.ts';
import type { Transaction } from '../transaction.ts';
import { addOneClaim, claimAt, deleteExpiredHoldsOn, dropClaimsOf } from './claim-store.sql.ts';

export type { ClaimKind } from '../generated/client.ts';

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
  for (const key of ids) await transaction.query(waitForTurn, { room: CLAIM_LOCKS, key });
  announceTimes(transaction, await transaction.query(deleteExpiredHoldsOn, { resourceIds: ids, now }));
}

/** Time of an artist or a chair, buffers included. */
export type Span = RowOf<typeof dropClaimsOf>;

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
  const added = await tentatively(transaction, async () => {
    for (const claim of claims) if (!(await addClaim(transaction, claim))) return false;
    return true;
  });
  if (added) {
    const spans = claims.map((claim) => ({ resourceId: claim.resourceId, ...blockedBy(claim) }));
    announceTimes(transaction, spans);
  }
  return added;
}

async function addClaim(transaction: Transaction, claim: NewClaim): Promise<boolean> {
  const { id, resourceId, holder, kind, startsAt, endsAt } = claim;
  const rows = await transaction.query(addOneClaim, {
    id,
    resourceId,
    kind,
    startsAt,
    endsAt,
    bookingId: null,
    holdId: null,
    ...holder,
    ...blockedBy(claim),
  });
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
  announceTimes(transaction, await transaction.query(dropClaimsOf, { bookingId }));
}

export async function confirmClaims({ prisma }: Transaction, bookingId: string): Promise<void> {
  await prisma.claim.updateMany({ where: { bookingId }, data: { kind: 'CONFIRMED' } });
}

export interface ClaimLook {
  readonly artistId: string;
  readonly start: Date;
  /** Of one's own hold, which takes nothing from oneself; null without one. */
  readonly holdId: string | null;
  readonly now: Date;
}

/** What has an artist's time at an instant; null: nothing has. */
export async function claimOver({ query }: Queryable, look: ClaimLook): Promise<ClaimKind | null> {
  const [claim] = await query(claimAt, look);
  return claim?.kind ?? null;
}
