import type { StudioWords } from '@atelier/words/studio/en';
import type { EventInput } from '@fullcalendar/react';
import type { AgendaEvent, Calendar } from '../../api/answers.ts';
import { colourOf } from '../../calendars/colour.ts';
import { classNames } from '../../ui/class-names.ts';
import { eventTitle } from '../event/event-title.ts';

interface Shown {
  readonly hidden: (calendarId: string) => boolean;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly words: StudioWords;
}

/** The visible events in FullCalendar's terms. All-day events go by their dates alone, so that no zone can shift them. */
export function calendarEvents(
  events: readonly AgendaEvent[],
  { hidden, calendars, words }: Shown,
): EventInput[] {
  return events
    .filter((event) => !hidden(event.calendarId))
    .map((event) => {
      const calendar = calendars.get(event.calendarId);
      const times =
        event.startDate !== null && event.endDate !== null
          ? { start: event.startDate, end: event.endDate, allDay: true }
          : { start: event.startsAt.toISOString(), end: event.endsAt.toISOString(), allDay: false };
      return {
        ...times,
        id: event.id,
        title: eventTitle(event, words),
        color: calendar ? colourOf(calendar) : '#808080',
        className: eventLook(event),
        extendedProps: { location: event.location, calendar: calendar?.name ?? '' },
      };
    });
}

function eventLook({ status, busy }: AgendaEvent): string {
  return classNames(
    'agenda-event',
    status === 'cancelled' && 'agenda-cancelled',
    status === 'tentative' && 'agenda-tentative',
    !busy && status !== 'cancelled' && 'agenda-free',
  );
}
