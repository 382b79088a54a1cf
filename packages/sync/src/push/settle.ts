import { holdCalendarLease } from '@atelier/database/calendar/calendar-lease';
import { type CalendarPlace, lockCalendar } from '@atelier/database/calendar/calendar-place';
import {
  forgetSent,
  lockWrite,
  type PendingWrite,
  schedulePush,
} from '@atelier/database/object/outbox-store';
import { transact } from '@atelier/database/transaction';
import type { EngineServices } from '../engine-services.ts';
import { freshHref } from '../mirror/local-write.ts';
import type { Settlement } from '../reconcile/reconcile.ts';
import { settleWrite } from '../reconcile/settle-write.ts';
import type { PushRequest } from './push-request.ts';

/**
 * Does what `decide` says about the write as it stands now, in one transaction with everything that follows from it.
 * @returns the write as it stands afterwards; null when it is done.
 */
export async function settle(
  { database, clock, newId }: EngineServices,
  { calendar, lease, conflicted }: PushRequest,
  write: PendingWrite,
  decide: (current: PendingWrite, place: CalendarPlace) => Settlement,
): Promise<PendingWrite | null> {
  return transact(database, async (transaction) => {
    await holdCalendarLease(transaction, lease);
    const place = await lockCalendar(transaction, calendar.id);
    const current = await lockWrite(transaction, write.id);
    if (!place || !current) return null;
    const settlement = decide(current, place);
    await settleWrite(transaction, { place, now: clock(), newId }, current, settlement);
    if (settlement.kind === 'unchanged') await forgetSent(transaction, current);
    await schedulePush(transaction, [calendar.id]);
    if (settlement.kind !== 'unchanged' && settlement.conflict) conflicted();
    return await lockWrite(transaction, write.id);
  });
}

/** What a decision needs to know besides the versions. */
export function judgement({ clock, newId }: EngineServices, place: CalendarPlace) {
  return {
    policy: place.onConflict,
    ownedByOther: place.ownedByOther,
    now: clock().toTemporalInstant(),
    freshHref: freshHref(place, newId()),
  };
}
