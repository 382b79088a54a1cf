import { requestRuns } from '@atelier/database/source/source-pace';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export interface RequestSync {
  /** Left out: every calendar the actor sees. */
  readonly calendarId?: string | undefined;
  readonly connectionId?: string | undefined;
  /** Compare every version with the provider's instead of asking only for changes. */
  readonly full?: boolean | undefined;
}

/** "Sync now": puts calendars at the head of the queue and wakes a worker. */
export async function requestSync(
  context: Context,
  actor: Actor,
  input: RequestSync,
): Promise<Outcome<{ readonly requested: number }>> {
  const ids = input.calendarId === undefined ? undefined : [input.calendarId];
  const seen = await calendarOverview(context, actor, { ids, connectionId: input.connectionId });
  if (ids && seen.length === 0) return refusedFor('not-found', 'no-calendar');
  const wanted = seen.filter((calendar) => calendar.enabled && calendar.connectionId !== null);
  if (ids && wanted.length === 0) return refusedFor('invalid', 'calendar-not-followed');
  if (ids && wanted.every((calendar) => calendar.state === 'credentials')) {
    return refusedFor('provider', 'password-refused');
  }
  await requestRuns(
    context.database,
    wanted.map(({ id }) => id),
    { full: input.full ?? false, now: context.clock() },
  );
  return done({ requested: wanted.length });
}
