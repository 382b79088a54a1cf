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
  if (calendar.connectionId !== null) return refusedFor('conflict', 'calendar-at-provider');
  return transact(context.database, async (transaction) => {
    // Locked: nobody writes an event into it between the count and the end.
    await transaction.query('SELECT 1 FROM calendar WHERE id = $1 FOR UPDATE', [id]);
    const [used] = await transaction.query<{ name: string }>(
      `SELECT a.name FROM artist a WHERE a.calendar_id = $1
       UNION ALL SELECT a.name FROM booking b JOIN artist a ON a.id = b.artist_id
         WHERE b.calendar_id = $1 AND b.state IN ('REQUESTED', 'CONFIRMED') LIMIT 1`,
      [id],
    );
    if (used)
      return refusedFor('conflict', 'calendar-holds-bookings', { name: calendar.name, artist: used.name });
    const [{ events } = { events: 0 }] = await transaction.query<{ events: number }>(
      'SELECT count(*)::int AS events FROM calendar_object WHERE calendar_id = $1',
      [id],
    );
    if (events > 0 && !withEvents)
      return refusedFor('conflict', 'calendar-holds-events', { name: calendar.name, count: events });
    await transaction.query('DELETE FROM calendar WHERE id = $1', [id]);
    transaction.announce({ topic: 'calendars', calendarId: null });
    transaction.announce({ topic: 'events', calendarId: null });
    return done({ id, events });
  });
}
