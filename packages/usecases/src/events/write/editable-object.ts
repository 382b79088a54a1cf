import { findObject, type ObjectDetail } from '@atelier/database/object/agenda-query';
import type { Actor } from '../../actor.ts';
import { type CalendarOverview, calendarOverview } from '../../calendars/calendar-overview.ts';
import { writableCalendar } from '../../calendars/writable-calendar.ts';
import type { Context } from '../../context.ts';
import { eventAccess } from '../../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { fitToChange } from './fit-to-change.ts';

export interface EditableObject {
  readonly object: ObjectDetail;
  readonly calendar: CalendarOverview;
}

/** An event that the actor may change. What is private to somebody else cannot be changed unseen. */
export async function editableObject(
  context: Pick<Context, 'database'>,
  actor: Actor,
  id: string,
  intent: { readonly deletes?: boolean } = {},
): Promise<Outcome<EditableObject>> {
  const absent = refusedFor('not-found', 'event-gone');
  const object = await findObject(context.database, id);
  const [seen] = object ? await calendarOverview(context, actor, { ids: [object.calendarId] }) : [];
  if (!object || !seen) return absent;
  const calendar = await writableCalendar(context, actor, object.calendarId);
  if (!calendar.ok) return calendar;
  const secret =
    object.private || object.components.some(({ classification }) => classification !== 'public');
  if (eventAccess(actor, seen, { private: secret }) === 'refused') {
    return refusedFor('forbidden', 'event-private');
  }
  if (object.quarantined !== null) {
    return refusedFor('conflict', 'event-unreadable', { reason: object.quarantined });
  }
  const fit = fitToChange(object.source, calendar.value, intent);
  return fit.ok ? done({ object, calendar: calendar.value }) : fit;
}
