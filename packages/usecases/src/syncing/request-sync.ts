import { requestRuns } from '@atelier/database/calendar/calendar-store';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';

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
  if (ids && seen.length === 0) return refused('not-found', 'There is no such calendar.');
  const wanted = seen.filter((calendar) => calendar.enabled && calendar.connectionId !== null);
  if (ids && wanted.length === 0)
    return refused(
      'invalid',
      'This calendar is not kept in step with a provider.',
      'Choose it first in Settings → Calendars.',
    );
  if (ids && wanted.every((calendar) => calendar.state === 'credentials')) {
    return refused(
      'provider',
      'The server refused the password of this account, so nothing is asked of it.',
      'Enter a new app password.',
    );
  }
  await requestRuns(
    context.database,
    wanted.map(({ id }) => id),
    { full: input.full ?? false, now: context.clock() },
  );
  return done({ requested: wanted.length });
}
