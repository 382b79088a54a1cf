import {
  type FlaggedRow,
  flaggedObjects,
  type QuarantinedRow,
  quarantinedObjects,
} from '@atelier/database/object/agenda-query';
import { pageOfSyncLogs, type SyncLogRow } from '@atelier/database/source/sync-log-store';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export interface SyncHistory {
  readonly runs: readonly SyncLogRow[];
  readonly quarantined: readonly QuarantinedRow[];
  readonly repaired: readonly RepairedEvent[];
}

/** An event that was read with a repair, or not understood in some part, and what that was (S15). */
export interface RepairedEvent extends Pick<FlaggedRow, 'id' | 'flags'> {
  /** Null where it is private to somebody else. */
  readonly summary: string | null;
}

const SHOWN = 50;

/** What the last runs of one calendar did, and which of its objects could not be read, or only with a repair. */
export async function syncHistory(
  context: Pick<Context, 'database'>,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<SyncHistory>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [calendarId] });
  // How it is kept in step says too much where only busy times are shared.
  if (!calendar || calendar.level === 'busy') return refusedFor('not-found', 'no-calendar');
  const [runs, quarantined, flagged] = await Promise.all([
    pageOfSyncLogs(context.database, { sourceIds: [calendarId], limit: SHOWN }),
    quarantinedObjects(context.database, calendarId),
    flaggedObjects(context.database, calendarId),
  ]);
  const repaired = flagged.map(({ summary, ...row }) => ({
    id: row.id,
    flags: row.flags,
    summary: eventAccess(actor, calendar, row) === 'shown' ? summary : null,
  }));
  return done({ runs, quarantined, repaired });
}
