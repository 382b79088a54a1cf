import { type CalendarPlace, lockCalendar } from '@atelier/database/calendar/calendar-place';
import { hasRevision } from '@atelier/database/object/event-lookup';
import { type Transaction, transact } from '@atelier/database/transaction';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';

/** What `saveLocal` and its like are given besides the object itself. */
export interface Authorship {
  readonly place: CalendarPlace;
  readonly actorId: string;
  readonly now: Date;
  readonly newId: () => string;
}

/** The version of an object that somebody wants to change is not the one that is there now. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
}

/**
 * Runs `work` in one transaction with the calendar locked, so that no pull and no other person comes in between.
 * @throws RevisionConflict when the calendar is gone, or when the object has another revision than `expected`.
 */
export async function inCalendar<T>(
  context: Pick<Context, 'database' | 'clock' | 'newId'>,
  actor: Actor,
  calendarId: string,
  expected: { readonly id: string; readonly revision: number } | null,
  work: (transaction: Transaction, authorship: Authorship) => Promise<T>,
): Promise<T> {
  return transact(context.database, async (transaction) => {
    const place = await lockCalendar(transaction, calendarId);
    if (!place) throw new RevisionConflict();
    if (expected) await expectRevision(transaction, expected);
    return work(transaction, { place, actorId: actor.userId, now: context.clock(), newId: context.newId });
  });
}

export async function expectRevision(
  transaction: Transaction,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<void> {
  if (!(await hasRevision(transaction, { id, revision }))) throw new RevisionConflict();
}
