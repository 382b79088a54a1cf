import { copyEvent } from '@atelier/calendar/import/copy-event';
import { mergeObjects } from '@atelier/calendar/merge/merge-objects';
import { type TakenGroups, takeGroups } from '@atelier/calendar/merge/take-groups';
import { type ConflictRow, findConflict, settleConflict } from '@atelier/database/object/conflict-store';
import { findByIdOrUid } from '@atelier/database/object/event-lookup';
import type { Transaction } from '@atelier/database/transaction';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { fitToChange } from '../events/write/fit-to-change.ts';
import { orRefused } from '../events/write/or-refused.ts';
import { removeFitting, saveFitting } from '../events/write/save-fitting.ts';
import { type Authorship, inCalendar, RevisionConflict } from '../events/write/write-object.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { visibleConflict } from './list-conflicts.ts';

/** One version as a whole, both beside each other, or a version of each field group. */
export type Take = 'mine' | 'theirs' | 'both' | TakenGroups;

export interface ResolveConflict {
  readonly id: string;
  readonly take: Take;
}

/**
 * Settles a conflict, or settles it anew in another way: what lost was kept. The version taken becomes an edit of the
 * event as it is now; what others have changed since in other fields stays.
 */
export async function resolveConflict(
  context: Context,
  actor: Actor,
  { id, take }: ResolveConflict,
): Promise<Outcome<ResolveConflict>> {
  const found = await visibleConflict(context, actor, id);
  if (!found.ok) return found;
  const { conflict, calendar } = found.value;
  const current = await findByIdOrUid(context.database, conflict);
  // What was taken in place of a copy that hides things, or of a damaged one, is not written over it.
  const fit = current ? fitToChange(current.source, calendar) : done(null);
  if (!fit.ok) return fit;
  if (typeof take === 'object' && pieced(conflict, take, current?.source, context.clock()) === null)
    return refusedFor('invalid', 'conflict-whole-only');
  return orRefused(
    inCalendar(context, actor, conflict.calendarId, null, async (transaction, authorship) => {
      const now = await findConflict(transaction, id);
      if (!now || eventAccess(actor, calendar, now) === 'refused') throw new RevisionConflict();
      const settled = { ...outcomeOf(take), by: actor.userId, at: authorship.now };
      if (!(await settleConflict(transaction, conflict, settled))) throw new RevisionConflict();
      await carryOut(transaction, authorship, conflict, take);
    }).then(() => done({ id, take })),
  );
}

function outcomeOf(take: Take) {
  if (typeof take === 'object') return { outcome: 'MIXED', taken: take } as const;
  return { outcome: take.toUpperCase() as Uppercase<typeof take> };
}

/** The event with each field group of its side; null where it can only be settled as a whole. */
function pieced(
  { mine, theirs }: ConflictRow,
  take: TakenGroups,
  current: string | undefined,
  now: Date,
): string | null {
  if (mine === null || theirs === null) return null;
  return takeGroups({ current: current ?? theirs, mine, theirs, take, now: now.toTemporalInstant() });
}

/** The remote version stands unless ours won before. */
async function carryOut(
  transaction: Transaction,
  authorship: Authorship,
  conflict: ConflictRow,
  take: ResolveConflict['take'],
): Promise<void> {
  const { base, mine, theirs } = conflict;
  if (typeof take === 'object') return pieceTogether(transaction, authorship, conflict, take);
  if (take === 'mine') return install(transaction, authorship, conflict, { base, wanted: mine });
  if (conflict.outcome === 'MINE' || conflict.outcome === 'MIXED')
    await install(transaction, authorship, conflict, { base, wanted: theirs });
  if (take === 'theirs' || mine === null) return;
  const copyId = authorship.newId();
  const source = copyEvent(mine, copyId, authorship.now.toTemporalInstant());
  await saveFitting(transaction, { ...authorship, objectId: copyId, source });
}

async function pieceTogether(
  transaction: Transaction,
  authorship: Authorship,
  conflict: ConflictRow,
  take: TakenGroups,
): Promise<void> {
  const current = await findByIdOrUid(transaction, conflict);
  const source = pieced(conflict, take, current?.source, authorship.now);
  if (source === null) throw new RevisionConflict();
  if (source === current?.source) return;
  await saveFitting(transaction, { ...authorship, objectId: current?.id ?? authorship.newId(), source });
}

/** Makes one version of the event the wish of this person, wherever the event is now. */
async function install(
  transaction: Transaction,
  authorship: Authorship,
  conflict: ConflictRow,
  { base, wanted }: { readonly base: string | null; readonly wanted: string | null },
): Promise<void> {
  const current = await findByIdOrUid(transaction, conflict);
  if (wanted === null) {
    if (current) await removeFitting(transaction, { ...authorship, objectId: current.id });
    return;
  }
  const source = current ? onTopOf(current.source, base, wanted, authorship.now) : wanted;
  await saveFitting(transaction, { ...authorship, objectId: current?.id ?? authorship.newId(), source });
}

function onTopOf(current: string, base: string | null, wanted: string, now: Date): string {
  const versions = { base: base ?? current, mine: wanted, theirs: current };
  return mergeObjects({ ...versions, prefer: 'mine', now: now.toTemporalInstant() }).text;
}
