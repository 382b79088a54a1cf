import { addConflict, type ConflictRow } from '@atelier/database/object/conflict-store';
import type { Transaction } from '@atelier/database/transaction';
import type { ConflictDraft } from './reconcile.ts';

type Disputed = Omit<ConflictRow, 'id' | 'kind' | 'groups' | 'outcome' | 'createdAt' | 'settledAt'> & {
  readonly now: Date;
  readonly newId: () => string;
};

/** Keeps both versions, whoever has won (S2). */
export async function noteConflict(
  transaction: Transaction,
  { kind, groups, outcome }: ConflictDraft,
  { calendarId, objectId, href, uid, summary, base, mine, theirs, actorId, now, newId }: Disputed,
): Promise<void> {
  const versions = { base, mine, theirs };
  const about = { id: newId(), calendarId, objectId, href, uid, summary, actorId };
  const settledAt = outcome === null ? null : now;
  await addConflict(transaction, { ...about, ...versions, kind, groups, outcome, createdAt: now, settledAt });
  transaction.announce({ topic: 'calendars', calendarId });
}
