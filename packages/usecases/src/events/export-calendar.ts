import { objectsOf } from '@atelier/database/object/agenda-query';
import { type Actor, seesPrivate } from '../actor.ts';
import { calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { calendarText } from '../sharing/calendar-text.ts';
import { toldTo } from '../sharing/told-to.ts';
import { readStudio } from '../studio/read-studio.ts';

export interface CalendarExport {
  readonly name: string;
  /** One iCalendar file with everything that the calendar holds. */
  readonly ics: string;
  readonly objects: number;
}

/**
 * Everything of a calendar as one file: all of it for its owner, for others what they may read. What is private to its
 * owner stands in theirs as busy time.
 */
export async function exportCalendar(
  context: Pick<Context, 'database' | 'given'>,
  actor: Actor,
  calendarId: string,
): Promise<Outcome<CalendarExport>> {
  const [calendar] = await calendarOverview(context, actor, { ids: [calendarId] });
  if (!calendar) return refusedFor('not-found', 'no-calendar');
  const { language } = await readStudio(context.database, context);
  const told = toldTo(actor, calendar);
  const whole = seesPrivate(actor, calendar.ownerId);
  const objects = await objectsOf(context.database, calendarId);
  const texts = objects.filter(({ source, quarantined }) => source !== '' && (whole || quarantined === null));
  const { ics, objects: count } = calendarText(texts, { calendar, told, language });
  return done({ name: calendar.name, ics, objects: count });
}
