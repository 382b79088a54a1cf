import { type BesideTimes, besideTimes } from '@atelier/calendar/edit/beside-times';
import type { EventComponent, Occurrence } from '@atelier/calendar/occurrence';
import { readObject } from '@atelier/calendar/read/read-object';
import { findObject } from '@atelier/database/object/agenda-query';
import type { Actor } from '../actor.ts';
import { type CalendarOverview, calendarOverview } from '../calendars/calendar-overview.ts';
import type { Context } from '../context.ts';
import { eventAccess } from '../event-privacy.ts';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { type ChangeableEvent, changeableEvent } from './form-of-event.ts';

export interface EventDetail extends ChangeableEvent {
  readonly objectId: string;
  readonly calendarId: string;
  readonly uid: string;
  readonly recurring: boolean;
  readonly flags: readonly string[];
  /** Null when the event is private to somebody else, or only its time is shared. */
  readonly event: EventComponent | null;
  /** Null where the event is. */
  readonly beside: BesideTimes | null;
  /** RRULE of the series, also where this instance is an override. */
  readonly rrule: string | null;
}

/** Everything of one event; `recurrenceId` picks the instance of a series. */
export async function showEvent(
  context: Pick<Context, 'database'>,
  actor: Actor,
  input: { readonly objectId: string; readonly recurrenceId: string | null },
): Promise<Outcome<EventDetail>> {
  const object = await findObject(context.database, input.objectId);
  const [calendar] = object ? await calendarOverview(context, actor, { ids: [object.calendarId] }) : [];
  if (!object || !calendar) return refusedFor('not-found', 'event-gone');
  const { calendarId, uid, recurring, flags, components } = object;
  const index = componentOf(object.source, calendar, input.recurrenceId);
  const event = components[index] ?? components[0] ?? null;
  const secret = event === null ? object.private : event.classification !== 'public';
  const hidden = eventAccess(actor, calendar, { private: secret }) === 'refused';
  const rrule = components.find((component) => component.rrule !== null)?.rrule ?? null;
  const changeable = await changeableEvent(context, actor, object, calendar, input.recurrenceId);
  return done({
    ...changeable,
    objectId: object.id,
    calendarId,
    // Some apps make an identity out of words.
    uid: hidden ? '' : uid,
    recurring,
    flags: hidden ? [] : flags,
    event: hidden ? null : event,
    beside: hidden ? null : besideTimes(object.source, index),
    rrule: hidden ? null : rrule,
  });
}

/** Which VEVENT describes the instance: an override where there is one, else the master. */
function componentOf(source: string, calendar: CalendarOverview, recurrenceId: string | null): number {
  if (recurrenceId === null) return 0;
  const around = Date.parse(isoOf(recurrenceId));
  const year = 366 * 86_400_000;
  const read = readObject(source, { zone: calendar.timeZone, from: around - year, to: around + year });
  const matches = (occurrence: Occurrence) => occurrence.recurrenceId === recurrenceId;
  return read.ok ? (read.object.occurrences.find(matches)?.component ?? 0) : 0;
}

function isoOf(recurrenceId: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(recurrenceId) ?? [];
  return `${year}-${month}-${day}T00:00:00Z`;
}
