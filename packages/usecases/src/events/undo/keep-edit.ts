import type { Database } from '@atelier/database/database';
import type { Transaction } from '@atelier/database/transaction';
import { keepReplaced, type ReplacedText, replacedBy } from '@atelier/database/undo/replaced-texts';
import type { Actor } from '../../actor.ts';

/** Chosen by whoever edits and wants to be able to take it back; calls with the same id are taken back together. */
export interface Undoable {
  readonly editId?: string | undefined;
}

/** In the transaction of the edit itself. */
export async function keepEdit(
  transaction: Transaction,
  actor: Actor,
  { editId, at }: Undoable & { readonly at: Date },
  replaced: readonly ReplacedText[],
): Promise<void> {
  if (editId === undefined || replaced.length === 0) return;
  await keepReplaced(transaction, { id: editId, actorId: actor.userId, at }, replaced);
}

/**
 * What this edit of this person has done already. Whoever was not answered asks again, under the same id: it is done once.
 */
export async function doneBefore(
  database: Database,
  actor: Actor,
  { editId }: Undoable,
): Promise<readonly ReplacedText[]> {
  return editId === undefined ? [] : replacedBy(database, { id: editId, actorId: actor.userId });
}

/** Of one object, where it stood: not a move that belongs to the same edit. */
export function changesText({ objectId, before, after }: ReplacedText, id: string): boolean {
  return objectId === id && before !== null && (after === null || after.calendarId === before.calendarId);
}
