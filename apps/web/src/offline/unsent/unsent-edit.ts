import type { Change } from '../../agenda/edit/change.ts';
import type { Pending } from '../../agenda/edit/pending.ts';

/** A change that was made while nobody answered. */
export interface UnsentEdit {
  /** By which the server knows it: however often it arrives, it is done once. */
  readonly editId: string;
  readonly change: Change;
  /** What was done, for the person who did it. */
  readonly text: string;
  /** As the agenda shows it meanwhile. */
  readonly pending: readonly Pending[];
  readonly at: Date;
  /** Why the server has said no; null while it waits. */
  readonly refused: { readonly message: string; readonly hint: string | null } | null;
}

/** What is changed here without having been answered is not known to the server in any version. */
export function afterSending(sent: Change, later: Change): Change {
  if (!('revision' in later) || !('revision' in sent) || sent.id !== later.id) return later;
  return { ...later, revision: undefined };
}
