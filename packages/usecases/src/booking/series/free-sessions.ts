import type { Slot, SlotReason } from '@atelier/booking/slots/slot-query';
import type { Transaction } from '@atelier/database/transaction';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { checkStudioOffer } from '../availability/check-offer.ts';
import type { Offer } from '../availability/offer.ts';

/** A session that can be had. */
export interface FreeSession {
  readonly slot: Slot;
  readonly chairId: string | null;
}

/** All of them, or a refusal that names those that are not free. Call it with turns taken. */
export async function freeSessions(
  transaction: Transaction,
  offer: Offer,
  starts: readonly Date[],
  now: Date,
): Promise<Outcome<readonly FreeSession[]>> {
  const free: FreeSession[] = [];
  const taken: { at: Date; reason: SlotReason }[] = [];
  for (const at of starts) {
    const found = await checkStudioOffer(transaction, offer, at, now);
    if (found.available) free.push({ slot: found.slot, chairId: found.chairs[0] ?? null });
    else taken.push({ at, reason: found.reason });
  }
  return taken.length === 0 ? done(free) : notFree(taken, offer.artist.timeZone);
}

const TOLD = 10;

function notFree(taken: readonly { at: Date; reason: SlotReason }[], zone: string): Outcome<never> {
  const told = taken.slice(0, TOLD).map(({ at, reason }) => ({ at: at.toISOString(), reason }));
  const more = taken.length - told.length;
  return refusedFor('conflict', 'sessions-not-free', { taken: told, more, zone });
}
