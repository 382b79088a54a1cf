import { type Actor, isAdmin } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

/** A calendar that the actor looks after: their own, and for admins all that they see. */
export async function keptCalendar(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
): Promise<Outcome<CalendarOverview>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [id] });
  const keeps = calendar !== undefined && (calendar.mine || isAdmin(actor));
  return keeps ? done(calendar) : refusedFor('not-found', 'no-calendar');
}
