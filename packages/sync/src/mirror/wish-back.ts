import type { CalendarPlace } from '@atelier/database/calendar/calendar-place';
import { addWrite, rebaseWrite, writeOfObject } from '@atelier/database/object/outbox-store';
import type { Transaction } from '@atelier/database/transaction';
import { settleSchedule } from './local-write.ts';

export interface WishBack {
  /** Locked. */
  readonly place: CalendarPlace;
  readonly objects: readonly {
    readonly id: string;
    readonly href: string;
    readonly uid: string;
    readonly summary: string;
  }[];
  readonly actorId: string;
  readonly now: Date;
  readonly newId: () => string;
}

/** Wishes objects that the provider has no more to be made there anew, as they are here. */
export async function wishBack(
  transaction: Transaction,
  { place, objects, actorId, now, newId }: WishBack,
): Promise<void> {
  for (const { id: objectId, href, uid, summary } of objects) {
    const waiting = await writeOfObject(transaction, objectId);
    if (waiting) {
      await rebaseWrite(transaction, waiting.id, { href, base: null, now });
      continue;
    }
    const about = { id: newId(), calendarId: place.id, objectId, href, uid, summary, actorId };
    const alone = { base: null, afterId: null, movedTo: null };
    await addWrite(transaction, { ...about, ...alone, operation: 'PUT' }, now);
  }
  await settleSchedule(transaction, [place.id], now);
}
