import type { EventDisplayInfo } from '@fullcalendar/react';

/** What is written on an event: always text, whatever an invitation may contain. */
export function EventFace({ info }: { readonly info: EventDisplayInfo }) {
  const { event, timeText, view, isShort } = info;
  const location: unknown = event.extendedProps['location'];
  const inColumn = view.type.startsWith('timeGrid') && !event.allDay;
  if (view.type.startsWith('list')) {
    return (
      <>
        <span className={`${info.timeClass} tabular-nums`}>{timeText}</span>
        <span className={info.titleClass}>
          {event.title}
          {typeof location === 'string' && <span className="text-[13px] text-soft"> · {location}</span>}
        </span>
      </>
    );
  }
  return (
    <>
      {timeText && <span className={`${info.timeClass} tabular-nums`}>{timeText}</span>}
      <span className={info.titleClass}>{event.title}</span>
      {inColumn && !isShort && typeof location === 'string' && <span className="px-1.5 text-[11px] text-soft">{location}</span>}
    </>
  );
}
