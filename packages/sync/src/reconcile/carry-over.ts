import { mergeObjects } from '@atelier/calendar/merge/merge-objects';
import { lockCalendar } from '@atelier/database/calendar/calendar-place';
import { findText } from '@atelier/database/object/event-lookup';
import type { Transaction } from '@atelier/database/transaction';
import { saveLocal } from '../mirror/local-write.ts';
import { noteConflict } from './note-conflict.ts';
import { drafted } from './reconcile.ts';

export interface CarryOver {
  readonly objectId: string;
  /** The version that was moved, and what the provider has made of it at the old place since. */
  readonly base: string;
  readonly theirs: string;
  readonly now: Date;
  readonly newId: () => string;
}

/** An event that was edited at its old place while it was being moved takes the edit along. */
export async function carryOver(transaction: Transaction, carried: CarryOver): Promise<void> {
  const { objectId, base, theirs, now, newId } = carried;
  const object = await findText(transaction, objectId);
  const place = object && (await lockCalendar(transaction, object.calendarId));
  if (!place) return;
  const prefer = place.onConflict === 'LOCAL' ? 'mine' : 'theirs';
  const mine = object.source;
  const merged = mergeObjects({ base, mine, theirs, prefer, now: now.toTemporalInstant() });
  if (merged.conflicts.length > 0) {
    const draft = drafted('BOTH_EDITED', merged.conflicts, place.onConflict);
    await noteConflict(transaction, draft, {
      ...object,
      objectId,
      base,
      mine,
      theirs,
      actorId: null,
      now,
      newId,
    });
  }
  await saveLocal(transaction, { place, objectId, source: merged.text, actorId: null, now, newId });
}
