import type { StudioWords } from '@atelier/words/studio/en';
import {
  Calendar,
  type CalendarOptions,
  type CalendarRef,
  type DayHeaderInfo,
  type EventDisplayInfo,
  type EventInput,
} from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import listPlugin from '@fullcalendar/react/list';
import breezyTheme from '@fullcalendar/react/themes/breezy';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { useEffect, useRef } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { zoneName } from '../../time/zone-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { CELL, LANE } from '../gesture/measure.ts';
import { LIST_DAYS } from '../step-date.ts';
import { besideTime, clockChange } from '../zones/beside-time.ts';
import { EventFace } from './event-face.tsx';
import { hoursInUse } from './hours-in-use.ts';
import { usePrinting } from './use-printing.ts';
import './agenda.css';

// New objects at every render would make FullCalendar start over each time.
const PLUGINS = [breezyTheme, dayGridPlugin, timeGridPlugin, listPlugin];
const LIST_VIEW = { listSpan: { type: 'list', duration: { days: LIST_DAYS }, dateAlignment: 'day' } };
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const MORNING = '07:30:00';

interface AgendaGridProps
  extends Pick<
    CalendarOptions,
    | 'datesSet'
    | 'eventClick'
    | 'navLinkDayClick'
    | 'navLinkWeekClick'
    | 'displayEventEnd'
    | 'dayHeaders'
    | 'nowIndicator'
    | 'navLinks'
    | 'weekNumbers'
  > {
  /** As FullCalendar calls it. */
  readonly fcView: string;
  /** Beside those that are always there; the same object as long as nothing changes. */
  readonly views?: CalendarOptions['views'];
  /** ISO date. */
  readonly date: string;
  readonly zone: string;
  /** Whose clocks the hours are, and those of the second gutter if there is one. */
  readonly clocks: readonly [zone: string, beside: string | null];
  readonly events: EventInput[];
}

/** FullCalendar, told what to show; it asks for nothing itself. */
export function AgendaGrid({ fcView, views, date, zone, clocks, events, ...options }: AgendaGridProps) {
  const { words } = useReader();
  const { locale, firstWeekday } = useFormats();
  const ref = useRef<CalendarRef>(null);
  const printing = usePrinting();
  useEffect(() => {
    // FullCalendar renders at once, which React does not allow inside an effect.
    queueMicrotask(() => ref.current?.getApi().changeView(fcView, date));
  }, [fcView, date]);
  return (
    <Calendar
      ref={ref}
      plugins={PLUGINS}
      views={views ?? LIST_VIEW}
      initialView={fcView}
      initialDate={date}
      headerToolbar={false}
      height={printing ? 'auto' : '100%'}
      {...(printing && hoursInUse(events, zone))}
      borderless
      timeZone={zone}
      locale={locale}
      firstDay={firstWeekday}
      weekNumbers
      weekNumberCalculation={firstWeekday === 1 ? 'ISO' : 'local'}
      weekTextShort={words.agenda.weekShort}
      nowIndicator
      navLinks
      dayLaneClass={LANE}
      dayCellClass={CELL}
      eventClass={eventClass}
      dayHeaderDidMount={(info) => {
        nameAsItReads(info);
        markClockChange(info, clocks[0], words);
      }}
      weekNumberHeaderContent={({ num }) => <WeekNumber number={num} />}
      navLinkHint={(text) => words.agenda.openDay({ date: text })}
      scrollTime={MORNING}
      scrollTimeReset={false}
      // Nobody can ask a sheet of paper for more.
      dayMaxEvents={!printing}
      slotEventOverlap={false}
      defaultTimedEventDuration="00:30:00"
      eventMinHeight={22}
      eventTimeFormat={CLOCK}
      slotHeaderFormat={CLOCK}
      slotHeaderContent={({ text, time }) => (
        <SlotHeader text={text} minute={(time?.milliseconds ?? 0) / 60_000} date={date} zones={clocks} />
      )}
      eventInteractive
      events={events}
      eventContent={(info) => <EventFace info={info} />}
      blockEventClass="agenda-block"
      columnEventInnerClass="h-full overflow-hidden p-0"
      inlineWeekNumberClass="border-0! bg-transparent! text-[11px]"
      listDaysClass="my-0 max-w-3xl py-4 max-sm:px-3 max-sm:pb-24"
      listDayClass="max-sm:flex-col max-sm:gap-0 max-sm:pb-3"
      listDayHeaderClass="max-sm:w-full max-sm:max-w-none max-sm:flex-row max-sm:items-baseline max-sm:gap-3 max-sm:pb-0"
      listDayBodyClass="max-sm:my-2 max-sm:w-full max-sm:grow-0"
      allDayText={words.agenda.allDay}
      noEventsText={words.agenda.noEvents}
      moreLinkText={(count) => words.agenda.more({ count })}
      moreLinkHint={(count) => words.agenda.moreHint({ count })}
      closeHint={words.common.close}
      {...options}
    />
  );
}

/** Pressed by a key or by a screen reader: what a pointer does is followed from its first touch. */
export const withoutPointer = (event: UIEvent) => event.detail === 0;

/** By these a block is found again, where it can be taken hold of, and whether it is over. */
function eventClass({ isStart, isEnd, isPast }: EventDisplayInfo): string {
  return classNames(
    'agenda-event',
    isStart && 'agenda-begins',
    isEnd && 'agenda-ends',
    isPast && 'agenda-past',
  );
}

interface SlotHeaderProps {
  readonly text: string;
  readonly minute: number;
  /** ISO date of the first day, whose clocks count. */
  readonly date: string;
  readonly zones: readonly [zone: string, beside: string | null];
}

/** The hour, and what the clocks of the second zone show then. */
function SlotHeader({ text, minute, date, zones: [zone, beside] }: SlotHeaderProps) {
  const { words } = useReader();
  const { time: written } = useFormats();
  if (beside === null || text === '') return text;
  const { time, days } = besideTime(Temporal.PlainDate.from(date), minute, zone, beside);
  const there = new Date(Date.UTC(2000, 0, 1, time.hour, time.minute));
  return (
    <span className="flex gap-2.5">
      <span className="text-soft/80 max-sm:hidden">
        <span className="sr-only">{words.agenda.zone({ zone: zoneName(beside) })} </span>
        {written(there, 'UTC')}
        {days !== 0 && <sup>{days > 0 ? '+1' : '−1'}</sup>}
      </span>
      <span>{text}</span>
    </span>
  );
}

/** The clocks are put forward or back: whoever plans that day should know. */
function markClockChange(
  { el }: DayHeaderInfo & { readonly el: HTMLElement },
  zone: string,
  words: StudioWords,
): void {
  const shown = el.closest('[data-date]')?.getAttribute('data-date');
  if (!shown) return;
  const day = Temporal.PlainDate.from(shown);
  const minutes = clockChange(day, zone);
  if (minutes === 0) return;
  const mark = document.createElement('span');
  mark.className = 'agenda-clock-change';
  mark.textContent = minutes > 0 ? words.agenda.clocksForward : words.agenda.clocksBack;
  el.append(mark);
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
