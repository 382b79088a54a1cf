import { useState } from 'react';
import type { FoundEvent } from '../../api/answers.ts';
import { dateIn } from '../../time/zone.ts';
import type { Hidden } from '../calendars/use-hidden-calendars.ts';
import type { AgendaPlace } from '../use-agenda-place.ts';

interface SearchSide {
  readonly place: AgendaPlace;
  readonly hidden: Hidden;
  readonly zone: string;
  readonly onOpen: () => void;
}

/** Leads the agenda to what a search stands at, and marks it there. */
export function useSearchSide({ place, hidden, zone, onOpen }: SearchSide) {
  const [found, setFound] = useState<string | null>(null);
  const [text, setText] = useState('');
  return {
    found,
    text,
    setText,
    open() {
      // Beside an event that is open there is no room for a second panel.
      place.show({});
      onOpen();
    },
    show({ id, calendarId, startDate, startsAt }: FoundEvent) {
      if (hidden.has(calendarId)) hidden.toggle(calendarId);
      setFound(id);
      // Of a full day a month shows the first few only, and this one may not be among them.
      const view = place.view === 'month' ? 'week' : place.view;
      place.show({ view, date: startDate ?? dateIn(startsAt, zone).toString() });
    },
    close(then: () => void) {
      setFound(null);
      then();
    },
  };
}
