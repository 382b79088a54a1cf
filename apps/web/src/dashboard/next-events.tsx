import { RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { AgendaEvent } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { groupByDay, isOver } from '../time/day-groups.ts';
import { IconButton } from '../ui/controls/icon-button.tsx';
import { Card } from '../ui/display/card.tsx';
import { DayHeading } from './day-heading.tsx';
import { EventRow } from './event-row.tsx';
import { NextEmpty } from './next-empty.tsx';
import { NextSkeleton } from './next-skeleton.tsx';
import { WidgetFoot } from './widgets/widget-foot.tsx';

const SHOWN = 7;

interface NextEventsProps {
  readonly zone: string;
  readonly now: Date;
  readonly today: Temporal.PlainDate;
}

/** What is next at the studio: running, all-day and coming events, by day. */
export function NextEvents({ zone, now, today }: NextEventsProps) {
  const { words } = useReader();
  const { byId } = useCalendars();
  const next = trpc.agenda.next.useQuery({ limit: SHOWN });
  useRefetchAtNextEnd(next.data, now, next.refetch);
  const events = next.data?.filter((event) => !isOver(event, now, today, zone));
  return (
    <Card aria-labelledby="next-title" className="overflow-hidden">
      <header className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-5">
        <h2 id="next-title" className="text-base font-semibold">
          {words.dashboard.next}
        </h2>
        <IconButton
          icon={RefreshCw}
          label={next.isFetching ? words.dashboard.refreshing : words.dashboard.refresh}
          spinning={next.isFetching}
          onClick={() => void next.refetch()}
        />
      </header>
      {!events && !next.error && <NextSkeleton rows={SHOWN} />}
      {events?.length === 0 && <NextEmpty />}
      {groupByDay(events ?? [], zone, today).map((group) => (
        <section key={group.date} className="px-2 pt-4 last-of-type:pb-3">
          <DayHeading date={group.date} today={today} />
          <ul>
            {group.events.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                calendar={byId.get(event.calendarId)}
                zone={zone}
                now={now}
              />
            ))}
          </ul>
        </section>
      ))}
      <WidgetFoot always asked={next} />
    </Card>
  );
}

/** An event that ends makes room for the next one without anything having changed. */
function useRefetchAtNextEnd(
  events: readonly AgendaEvent[] | undefined,
  now: Date,
  refetch: () => Promise<unknown>,
): void {
  const ends = events?.map((event) => event.endsAt.getTime()).filter((end) => end > now.getTime()) ?? [];
  const soonest = ends.length > 0 ? Math.min(...ends) : null;
  useEffect(() => {
    if (soonest === null) return;
    // Browsers cannot wait longer than 24 days; a page that old has long been told of other changes.
    const wait = Math.min(Math.max(0, soonest - Date.now()) + 500, 2 ** 31 - 1);
    const timer = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(timer);
  }, [soonest, refetch]);
}
