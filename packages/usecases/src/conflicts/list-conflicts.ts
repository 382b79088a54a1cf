import { type Difference, describeDifference } from '@atelier/calendar/merge/describe-versions';
import type { TakenGroups } from '@atelier/calendar/merge/take-groups';
import {
  findConflict,
  type KeptConflict,
  listConflicts as storedConflicts,
} from '@atelier/database/object/conflict-store';
import type { Actor } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import { writableAmong, writableCalendar } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** Two versions of one event of which one had to go; what lost is kept and can be brought back. */
export interface ConflictItem {
  readonly id: string;
  readonly calendarId: string;
  readonly objectId: string | null;
  readonly summary: string;
  readonly kind: 'both-edited' | 'remote-deleted' | 'local-deleted' | 'refused';
  /** What both sides changed differently. */
  readonly groups: readonly string[];
  /** Who won; null while a person has to decide. */
  readonly outcome: 'mine' | 'theirs' | 'both' | 'mixed' | null;
  /** With `mixed`: whose each field group is. */
  readonly taken: TakenGroups | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

export interface ConflictDetail extends ConflictItem {
  readonly differences: readonly Difference[];
  /** Source texts; null where that side had deleted the event. */
  readonly mine: string | null;
  readonly theirs: string | null;
  /** What both started from; null where there was nothing. */
  readonly base: string | null;
}

const SHOWN = 200;
const KINDS = {
  BOTH_EDITED: 'both-edited',
  REMOTE_DELETED: 'remote-deleted',
  LOCAL_DELETED: 'local-deleted',
  REFUSED: 'refused',
} as const;

/** Conflicts in the calendars that the actor may write into, newest first. */
export async function listConflicts(
  context: Pick<Context, 'database'>,
  actor: Actor,
  input: { readonly calendarId?: string | undefined; readonly settled: boolean },
): Promise<readonly ConflictItem[]> {
  const ids = input.calendarId === undefined ? undefined : [input.calendarId];
  return conflictsIn(context, actor, await calendarOverview(context, actor, { ids }), input);
}

/** The same among calendars that are known to be seen by the actor. */
export async function conflictsIn(
  { database }: Pick<Context, 'database'>,
  actor: Actor,
  seen: readonly CalendarOverview[],
  { settled }: { readonly settled: boolean },
): Promise<readonly ConflictItem[]> {
  const open = writableAmong(seen);
  const rows = await storedConflicts(database, { calendarIds: [...open.keys()], settled, limit: SHOWN });
  return rows.flatMap((row) => {
    const calendar = open.get(row.calendarId);
    return calendar && eventAccess(actor, calendar, row) === 'shown' ? [conflictItem(row)] : [];
  });
}

/** One conflict with both versions and where they differ. */
export async function showConflict(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<ConflictDetail>> {
  const row = await visibleConflict(context, actor, id);
  if (!row.ok) return row;
  const { mine, theirs, base } = row.value.conflict;
  return done({
    ...conflictItem(row.value.conflict),
    mine,
    theirs,
    base,
    differences: describeDifference(mine, theirs, base),
  });
}

export async function visibleConflict(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly conflict: KeptConflict; readonly calendar: CalendarOverview }>> {
  const row = await findConflict(context.database, id);
  const [seen] = row ? await calendarOverview(context, actor, { ids: [row.calendarId] }) : [];
  if (!row || !seen || eventAccess(actor, seen, row) === 'refused') {
    return refusedFor('not-found', 'no-conflict');
  }
  const calendar = await writableCalendar(context, actor, row.calendarId);
  return calendar.ok ? done({ conflict: row, calendar: calendar.value }) : calendar;
}

function conflictItem(row: KeptConflict): ConflictItem {
  const { id, calendarId, objectId, summary, kind, groups, outcome, taken, createdAt, settledAt } = row;
  const won = outcome === null ? null : (outcome.toLowerCase() as Lowercase<typeof outcome>);
  const about = { id, calendarId, objectId, summary, kind: KINDS[kind], groups };
  return { ...about, outcome: won, taken, createdAt, settledAt };
}
