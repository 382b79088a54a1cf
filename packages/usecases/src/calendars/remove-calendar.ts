import { deleteCalendar, lockCalendar, receiverOf } from '@atelier/database/calendar/calendar-place';
import { countObjects } from '@atelier/database/object/object-store';
import { transact } from '@atelier/database/transaction';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { calendarOverview } from './calendar-overview.ts';

export interface RemovedCalendar {
  readonly id: string;
  /** So many events went with it; they had no other copy. */
  readonly events: number;
}

/**
 * Removes a calendar of Atelier's own. An empty one goes at once. Of one with events nobody else has a copy: they go only
 * when somebody says so, and are counted. While bookings are received there it stays, or they would lose their events.
 */
export async function removeCalendar(
  context: Pick<Context, 'database'>,
  actor: Actor,
  { id, withEvents = false }: { readonly id: string; readonly withEvents?: boolean | undefined },
): Promise<Outcome<RemovedCalendar>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [id] });
  if (!calendar || !(calendar.mine || isAdmin(actor))) return refusedFor('not-found', 'no-calendar');
  if (calendar.private) return refusedFor('conflict', 'private-calendar-stays');
  if (calendar.connectionId !== null) return refusedFor('conflict', 'calendar-at-provider');
  return transact(context.database, async (transaction) => {
    // Locked: nobody writes an event into it between the count and the end.
    await lockCalendar(transaction, id);
    const artist = await receiverOf(transaction, id);
    if (artist !== null)
      return refusedFor('conflict', 'calendar-holds-bookings', { name: calendar.name, artist });
    const events = await countObjects(transaction, id);
    if (events > 0 && !withEvents)
      return refusedFor('conflict', 'calendar-holds-events', { name: calendar.name, count: events });
    await deleteCalendar(transaction, id);
    transaction.announce({ topic: 'calendars', calendarId: null });
    transaction.announce({ topic: 'events', calendarId: null });
    return done({ id, events });
  });
}
