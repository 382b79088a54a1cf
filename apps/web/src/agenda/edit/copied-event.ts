import type { AgendaEvent, EventDetail, EventFields, SaidTimes } from '../../api/answers.ts';
import type { Placing } from './event-edits.ts';
import { timesOf } from './pending.ts';

/** All that one occurrence says, as an event of its own: what makes it recur stays with the series. */
export function copiedFields(
  { event, form }: Pick<EventDetail, 'event' | 'form'>,
  { start, end }: SaidTimes,
): EventFields | null {
  if (!event || !form) return null;
  const { summary, location, description, url, status, transparent, classification } = event;
  const texts = { summary, location, description, url, status, transparent, classification };
  return { ...texts, start, end, rrule: null, alarms: [...form.alarms.minutes] };
}

/** The copy as the agenda shows it until the server has it. */
export function copiedEvent(event: AgendaEvent, id: string, to: Placing): AgendaEvent {
  const { calendarId = event.calendarId } = to;
  return { ...event, ...timesOf(to), id, objectId: id, recurrenceId: null, recurring: false, calendarId };
}
