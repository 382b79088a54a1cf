import { unfitBase } from '@atelier/calendar/edit/unfit-base';
import { requestRuns } from '@atelier/database/source/source-pace';
import { heldObjects, releaseHeld } from '@atelier/database/waiting/held-removals';
import { wishBack } from '@atelier/sync/mirror/wish-back';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import { writableCalendar } from '../calendars/writable-calendar.ts';
import type { Context } from '../context.ts';
import { orRefused } from '../events/write/or-refused.ts';
import { inCalendar } from '../events/write/write-object.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { decidesRemovals } from './held-removals.ts';

/**
 * The other answer to held removals: what the provider has lost stays, and is put back there. What is shown here only in
 * part, or damaged, nobody can put back: that is held again with the next run.
 */
export async function keepRemovals(
  context: Context,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<{ readonly kept: number }>> {
  const [seen] = await calendarOverview(context, actor, { ids: [calendarId] });
  if (!seen || !decidesRemovals(actor, seen)) return refusedFor('not-found', 'no-calendar');
  if (seen.held === 0) return refusedFor('conflict', 'nothing-held');
  const calendar = await writableCalendar(context, actor, calendarId);
  if (!calendar.ok) return calendar;
  const kept = await orRefused(
    inCalendar(context, actor, calendarId, null, async (transaction, authorship) => {
      const held = await heldObjects(transaction, calendarId);
      const objects = held.filter(({ source }) => unfitBase(source, authorship.place) === null);
      await wishBack(transaction, { ...authorship, objects });
      await releaseHeld(transaction, calendarId);
      return done({ kept: objects.length });
    }),
  );
  if (kept.ok) await requestRuns(context.database, [calendarId], { full: false, now: context.clock() });
  return kept;
}
