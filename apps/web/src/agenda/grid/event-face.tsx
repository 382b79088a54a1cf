import type { EventDisplayInfo } from '@fullcalendar/react';
import { CloudUpload, TriangleAlert } from 'lucide-react';
import { classNames } from '../../ui/class-names.ts';

/** What is written on an event: always text, whatever an invitation may contain. Whoever listens hears all that it says. */
export function EventFace({ info }: { readonly info: EventDisplayInfo }) {
  const { id, extendedProps } = info.event;
  const label: unknown = extendedProps['label'];
  return (
    <>
      <span aria-hidden data-event-id={id} className="contents">
        <Marks
          colours={extendedProps['stripes']}
          sign={extendedProps['sign']}
          inLine={info.view.type.startsWith('list')}
        />
        <Face info={info} />
      </span>
      <span className="sr-only">{typeof label === 'function' ? String(label()) : info.event.title}</span>
    </>
  );
}

interface MarksProps {
  readonly colours: unknown;
  readonly sign: unknown;
  /** In a list, whose rows hold nothing in place: behind the text. */
  readonly inLine: boolean;
}

function Marks({ colours, sign, inLine }: MarksProps) {
  if (!inLine) {
    return (
      <>
        <Stripes colours={colours} className="absolute inset-y-0 right-0 z-10 flex" />
        <SendingSign sign={sign} className="absolute top-0.5 right-0.5 z-10 bg-surface p-0.5" />
      </>
    );
  }
  return (
    <span className="order-last flex shrink-0 items-center gap-2 self-stretch">
      <SendingSign sign={sign} className="" />
      <Stripes colours={colours} className="flex self-stretch" />
    </span>
  );
}

/** The same event is in other calendars too: a stripe in the colour of each. */
function Stripes({ colours, className }: { readonly colours: unknown; readonly className: string }) {
  if (!Array.isArray(colours) || colours.length === 0) return null;
  return (
    <span aria-hidden className={className}>
      {colours.map((colour) => (
        <span key={String(colour)} className="w-1" style={{ backgroundColor: String(colour) }} />
      ))}
    </span>
  );
}

/** Its provider does not have it as it is here: the panel says why, and what can be done. */
function SendingSign({ sign, className }: { readonly sign: unknown; readonly className: string }) {
  if (sign !== 'waiting' && sign !== 'refused') return null;
  const [Icon, tone] = sign === 'refused' ? [TriangleAlert, 'text-bad'] : [CloudUpload, 'text-soft'];
  return (
    <span className={classNames('rounded-full', className)}>
      <Icon aria-hidden data-sign={sign} className={classNames('size-3', tone)} />
    </span>
  );
}

function Face({ info }: { readonly info: EventDisplayInfo }) {
  const { event, timeText, view, isShort } = info;
  const given: unknown = event.extendedProps['location'];
  const location = typeof given === 'string' ? given : null;
  if (view.type.startsWith('list'))
    return <ListFace title={event.title} time={timeText} location={location} />;
  if (event.allDay) return <span className={classNames(info.titleClass, 'truncate')}>{event.title}</span>;
  if (view.type.startsWith('timeGrid') && !isShort) return <ColumnFace info={info} location={location} />;
  return <LineFace info={info} inColumn={view.type.startsWith('timeGrid')} />;
}

function ListFace({
  title,
  time,
  location,
}: {
  readonly title: string;
  readonly time: string;
  readonly location: string | null;
}) {
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-0.5 sm:flex-row sm:items-baseline">
      <span className="shrink-0 text-[13px] tabular-nums sm:w-28">{time}</span>
      <span className="min-w-0 font-medium">{title}</span>
      {location && <span className="min-w-0 truncate text-[13px] opacity-75">{location}</span>}
    </span>
  );
}

/**
 * The title first: where the event stands already says when. No word is broken and no line is cut in half: what is too
 * long for its line, or comes after the last whole one, is left out with an ellipsis.
 */
function ColumnFace({
  info,
  location,
}: {
  readonly info: EventDisplayInfo;
  readonly location: string | null;
}) {
  const { event, timeText } = info;
  return (
    <span className="agenda-column-face block h-full w-full overflow-hidden">
      <span className="agenda-column-text" title={event.title}>
        <span className="agenda-column-title">{event.title}</span>
        <span className="agenda-column-more tabular-nums">{timeText}</span>
        {location && <span className="agenda-column-more truncate">{location}</span>}
      </span>
    </span>
  );
}

/** A single line. In the month a bar carries the calendar's colour, which a column has already. */
function LineFace({ info, inColumn }: { readonly info: EventDisplayInfo; readonly inColumn: boolean }) {
  const { event, timeText, isNarrow, color } = info;
  return (
    <span
      className={classNames(
        'flex min-w-0 flex-1 items-center gap-1.5',
        // Each is laid out by itself: only where something hangs on its width.
        inColumn && '@container',
        isNarrow ? 'px-0.5 text-[11px]' : 'px-1 text-xs',
      )}
    >
      {!inColumn && (
        <span aria-hidden style={{ backgroundColor: color }} className="h-3 w-1 shrink-0 rounded-full" />
      )}
      <span className="min-w-0 flex-1 truncate font-medium">{event.title}</span>
      {!isNarrow && timeText && (
        <span className={classNames('shrink-0 tabular-nums', inColumn && 'hidden @min-[10rem]:inline')}>
          {timeText}
        </span>
      )}
    </span>
  );
}
