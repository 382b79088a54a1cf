import { checkSlot } from '@atelier/booking/slots/check-slot';
import type { SlotQuery, SlotReason } from '@atelier/booking/slots/slot-query';

/** Why a time that was free is not any more. */
export interface WhyGone {
  readonly reason: SlotReason;
  /** What is being booked, where that is the reason: it may come back. Without buffers. */
  readonly held: { readonly start: Date; readonly end: Date } | null;
}

/** The artist who comes nearest to it says why; null when it is free after all. */
export function whyGone(queries: readonly SlotQuery[], start: Date): WhyGone | null {
  let held: WhyGone | null = null;
  let other: WhyGone | null = null;
  for (const query of queries) {
    const found = checkSlot(query, start.getTime());
    if (found.available) return null;
    if (found.reason === 'HELD') held ??= { reason: 'HELD', held: holdOver(query, start.getTime()) };
    else other ??= { reason: found.reason, held: null };
  }
  return held ?? other;
}

const MINUTE_MS = 60_000;

/** The hold that takes a start, its buffers and those of the service included. */
function holdOver({ claims, service }: SlotQuery, start: number): WhyGone['held'] {
  const from = start - service.bufferBefore * MINUTE_MS;
  const to = start + (service.minutes + service.bufferAfter) * MINUTE_MS;
  const hold = claims.find(
    (claim) =>
      claim.kind === 'held' &&
      !claim.mine &&
      claim.start - claim.bufferBefore * MINUTE_MS < to &&
      claim.end + claim.bufferAfter * MINUTE_MS > from,
  );
  return hold ? { start: new Date(hold.start), end: new Date(hold.end) } : null;
}
