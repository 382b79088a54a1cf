import { type OpeningHours, WEEKDAYS } from '@atelier/booking/hours/opening-hours';
import { checkSlot, type SlotCheck } from '@atelier/booking/slots/check-slot';
import type { SlotQuery } from '@atelier/booking/slots/slot-query';
import { activeChairIds } from '@atelier/database/booking/chair-store';
import { takeTurns } from '@atelier/database/booking/claim-store';
import { slotSource } from '@atelier/database/booking/slot-source';
import type { Queryable } from '@atelier/database/database';
import type { Transaction } from '@atelier/database/transaction';
import type { Offer } from './offer.ts';
import { type Own, slotQueryOf } from './slot-query-of.ts';

const MINUTE_MS = 60_000;
/** Claims of the whole local date count against its limit, wherever that date begins. */
const DAY_MS = 86_400_000;

/** Whether a service may start then, by what the database knows at this moment. */
export async function checkOffer(
  source: Queryable,
  offer: Offer,
  start: Date,
  now: Date,
  own: Own,
): Promise<SlotCheck> {
  return checkSlot(await queryAt(source, offer, start, now, own), start.getTime());
}

/**
 * The same for an appointment that the studio makes itself. Opening hours, grid, notice, horizon and daily limit bind
 * those who book from outside; the studio may open early for somebody. What takes time binds it too: events, claims,
 * holds, buffers and chairs.
 */
export async function checkStudioOffer(
  source: Queryable,
  offer: Offer,
  start: Date,
  now: Date,
): Promise<SlotCheck> {
  const asked = await queryAt(source, offer, start, now, {});
  const free = { slotInterval: 1, notice: 0, horizon: FAR_DAYS, dailyLimit: null };
  // A walk-in is often written down when it has begun.
  const earliest = Math.min(now.getTime(), start.getTime());
  return checkSlot({ ...asked, hours: ALWAYS, rules: free, now: earliest }, start.getTime());
}

const FAR_DAYS = 36_500;
const ALWAYS: OpeningHours = {
  weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, [{ start: 0, end: 1_440 }]])),
  overrides: [],
  closures: [],
};

async function queryAt(
  source: Queryable,
  { artist, service }: Offer,
  start: Date,
  now: Date,
  own: Own,
): Promise<SlotQuery> {
  const minutes = own.agreed?.minutes ?? service.minutes;
  const end = start.getTime() + minutes * MINUTE_MS;
  const span = { from: new Date(start.getTime() - DAY_MS), to: new Date(end + DAY_MS), now };
  return slotQueryOf(artist, service, await slotSource(source, [artist.id], span), now, own);
}

/** Takes turns at everything that a service may claim: the artist, any of the chairs, and what is `claimed` already. */
export async function takeTurnsAt(
  transaction: Transaction,
  { artist, service }: Offer,
  now: Date,
  claimed: readonly string[] = [],
): Promise<void> {
  const chairs = service.needsChair ? await activeChairIds(transaction) : [];
  await takeTurns(transaction, [artist.id, ...chairs, ...claimed], now);
}
