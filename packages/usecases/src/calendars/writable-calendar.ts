import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type CalendarOverview, calendarOverview } from './calendar-overview.ts';

/** A calendar that the actor may write into. One that they may not see is as absent as one that is not there. */
export async function writableCalendar(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<CalendarOverview>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [id] });
  if (!calendar) return refused('not-found', 'There is no such calendar.');
  if (!mayWrite(actor, calendar)) return refused('forbidden', 'This calendar is somebody else’s.');
  if (calendar.readOnly) {
    const hint = 'Ask its owner for the right to write, or choose another calendar.';
    return refused('forbidden', `“${calendar.name}” can only be read; nothing was changed.`, hint);
  }
  if (calendar.state === 'gone') {
    const hint = 'Choose another calendar, or look at its connection.';
    return refused('conflict', `“${calendar.name}” is no longer there at its provider.`, hint);
  }
  return done(calendar);
}

/** Artists write into their own calendars and the studio's shared ones; admins and the front desk into all. */
export function mayWrite(actor: Actor, { mine, kind }: CalendarOverview): boolean {
  return mine || kind !== 'personal' || actor.role !== 'ARTIST';
}
