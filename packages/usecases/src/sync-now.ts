import type { RunReport } from '@atelier/sync/run-report';
import type { Actor } from './actor.ts';
import { calendarOverview } from './calendar-overview.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';

export interface SyncNow {
  readonly calendarId?: string | undefined;
  readonly connectionId?: string | undefined;
  readonly full: boolean;
}

/** Runs the synchronisation in this process and waits for it, one report per calendar. */
export async function syncNow(
  context: Context,
  actor: Actor,
  input: SyncNow,
): Promise<Outcome<readonly RunReport[]>> {
  const ids = input.calendarId === undefined ? undefined : [input.calendarId];
  const seen = await calendarOverview(context, actor, { ids, connectionId: input.connectionId });
  if ((ids || input.connectionId) && seen.length === 0)
    return refused('not-found', 'There is no such calendar or connection.');
  const wanted = seen.filter((calendar) => (calendar.enabled || ids) && calendar.connectionId !== null);
  return done(
    await context.engine.runNow(
      wanted.map(({ id }) => id),
      { full: input.full },
    ),
  );
}
