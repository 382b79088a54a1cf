import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { calendarOverview } from './calendar-overview.ts';

export interface CalendarChoice {
  readonly calendarId?: string | undefined;
  readonly connectionId?: string | undefined;
}

/** Ids of the calendars to run: those kept in step, and the one that is named even when it is not. */
export async function runnableCalendars(
  context: Context,
  actor: Actor,
  { calendarId, connectionId }: CalendarChoice,
): Promise<Outcome<readonly string[]>> {
  const ids = calendarId === undefined ? undefined : [calendarId];
  const seen = await calendarOverview(context, actor, { ids, connectionId });
  if ((ids || connectionId) && seen.length === 0) return refusedFor('not-found', 'no-calendar-or-connection');
  const wanted = seen.filter((calendar) => (calendar.enabled || ids) && calendar.connectionId !== null);
  return done(wanted.map(({ id }) => id));
}
