import type { SlotReason } from '@atelier/booking/slot-query';
import type { Database } from '@atelier/database/database';

interface Look {
  readonly artistId: string;
  readonly start: Date;
  /** Of one's own hold, which takes nothing from oneself; null without one. */
  readonly holdId: string | null;
  readonly now: Date;
}

/**
 * Whether a start lies inside a time that the artist has given away, whatever else there is to check: the one cheap look
 * by which nearly all of a crowd learn that they are too late.
 */
export async function claimedAlready(
  { query }: Pick<Database, 'query'>,
  { artistId, start, holdId, now }: Look,
): Promise<SlotReason | null> {
  const [claim] = await query<{ kind: string }>(
    `SELECT c.kind FROM claim c LEFT JOIN hold h ON h.id = c.hold_id
     WHERE c.resource_id = $1 AND c.blocked @> $2::timestamptz AND c.starts_at <= $2 AND c.ends_at > $2
       AND (h.id IS NULL OR (h.expires_at > $3 AND h.id IS DISTINCT FROM $4::uuid))`,
    [artistId, start, now, holdId],
  );
  if (!claim) return null;
  return claim.kind === 'HELD' ? 'HELD' : 'BUSY';
}
