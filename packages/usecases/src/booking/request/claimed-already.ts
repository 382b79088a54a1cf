import type { SlotReason } from '@atelier/booking/slots/slot-query';
import { type ClaimLook, claimOver } from '@atelier/database/booking/claim-store';
import type { Queryable } from '@atelier/database/database';

/**
 * Whether a start lies inside a time that the artist has given away, whatever else there is to check: the one cheap look
 * by which nearly all of a crowd learn that they are too late.
 */
export async function claimedAlready(source: Queryable, look: ClaimLook): Promise<SlotReason | null> {
  const kind = await claimOver(source, look);
  if (kind === null) return null;
  return kind === 'HELD' ? 'HELD' : 'BUSY';
}
