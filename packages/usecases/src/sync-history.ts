import { type QuarantinedRow, quarantinedObjects } from '@atelier/database/agenda-query';
import { recentSyncLogs, type SyncLogRow } from '@atelier/database/sync-log-store';
import type { Actor } from './actor.ts';
import { calendarOverview } from './calendar-overview.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';

export interface SyncHistory {
  readonly runs: readonly SyncLogRow[];
  readonly quarantined: readonly QuarantinedRow[];
}

/** What the last runs of one calendar did, and which of its objects could not be read. */
export async function syncHistory(
  context: Pick<Context, 'database'>,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<SyncHistory>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [calendarId] });
  if (!calendar) return refused('not-found', 'There is no such calendar.');
  const [runs, quarantined] = await Promise.all([
    recentSyncLogs(context.database, calendarId),
    quarantinedObjects(context.database, calendarId),
  ]);
  return done({ runs, quarantined });
}
