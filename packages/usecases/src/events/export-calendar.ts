import { joinObjects } from '@atelier/calendar/import/object-file';
import { objectsOf } from '@atelier/database/object/agenda-query';
import { type Actor, seesPrivate } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';

export interface CalendarExport {
  readonly name: string;
  /** One iCalendar file with everything that the calendar holds. */
  readonly ics: string;
  readonly objects: number;
}

/** Everything of a calendar as one file, for whoever may see all of it. */
export async function exportCalendar(
  context: Pick<Context, 'database'>,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<CalendarExport>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [calendarId] });
  if (!calendar || !seesPrivate(actor, calendar.ownerId)) {
    return refusedFor('not-found', 'no-calendar');
  }
  const objects = await objectsOf(context.database, calendarId);
  const sources = objects.map(({ source }) => source).filter((source) => source !== '');
  return done({ name: calendar.name, ics: joinObjects(sources, calendar.name), objects: sources.length });
}
