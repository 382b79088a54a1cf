import { followSoon } from '@atelier/database/booking/open-entries';
import { raiseRevision } from '@atelier/database/calendar/calendar-place';
import { putObjects, removeObjects, type StoredObject, spanOf } from '@atelier/database/object/object-store';
import { storableInstant } from '@atelier/database/object/storable-time';
import type { Transaction } from '@atelier/database/transaction';

/** What happens to the objects of one calendar in one transaction. */
export interface ObjectChanges {
  readonly put: readonly StoredObject[];
  /** Those of `put` that were stored before. */
  readonly replaced: readonly string[];
  readonly remove: readonly string[];
}

/** Writes objects with their occurrences, and tells every open browser which dates to repaint. */
export async function storeChanges(
  transaction: Transaction,
  calendarId: string,
  changes: ObjectChanges,
): Promise<void> {
  if (changes.put.length + changes.remove.length === 0) return;
  const span = await touchedSpan(transaction, changes);
  await removeObjects(transaction, changes.remove);
  await putObjects(transaction, calendarId, changes.put, changes.replaced);
  await raiseRevision(transaction, calendarId);
  transaction.announce({ topic: 'events', calendarId, ...span });
  await followSoon(transaction, [...changes.replaced, ...changes.remove]);
}

/**
 * The dates to repaint: where the touched objects were, and where they are going to be. None at all,
 * meaning everywhere, when a series is among them: it may also change dates that are not stored.
 */
async function touchedSpan(
  transaction: Transaction,
  { put, replaced, remove }: ObjectChanges,
): Promise<{ readonly from?: Date; readonly to?: Date }> {
  if (put.some(({ recurring }) => recurring)) return {};
  const before = await spanOf(transaction, [...replaced, ...remove]);
  const starts = put.flatMap(({ occurrences }) => occurrences.map(({ start }) => start));
  const ends = put.flatMap(({ occurrences }) => occurrences.map(({ end }) => end));
  if (before) {
    starts.push(before.from.getTime());
    ends.push(before.to.getTime());
  }
  if (starts.length === 0) return {};
  return { from: storableInstant(Math.min(...starts)), to: storableInstant(Math.max(...ends)) };
}
