import { approveHeld } from '@atelier/database/calendar/calendar-store';
import { type Actor, isAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { calendarOverview } from './calendar-overview.ts';

/** A person has looked at what a held calendar would delete, and says that it is right. */
export async function approveRemovals(
  context: Context,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<{ readonly approved: number }>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [calendarId] });
  if (!calendar || !(calendar.mine || isAdmin(actor))) return refusedFor('not-found', 'no-calendar');
  if (calendar.held === 0) return refusedFor('conflict', 'nothing-held');
  await approveHeld(context.database, calendarId, context.clock());
  return done({ approved: calendar.held });
}
