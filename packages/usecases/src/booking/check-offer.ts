import { checkSlot, type SlotCheck } from '@atelier/booking/check-slot';
import { takeTurns } from '@atelier/database/booking/claim-store';
import { slotSource } from '@atelier/database/booking/slot-source';
import type { Database } from '@atelier/database/database';
import type { Transaction } from '@atelier/database/transaction';
import type { Offer } from './offer.ts';
import { type Own, slotQueryOf } from './slot-query-of.ts';

const MINUTE_MS = 60_000;
/** Claims of the whole local date count against its limit, wherever that date begins. */
const DAY_MS = 86_400_000;

/** Whether a service may start then, by what the database knows at this moment. */
export async function checkOffer(
  query: Database['query'] | Transaction['query'],
  { artist, service }: Offer,
  start: Date,
  now: Date,
  own: Own,
): Promise<SlotCheck> {
  const end = start.getTime() + service.minutes * MINUTE_MS;
  const span = { from: new Date(start.getTime() - DAY_MS), to: new Date(end + DAY_MS), now };
  const source = await slotSource(query, [artist.id], span);
  return checkSlot(slotQueryOf(artist, service, source, now, own), start.getTime());
}

/** Takes turns at everything that a service may claim: the artist, and any of the chairs. */
export async function takeTurnsAt(
  transaction: Transaction,
  { artist, service }: Offer,
  now: Date,
): Promise<void> {
  const chairs = service.needsChair
    ? await transaction.query<{ id: string }>('SELECT id FROM chair WHERE active')
    : [];
  await takeTurns(transaction, [artist.id, ...chairs.map(({ id }) => id)], now);
}
