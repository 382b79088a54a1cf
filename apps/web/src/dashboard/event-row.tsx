import { Link } from '@tanstack/react-router';
import { MapPin, UserRound } from 'lucide-react';
import { eventTitle } from '../agenda/event/event-title.ts';
import type { AgendaEvent, Calendar } from '../api/answers.ts';
import { colourOf } from '../calendars/colour.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { firstDay, isRunning } from '../time/day-groups.ts';
import { classNames } from '../ui/class-names.ts';
import { Badge } from '../ui/display/badge.tsx';

interface EventRowProps {
  readonly event: AgendaEvent;
  readonly calendar: Calendar | undefined;
  readonly zone: string;
  readonly now: Date;
}

export function EventRow({ event, calendar, zone, now }: EventRowProps) {
  const { words } = useReader();
  const running = isRunning(event, now);
  const colour = calendar ? colourOf(calendar) : 'var(--line-strong)';
  return (
    <li>
      <Link
        to="/agenda"
        search={{ view: 'day', date: firstDay(event, zone).toString(), event: event.id }}
        className={classNames(
          'flex min-h-14 gap-3 rounded-xl px-3 py-2 transition-colors',
          running ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
      >
        <When event={event} zone={zone} />
        <span aria-hidden style={{ backgroundColor: colour }} className="my-0.5 w-1 shrink-0 rounded-full" />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium">{eventTitle(event, words)}</span>
            {running && <Badge tone="strong">{words.common.now}</Badge>}
            {event.status === 'tentative' && <Badge>{words.event.tentative}</Badge>}
          </span>
          <span className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-[13px] text-soft">
            <span>{calendar?.name}</span>
            {event.location && <Detail icon={MapPin} text={event.location} />}
            {event.attendees.length > 0 && <Detail icon={UserRound} text={people(event.attendees)} />}
          </span>
        </span>
      </Link>
    </li>
  );
}

function When({ event, zone }: { readonly event: AgendaEvent; readonly zone: string }) {
  const { words } = useReader();
  const { time } = useFormats();
  return (
    <span className="w-16 shrink-0 pt-px text-[13px] leading-5 tabular-nums">
      {event.allDay ? (
        words.common.allDay
      ) : (
        <>
          <span className="block font-medium">{time(event.startsAt, zone)}</span>
          <span className="block text-soft">{time(event.endsAt, zone)}</span>
        </>
      )}
    </span>
  );
}

function Detail({ icon: Icon, text }: { readonly icon: typeof MapPin; readonly text: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="line-clamp-1">{text}</span>
    </span>
  );
}

const NAMED = 2;

function people(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (rest > 0 ? ` +${rest}` : '');
}
