import type { StudioWords } from '@atelier/words/studio/en';
import {
  Calendar,
  type CalendarOptions,
  type CalendarRef,
  type DatesSetInfo,
  type DayHeaderInfo,
  type EventClickInfo,
  type EventDisplayInfo,
  type EventInput,
} from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import listPlugin from '@fullcalendar/react/list';
import breezyTheme from '@fullcalendar/react/themes/breezy';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import {
  createContext,
  memo,
  type Ref,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { zoneName } from '../../time/zone-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { CELL, LANE } from '../gesture/measure.ts';
import { besideTime, clockChange } from '../zones/beside-time.ts';
import { EventFace } from './event-face.tsx';
import { hoursInUse } from './hours-in-use.ts';
import { usePrinting } from './use-printing.ts';
import './agenda.css';

const PLUGINS = [breezyTheme, dayGridPlugin, timeGridPlugin, listPlugin];
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const MORNING = '07:30:00';

/** What is heard from the grid. */
interface Heard {
  readonly datesSet?: ((info: DatesSetInfo) => void) | undefined;
  readonly eventClick?: ((info: EventClickInfo) => void) | undefined;
  readonly navLinkDayClick?: ((day: Date) => void) | undefined;
  readonly navLinkWeekClick?: ((day: Date) => void) | undefined;
}

type AllHeard = { readonly [Name in keyof Heard]-?: NonNullable<Heard[Name]> };

interface PaintedGridProps
  extends Pick<CalendarOptions, 'dayHeaders' | 'nowIndicator' | 'navLinks' | 'weekNumbers'> {
  /** The same object as long as nothing changes. */
  readonly views: NonNullable<CalendarOptions['views']>;
  readonly zone: string;
  readonly events: EventInput[];
}

export interface AgendaGridProps extends PaintedGridProps, Heard {
  /** As FullCalendar calls it; one grid is always of one view. */
  readonly fcView: string;
  /** ISO date. */
  readonly date: string;
  /** Whose clocks the hours are, and those of the second gutter if there is one. */
  readonly clocks: readonly [zone: string, beside: string | null];
}

/**
 * FullCalendar, told what to show; it asks for nothing itself. All that it paints it paints anew whenever it is given
 * anything that was not there before, so it is given the same objects as long as they say the same.
 */
export function AgendaGrid({
  fcView,
  date,
  clocks: [here, beside],
  datesSet,
  eventClick,
  navLinkDayClick,
  navLinkWeekClick,
  ...painted
}: AgendaGridProps) {
  const ref = useRef<CalendarRef>(null);
  const [initial] = useState({ initialView: fcView, initialDate: date });
  const at = useRef(date);
  useEffect(() => {
    if (at.current === date) return;
    at.current = date;
    // FullCalendar renders at once, which React does not allow inside an effect.
    queueMicrotask(() => ref.current?.getApi().gotoDate(date));
  }, [date]);
  const heard = useSame({ datesSet, eventClick, navLinkDayClick, navLinkWeekClick });
  const clocks = useMemo(() => ({ date, here, beside }), [date, here, beside]);
  return (
    <Clocks value={clocks}>
      <PaintedGrid ref={ref} {...initial} {...painted} {...heard} clockZone={here} />
    </Clocks>
  );
}

interface PaintedProps extends PaintedGridProps, AllHeard {
  readonly ref: Ref<CalendarRef>;
  readonly initialView: string;
  readonly initialDate: string;
  readonly clockZone: string;
}

const PaintedGrid = memo(function PaintedGrid({
  ref,
  views,
  zone,
  clockZone,
  events,
  ...options
}: PaintedProps) {
  const { words } = useReader();
  const { locale, firstWeekday } = useFormats();
  const printing = usePrinting();
  const says = useMemo(() => saidBy(words, clockZone), [words, clockZone]);
  return (
    <Calendar
      ref={ref}
      plugins={PLUGINS}
      views={views}
      headerToolbar={false}
      height={printing ? 'auto' : '100%'}
      {...(printing && hoursInUse(events, zone))}
      borderless
      timeZone={zone}
      locale={locale}
      firstDay={firstWeekday}
      weekNumberCalculation={firstWeekday === 1 ? 'ISO' : 'local'}
      dayLaneClass={LANE}
      dayCellClass={CELL}
      eventClass={eventClass}
      weekNumberHeaderContent={weekNumber}
      scrollTime={MORNING}
      scrollTimeReset={false}
      // Nobody can ask a sheet of paper for more.
      dayMaxEvents={!printing}
      slotEventOverlap={false}
      defaultTimedEventDuration="00:30:00"
      eventMinHeight={22}
      eventTimeFormat={CLOCK}
      slotHeaderFormat={CLOCK}
      slotHeaderContent={slotHeader}
      eventInteractive
      events={events}
      eventContent={eventFace}
      blockEventClass="agenda-block"
      columnEventInnerClass="h-full overflow-hidden p-0"
      inlineWeekNumberClass="border-0! bg-transparent! text-[11px]"
      listDaysClass="my-0 max-w-3xl py-4 max-sm:px-3 max-sm:pb-24"
      listDayClass="max-sm:flex-col max-sm:gap-0 max-sm:pb-3"
      listDayHeaderClass="max-sm:w-full max-sm:max-w-none max-sm:flex-row max-sm:items-baseline max-sm:gap-3 max-sm:pb-0"
      listDayBodyClass="max-sm:my-2 max-sm:w-full max-sm:grow-0"
      displayEventEnd
      {...says}
      {...options}
    />
  );
});

/** What the grid says by itself. */
function saidBy({ agenda, common }: StudioWords, clockZone: string) {
  return {
    weekTextShort: agenda.weekShort,
    navLinkHint: (date: string) => agenda.openDay({ date }),
    allDayText: agenda.allDay,
    noEventsText: agenda.noEvents,
    moreLinkText: (count: number) => agenda.more({ count }),
    moreLinkHint: (count: number) => agenda.moreHint({ count }),
    closeHint: common.close,
    dayHeaderDidMount: (info: DayHeaderInfo & { readonly el: HTMLElement }) => {
      nameAsItReads(info);
      markClockChange(info, clockZone, agenda);
    },
  } satisfies CalendarOptions;
}

/** Functions that stay the same and do what the latest ones do. */
function useSame(heard: Heard): AllHeard {
  const latest = useRef(heard);
  useLayoutEffect(() => {
    latest.current = heard;
  });
  const [same] = useState<AllHeard>(() => ({
    datesSet: (info) => latest.current.datesSet?.(info),
    eventClick: (info) => latest.current.eventClick?.(info),
    navLinkDayClick: (day) => latest.current.navLinkDayClick?.(day),
    navLinkWeekClick: (day) => latest.current.navLinkWeekClick?.(day),
  }));
  return same;
}

const eventFace = (info: EventDisplayInfo) => <EventFace info={info} />;
const weekNumber = ({ num }: { readonly num?: number | undefined }) => <WeekNumber number={num} />;
const slotHeader: NonNullable<CalendarOptions['slotHeaderContent']> = ({ text, time }) => (
  <SlotHeader text={text} minute={(time?.milliseconds ?? 0) / 60_000} />
);

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
}

interface ClocksShown {
  /** ISO date of the first day, whose clocks count. */
  readonly date: string;
  readonly here: string;
  readonly beside: string | null;
}

const Clocks = createContext<ClocksShown>({ date: '', here: 'UTC', beside: null });

/** The hour, and what the clocks of the second zone show then. */
function SlotHeader({ text, minute }: SlotHeaderProps) {
  const { date, here, beside } = useContext(Clocks);
  const { words } = useReader();
  const { time: written } = useFormats();
  if (beside === null || text === '') return text;
  const { time, days } = besideTime(Temporal.PlainDate.from(date), minute, here, beside);
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
  words: StudioWords['agenda'],
): void {
  const shown = el.closest('[data-date]')?.getAttribute('data-date');
  if (!shown) return;
  const day = Temporal.PlainDate.from(shown);
  const minutes = clockChange(day, zone);
  if (minutes === 0) return;
  const mark = document.createElement('span');
  mark.className = 'agenda-clock-change';
  mark.textContent = minutes > 0 ? words.clocksForward : words.clocksBack;
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
