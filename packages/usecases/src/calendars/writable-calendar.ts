import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type CalendarOverview, calendarOverview } from './calendar-overview.ts';

/** A calendar that the actor may write into. One that they may not see is as absent as one that is not there. */
export async function writableCalendar(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<CalendarOverview>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [id] });
  if (!calendar) return refusedFor('not-found', 'no-calendar');
  if (!mayWrite(calendar)) return refusedFor('forbidden', 'calendar-not-yours');
  if (calendar.readOnly) {
    return refusedFor('forbidden', 'calendar-read-only', { name: calendar.name });
  }
  if (calendar.state === 'gone') {
    return refusedFor('conflict', 'calendar-gone', { name: calendar.name });
  }
  return done(calendar);
}

/** Whether events of it may be changed: its owner's, and of whoever it is shared with for that. */
export function mayWrite({ level }: Pick<CalendarOverview, 'level'>): boolean {
  return level === 'write';
}

/** Those of the calendars that the actor may write into, by their ids. */
export function writableAmong(calendars: readonly CalendarOverview[]): ReadonlyMap<string, CalendarOverview> {
  return new Map(calendars.filter((one) => mayWrite(one)).map((one) => [one.id, one]));
}
