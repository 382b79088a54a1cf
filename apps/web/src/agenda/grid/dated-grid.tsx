import type { DatesSetInfo } from '@fullcalendar/react';
import { useCallback, useEffect, useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { dateIn } from '../../time/zone.ts';
import { useMedia } from '../../ui/use-media.ts';
import type { View } from '../agenda-search.ts';
import { type Layout, type Sight, SLOT, type Stop } from '../cursor/stops.ts';
import { useDraftDesk } from '../edit/drafts/open-draft.ts';
import { useSigns } from '../edit/use-signs.ts';
import { foundIn } from '../gesture/measure.ts';
import { LIST_DAYS } from '../step-date.ts';
import type { AgendaPlace } from '../use-agenda-place.ts';
import type { ViewProps, VisibleSpan } from '../visible-span.ts';
import { withoutPointer } from './agenda-grid.tsx';
import { calendarEvents } from './calendar-events.ts';
import { draftSpan } from './draft-span.ts';
import { GridFrame } from './grid-frame.tsx';
import { KeptGrids } from './kept-grids.tsx';
import { useBoard } from './use-board.ts';
import { useLooks } from './use-looks.ts';
import { useWishes } from './use-wishes.ts';

const LAYOUTS: Readonly<Record<View, Layout>> = {
  month: 'cells',
  week: 'hours',
  day: 'hours',
  artists: 'hours',
  list: 'events',
};
/** What holds in one of them only stands here, so that changing the view changes nothing else. */
const VIEWS = {
  listSpan: { type: 'list', duration: { days: LIST_DAYS }, dateAlignment: 'day' },
  dayGridMonth: { displayEventEnd: false },
  // The title says the week of a day.
  timeGridDay: { weekNumbers: false },
};
/** There the strip of the week says which day it is. */
const PHONE_VIEWS = { ...VIEWS, timeGridDay: { ...VIEWS.timeGridDay, dayHeaders: false } };
const FC_VIEWS: Readonly<Record<View, string>> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  day: 'timeGridDay',
  artists: 'timeGridDay',
  list: 'listSpan',
};

/** A view whose columns or cells are days, the ways from it to a day, a week, an event, and all that is done in it. */
export function DatedGrid({
  place,
  zones: { zone, beside },
  events,
  alsoIn,
  span,
  found,
  onSpan,
}: ViewProps) {
  const { view, date, show, step } = place;
  const { words } = useReader();
  const formats = useFormats();
  const calendars = useLooks();
  const signOf = useSigns();
  const { open } = useDraftDesk();
  const typed = open?.draft;
  const draft = useMemo(() => (typed ? draftSpan(typed, zone) : null), [typed, zone]);
  const phone = useMedia('(max-width: 639px)');
  const board = useBoard(events, zone);
  const sight = useSight(place, zone, span, board.on);
  const inputs = useMemo(
    () => calendarEvents(events, { calendars, alsoIn, signOf, words, formats, zone, found }),
    [events, alsoIn, signOf, calendars, words, formats, zone, found],
  );
  useEffect(() => {
    if (found !== null) foundIn(document)?.scrollIntoView({ block: 'nearest' });
  }, [found, inputs]);
  const toDay = useCallback((day: string) => show({ view: 'day', date: day }), [show]);
  const toWeek = useCallback((day: string) => show({ view: 'week', date: day }), [show]);
  const onWish = useWishes({ zone, find: board.find, onOpen: (event) => show({ event }), onStep: step });
  return (
    <GridFrame
      title={span?.title ?? ''}
      sight={sight}
      start={startOf(sight, date, zone)}
      speech={{ words, formats }}
      draft={draft}
      find={board.find}
      held={board.held}
      onWish={onWish}
      onDay={(day) => show({ date: day.toString() })}
    >
      <KeptGrids
        fcView={FC_VIEWS[view]}
        date={date.toString()}
        zone={zone}
        clocks={[zone, beside]}
        events={inputs}
        views={phone ? PHONE_VIEWS : VIEWS}
        weekNumbers
        nowIndicator
        navLinks
        eventClick={({ event, jsEvent }) => withoutPointer(jsEvent) && onWish({ kind: 'open', id: event.id })}
        datesSet={(info) => onSpan(view, spanOf(info))}
        navLinkDayClick={(day) => toDay(isoDate(day, zone))}
        navLinkWeekClick={(day) => toWeek(isoDate(day, zone))}
      />
    </GridFrame>
  );
}

function spanOf({ startStr, endStr, view }: DatesSetInfo): VisibleSpan {
  return { from: new Date(startStr), to: new Date(endStr), title: view.title };
}

const isoDate = (day: Date, zone: string) => dateIn(day, zone).toString();

function useSight(
  { view, date }: AgendaPlace,
  zone: string,
  span: VisibleSpan | null,
  on: Sight['on'],
): Sight {
  const { firstWeekday } = useFormats();
  return useMemo(() => {
    const first = span ? dateIn(span.from, zone) : date;
    const last = span ? dateIn(span.to, zone).subtract({ days: 1 }) : date;
    return { layout: LAYOUTS[view], on, firstWeekday: firstWeekday || 7, first, last };
  }, [view, date, zone, span, on, firstWeekday]);
}

/** Where the cursor begins: now, where today is in sight, else in the morning of the date that is shown. */
function startOf({ layout, first, last }: Sight, date: Temporal.PlainDate, zone: string): Stop {
  const now = Temporal.Now.zonedDateTimeISO(zone);
  const today = now.toPlainDate();
  const here = first.until(today).sign >= 0 && today.until(last).sign >= 0;
  const minute = here ? Math.floor((now.hour * 60 + now.minute) / SLOT) * SLOT : 9 * 60;
  return { day: here ? today : date, minute: layout === 'hours' ? minute : null, event: null };
}
