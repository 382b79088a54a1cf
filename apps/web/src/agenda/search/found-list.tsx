import { Repeat } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FoundEvent } from '../../api/answers.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { dateIn } from '../../time/zone.ts';
import { classNames } from '../../ui/class-names.ts';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import { eventTitle } from '../event/event-title.ts';
import { MarkedText } from './marked-text.tsx';

interface FoundListProps {
  readonly events: readonly FoundEvent[];
  /** The words to mark. */
  readonly marks: readonly string[];
  readonly zone: string;
  /** Where the search stands; null: nowhere yet. */
  readonly at: number | null;
  readonly now: Date;
  readonly onPick: (index: number) => void;
}

/** First those to come, then those that are over, as they were found. */
export function FoundList({ events, now, ...rest }: FoundListProps) {
  const { words } = useReader();
  const over = events.findIndex(({ endsAt }) => endsAt <= now);
  const first = over < 0 ? events.length : over;
  const parts = [
    { title: words.search.ahead, from: 0, shown: events.slice(0, first) },
    { title: words.search.over, from: first, shown: events.slice(first) },
  ];
  return parts
    .filter(({ shown }) => shown.length > 0)
    .map(({ title, from, shown }) => (
      <section key={title} aria-label={title} className="mt-4">
        <h3 className="px-2 text-[13px] font-medium text-soft">{title}</h3>
        <ul className="mt-1">
          {shown.map((event, n) => (
            <li key={event.id}>
              <FoundRow event={event} index={from + n} {...rest} />
            </li>
          ))}
        </ul>
      </section>
    ));
}

interface FoundRowProps extends Omit<FoundListProps, 'events' | 'now'> {
  readonly event: FoundEvent;
  readonly index: number;
}

function FoundRow({ event, index, marks, zone, at, onPick }: FoundRowProps) {
  const { words } = useReader();
  const { date, time } = useFormats();
  const { byId } = useCalendars();
  const calendar = byId.get(event.calendarId);
  const here = at === index;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const day = date(event.startDate ?? dateIn(event.startsAt, zone));
  const when = event.allDay ? day : `${day}, ${time(event.startsAt, zone)}`;
  const around = [event.location, ...event.attendees].filter((text) => text !== null && text !== '');
  return (
    <button
      ref={row}
      type="button"
      aria-current={here ? 'true' : undefined}
      onClick={() => onPick(index)}
      className={classNames(
        'flex min-h-11 w-full items-start gap-2.5 rounded-lg px-2 py-2 text-left hover:bg-hover',
        here && 'bg-hover ring-2 ring-accent ring-inset',
      )}
    >
      <span className="mt-1.5 flex">
        <ColourDot colour={calendar ? colourOf(calendar) : '#808080'} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words">
          <MarkedText text={eventTitle(event, words)} words={marks} />
        </span>
        <span className="block text-[13px] text-soft">
          {when}
          {event.recurring && (
            <>
              {' '}
              <Repeat aria-hidden className="inline size-3.5" />
              <span className="sr-only">{words.search.repeats}</span>
            </>
          )}
          {calendar && ` · ${calendar.name}`}
        </span>
        {around.length > 0 && (
          <span className="block text-[13px] break-words text-soft">
            <MarkedText text={around.join(' · ')} words={marks} />
          </span>
        )}
        {event.notes !== null && (
          <span className="block text-[13px] break-words text-soft">
            <MarkedText text={event.notes} words={marks} />
          </span>
        )}
      </span>
    </button>
  );
}
