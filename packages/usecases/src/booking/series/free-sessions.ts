import type { Slot, SlotReason } from '@atelier/booking/slot-query';
import type { Transaction } from '@atelier/database/transaction';
import { spokenTime } from '../../mail/spoken-time.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
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
    const found = await checkStudioOffer(transaction.query, offer, at, now);
    if (found.available) free.push({ slot: found.slot, chairId: found.chairs[0] ?? null });
    else taken.push({ at, reason: found.reason });
  }
  return taken.length === 0 ? done(free) : notFree(taken, offer.artist.timeZone);
}

const TOLD = 10;

function notFree(taken: readonly { at: Date; reason: SlotReason }[], zone: string): Outcome<never> {
  const spoken = spokenTime('en', zone);
  const named = taken.slice(0, TOLD).map(({ at, reason }) => `${spoken.short(at)} (${WHY[reason]})`);
  const more = taken.length > TOLD ? `, and ${taken.length - TOLD} more` : '';
  return refused(
    'conflict',
    `Not free: ${named.join('; ')}${more}. Nothing was booked.`,
    'Choose another time or another rhythm, or make room first.',
  );
}

const WHY: Readonly<Record<SlotReason, string>> = {
  CLOSED: 'no such time on that day',
  OFFGRID: 'not on a whole minute',
  BUSY: 'taken',
  BUFFER: 'too close to another appointment',
  NOTICE: 'past',
  HORIZON: 'too far ahead',
  LIMIT: 'fully booked',
  HELD: 'somebody is just booking it',
};
