import type { StudioWords } from '@atelier/words/studio/en';
import type { EventInput } from '@fullcalendar/react';
import type { AgendaEvent, Calendar } from '../../api/answers.ts';
import { colourOf } from '../../calendars/colour.ts';
import { classNames } from '../../ui/class-names.ts';
import { eventText, type Speech } from '../cursor/grid-words.ts';
import type { Sign } from '../edit/use-signs.ts';
import { eventTitle } from '../event/event-title.ts';
import { spanOf } from '../gesture/placing.ts';

/** What of a calendar is to be seen on its events. */
export type CalendarLook = Pick<Calendar, 'id' | 'name' | 'color'>;

interface Shown {
  readonly calendars: ReadonlyMap<string, CalendarLook>;
  /** The other calendars in which the same event is. */
  readonly alsoIn?: (eventId: string) => readonly string[];
  /** Whether its provider has it as it is here. */
  readonly signOf?: (objectId: string) => Sign | null;
  readonly words: StudioWords;
  readonly formats: Speech['formats'];
  /** In which times are read out. */
  readonly zone: string;
  /** Id of the event that a search stands at. */
  readonly found?: string | null;
}

/** The visible events in FullCalendar's terms. All-day events go by their dates alone, so that no zone can shift them. */
export function calendarEvents(
  events: readonly AgendaEvent[],
  { calendars, alsoIn, signOf, words, formats, zone, found = null }: Shown,
): EventInput[] {
  return events.map((event) => {
    const calendar = calendars.get(event.calendarId);
    const sign = signOf?.(event.objectId) ?? null;
    const times =
      event.startDate !== null && event.endDate !== null
        ? { start: event.startDate, end: event.endDate, allDay: true }
        : { start: event.startsAt.toISOString(), end: event.endsAt.toISOString(), allDay: false };
    return {
      ...times,
      id: event.id,
      title: eventTitle(event, words),
      color: calendar ? colourOf(calendar) : '#808080',
      className: classNames(eventLook(event), event.id === found && 'agenda-found'),
      extendedProps: {
        stripes: (alsoIn?.(event.id) ?? []).flatMap((id) => {
          const other = calendars.get(id);
          return other ? [colourOf(other)] : [];
        }),
        location: event.location,
        sign,
        label: once(() => {
          const text = eventText(event, spanOf(event, zone), calendar, { words, formats });
          return sign === null ? text : `${text}, ${words.edit.signs[sign]}`;
        }),
      },
    };
  });
}

/** Worked out when it is read, and then no more: dates in words cost. */
function once(say: () => string): () => string {
  let said: string | null = null;
  return () => (said ??= say());
}

function eventLook({ status, busy }: AgendaEvent): string {
  return classNames(
    status === 'cancelled' && 'agenda-cancelled',
    status === 'tentative' && 'agenda-tentative',
    !busy && status !== 'cancelled' && 'agenda-free',
  );
}
