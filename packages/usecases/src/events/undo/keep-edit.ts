import type { Transaction } from '@atelier/database/transaction';
import { keepReplaced, type ReplacedText } from '@atelier/database/undo/replaced-texts';
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
