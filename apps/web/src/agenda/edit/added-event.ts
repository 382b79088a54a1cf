import { Temporal } from 'temporal-polyfill';
import type { AgendaEvent, EventFields } from '../../api/answers.ts';
import { instantAt } from '../../time/zone.ts';
import type { Placing } from './event-edits.ts';

/** A new event as the agenda shows it until the server has it. @param zone in which it is shown, an IANA name */
export function addedEvent(
  id: string,
  at: Placing & { readonly calendarId: string },
  fields: EventFields,
  zone: string,
): AgendaEvent {
  const midnight = (date: string) => instantAt(Temporal.PlainDate.from(date), 0, zone);
  return {
    id,
    objectId: id,
    recurrenceId: null,
    recurring: fields.rrule !== null,
    calendarId: at.calendarId,
    title: fields.summary,
    location: fields.location,
    attendees: [],
    allDay: at.allDay,
    startDate: at.allDay ? at.start : null,
    endDate: at.allDay ? at.end : null,
    startsAt: at.allDay ? midnight(at.start) : at.start,
    endsAt: at.allDay ? midnight(at.end) : at.end,
    busy: !fields.transparent,
    status: fields.status,
    flags: [],
  };
}
