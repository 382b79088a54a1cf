import {
  Calendar,
  type CalendarRef,
  type DatesSetInfo,
  type DayHeaderInfo,
  type EventClickInfo,
  type EventInput,
} from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import listPlugin from '@fullcalendar/react/list';
import breezyTheme from '@fullcalendar/react/themes/breezy';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { useEffect, useRef } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import type { View } from '../agenda-search.ts';
import { LIST_DAYS } from '../step-date.ts';
import { EventFace } from './event-face.tsx';
import './agenda.css';

// New objects at every render would make FullCalendar start over each time.
const PLUGINS = [breezyTheme, dayGridPlugin, timeGridPlugin, listPlugin];
const FC_VIEWS: Record<View, string> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  day: 'timeGridDay',
  list: 'listSpan',
};
const LIST_VIEW = { listSpan: { type: 'list', duration: { days: LIST_DAYS }, dateAlignment: 'day' } };
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const MORNING = '07:30:00';

export interface VisibleSpan {
  readonly from: Date;
  readonly to: Date;
  readonly title: string;
}

interface AgendaGridProps {
  readonly view: View;
  /** ISO date. */
  readonly date: string;
  readonly zone: string;
  readonly events: EventInput[];
  readonly onSpan: (span: VisibleSpan) => void;
  readonly onEvent: (id: string) => void;
  readonly onDay: (date: string) => void;
  readonly onWeek: (date: string) => void;
}

/** FullCalendar, told what to show; it asks for nothing itself. */
export function AgendaGrid({ view, date, zone, events, onSpan, onEvent, onDay, onWeek }: AgendaGridProps) {
  const { words } = useReader();
  const { locale, firstWeekday } = useFormats();
  const ref = useRef<CalendarRef>(null);
  useEffect(() => {
    // FullCalendar renders at once, which React does not allow inside an effect.
    queueMicrotask(() => ref.current?.getApi().changeView(FC_VIEWS[view], date));
  }, [view, date]);
  return (
    <Calendar
      ref={ref}
      plugins={PLUGINS}
      views={LIST_VIEW}
      initialView={FC_VIEWS[view]}
      initialDate={date}
      headerToolbar={false}
      height="100%"
      borderless
      timeZone={zone}
      locale={locale}
      firstDay={firstWeekday}
      weekNumbers
      weekNumberCalculation={firstWeekday === 1 ? 'ISO' : 'local'}
      weekTextShort={words.agenda.weekShort}
      nowIndicator
      navLinks
      dayHeaderDidMount={nameAsItReads}
      weekNumberHeaderContent={({ num }) => <WeekNumber number={num} />}
      navLinkDayClick={(day) => onDay(isoDate(ref.current, day))}
      navLinkWeekClick={(day) => onWeek(isoDate(ref.current, day))}
      navLinkHint={(text) => words.agenda.openDay({ date: text })}
      scrollTime={MORNING}
      scrollTimeReset={false}
      dayMaxEvents
      slotEventOverlap={false}
      defaultTimedEventDuration="00:30:00"
      eventMinHeight={22}
      eventTimeFormat={CLOCK}
      slotHeaderFormat={CLOCK}
      eventInteractive
      events={events}
      eventContent={(info) => <EventFace info={info} />}
      displayEventEnd={view !== 'month'}
      blockEventClass="agenda-block"
      columnEventInnerClass="h-full overflow-hidden p-0"
      inlineWeekNumberClass="border-0! bg-transparent! text-[11px]"
      listDaysClass="my-0 max-w-3xl py-4 max-sm:px-3"
      listDayClass="max-sm:flex-col max-sm:gap-0 max-sm:pb-3"
      listDayHeaderClass="max-sm:w-full max-sm:max-w-none max-sm:flex-row max-sm:items-baseline max-sm:gap-3 max-sm:pb-0"
      listDayBodyClass="max-sm:my-2 max-sm:w-full max-sm:grow-0"
      allDayText={words.agenda.allDay}
      noEventsText={words.agenda.noEvents}
      moreLinkText={(count) => words.agenda.more({ count })}
      moreLinkHint={(count) => words.agenda.moreHint({ count })}
      closeHint={words.common.close}
      datesSet={(info) => onSpan(spanOf(info))}
      eventClick={({ event }: EventClickInfo) => onEvent(event.id)}
    />
  );
}

function WeekNumber({ number }: { readonly number: number | undefined }) {
  const { words } = useReader();
  return (
    <>
      <span aria-hidden>{words.agenda.weekShort}&nbsp;</span>
      {number}
    </>
  );
}

/** FullCalendar names a heading by its full date alone; whoever speaks to the page says what stands there. */
function nameAsItReads({ el, text }: DayHeaderInfo & { readonly el: HTMLElement }): void {
  const link = el.querySelector('[role="link"]');
  const name = link?.getAttribute('aria-label');
  if (link && name && !name.includes(text)) link.setAttribute('aria-label', `${text}, ${name}`);
}

function spanOf({ startStr, endStr, view }: DatesSetInfo): VisibleSpan {
  return { from: new Date(startStr), to: new Date(endStr), title: view.title };
}

function isoDate(calendar: CalendarRef | null, day: Date): string {
  return calendar?.getApi().formatIso(day, true).slice(0, 10) ?? day.toISOString().slice(0, 10);
}
