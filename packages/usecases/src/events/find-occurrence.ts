import { readObject } from '@atelier/calendar/read/read-object';
import { findObject } from '@atelier/database/object/agenda-query';
import type { Actor } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

const AROUND_MS = 2 * 86_400_000;

/**
 * The recurrence id of the occurrence that starts, or by its rule should start, at a time.
 * @param at an instant, or the date of an all-day occurrence as `YYYY-MM-DD`.
 */
export async function findOccurrence(
  context: Pick<Context, 'database'>,
  actor: Actor,
  { id, at }: { readonly id: string; readonly at: Date | string },
): Promise<Outcome<{ readonly recurrenceId: string | null }>> {
  const object = await findObject(context.database, id);
  const [calendar] = object ? await calendarOverview(context, actor, { ids: [object.calendarId] }) : [];
  if (!object || !calendar) return refusedFor('not-found', 'event-gone');
  const middle = typeof at === 'string' ? Date.parse(`${at}T12:00:00Z`) : at.getTime();
  const window = { from: middle - AROUND_MS, to: middle + AROUND_MS };
  const read = readObject(object.source, { zone: calendar.timeZone, ...window });
  if (!read.ok) return refusedFor('conflict', read.reason);
  const wanted = typeof at === 'string' ? at.replaceAll('-', '') : utcName(at);
  const found = read.object.occurrences.find(
    ({ recurrenceId, start, startDate }) =>
      recurrenceId === wanted || (typeof at === 'string' ? startDate === at : start === at.getTime()),
  );
  if (!found) return refusedFor('not-found', 'no-occurrence');
  return done({ recurrenceId: found.recurrenceId });
}

/** As an Occurrence says it: `20260329T073000Z`. */
function utcName(at: Date): string {
  return at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}
