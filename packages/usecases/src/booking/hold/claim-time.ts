import { addClaims, type ClaimKind, type NewClaim } from '@atelier/database/booking/claim-store';
import type { Transaction } from '@atelier/database/transaction';

export interface ClaimedTime
  extends Pick<NewClaim, 'holder' | 'startsAt' | 'endsAt' | 'bufferBefore' | 'bufferAfter'> {
  readonly artistId: string;
  readonly chairId: string | null;
  readonly kind: ClaimKind;
}

/** Claims a time of the artist, and of the chair where one is needed: both or neither. @returns false when taken. */
export function claimTime(
  transaction: Transaction,
  newId: () => string,
  { artistId, chairId, ...claim }: ClaimedTime,
): Promise<boolean> {
  const resources = [artistId, ...(chairId === null ? [] : [chairId])];
  return addClaims(
    transaction,
    resources.map((resourceId) => ({ ...claim, id: newId(), resourceId })),
  );
}
