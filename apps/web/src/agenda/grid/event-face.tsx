import type { EventDisplayInfo } from '@fullcalendar/react';
import { classNames } from '../../ui/class-names.ts';

/** What is written on an event: always text, whatever an invitation may contain. */
export function EventFace({ info }: { readonly info: EventDisplayInfo }) {
  const { event, timeText, view, isShort } = info;
  const given: unknown = event.extendedProps['location'];
  const location = typeof given === 'string' ? given : null;
  if (view.type.startsWith('list'))
    return <ListFace title={event.title} time={timeText} location={location} />;
  if (event.allDay) return <span className={info.titleClass}>{event.title}</span>;
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

/** The title first: where the event stands already says when. Too narrow for words, only its colour is left. */
function ColumnFace({
  info,
  location,
}: {
  readonly info: EventDisplayInfo;
  readonly location: string | null;
}) {
  const { event, timeText } = info;
  return (
    <span className="@container block h-full w-full overflow-hidden py-1">
      <span className="flex flex-col px-1 text-[11px] leading-tight @max-[2.25rem]:sr-only">
        <span className="font-semibold break-words @min-[5rem]:text-xs">{event.title}</span>
        <span className="hidden tabular-nums @min-[5rem]:block">{timeText}</span>
        {location && <span className="hidden truncate @min-[5rem]:block">{location}</span>}
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
        '@container flex min-w-0 flex-1 items-center gap-1.5',
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
