import { Temporal } from 'temporal-polyfill';
import { calendarGroups } from '../calendars/calendar-groups.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import type { Hidden } from './calendars/use-hidden-calendars.ts';
import { useEventEdits } from './edit/event-edits.ts';
import { placingOf } from './gesture/placing.ts';
import { timed } from './gesture/wall-span.ts';
import { useKeys } from './keys/use-keys.ts';
import type { AgendaPlace } from './use-agenda-place.ts';
import { usualStart } from './usual-start.ts';

interface PageKeysInput {
  readonly place: AgendaPlace;
  readonly hidden: Hidden;
  readonly zone: string;
  readonly onZone: () => void;
  readonly onHelp: () => void;
  readonly onQuick: () => void;
  readonly onGoTo: () => void;
  readonly onSearch: () => void;
  readonly onSidebar: () => void;
}

/** What single letters do anywhere on the page. */
export function usePageKeys({
  place,
  hidden,
  zone,
  onZone,
  onHelp,
  onQuick,
  onGoTo,
  onSearch,
  onSidebar,
}: PageKeysInput): void {
  const edits = useEventEdits();
  const { calendars } = useCalendars();
  const { show, step } = place;
  useKeys({
    create: () => {
      const start = usualStart(place.date, Temporal.Now.zonedDateTimeISO(zone).toPlainDateTime());
      edits.openDraft(placingOf(timed(start, 60), zone));
    },
    quick: onQuick,
    today: place.toToday,
    next: () => step(1),
    previous: () => step(-1),
    goTo: onGoTo,
    search: onSearch,
    month: () => show({ view: 'month' }),
    week: () => show({ view: 'week' }),
    day: () => show({ view: 'day' }),
    artists: () => show({ view: 'artists' }),
    list: () => show({ view: 'list' }),
    zone: onZone,
    sidebar: onSidebar,
    calendar(key) {
      const inOrder = calendarGroups(calendars?.filter(({ enabled }) => enabled) ?? []);
      const calendar = inOrder.flatMap((group) => group.calendars)[Number(key) - 1];
      if (calendar) hidden.toggle(calendar.id);
    },
    undo: edits.undo,
    redo: edits.redo,
    help: onHelp,
  });
}
