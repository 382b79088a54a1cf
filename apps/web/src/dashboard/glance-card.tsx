import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { instantAt } from '../time/zone.ts';
import { Card } from '../ui/display/card.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { dayStrip, STRIP_FROM, STRIP_TO } from './day-strip.ts';
import { StripRow } from './strip-row.tsx';
import { WidgetFoot } from './widgets/widget-foot.tsx';

const SHOWN = 8;
const TICKS = [8, 12, 16, 20];

interface GlanceCardProps {
  readonly zone: string;
  readonly now: Date;
  readonly today: Temporal.PlainDate;
}

/** Who is free when, today: one strip for each calendar. */
export function GlanceCard({ zone, now, today }: GlanceCardProps) {
  const { words } = useReader();
  const { time } = useFormats();
  const { calendars } = useCalendars();
  const day = today.toString();
  const span = useMemo(() => {
    const date = Temporal.PlainDate.from(day);
    return { from: instantAt(date, 0, zone), to: instantAt(date, 24, zone) };
  }, [day, zone]);
  const events = trpc.agenda.events.useQuery(span, { placeholderData: keepPreviousData });
  const shown = calendars?.filter((calendar) => calendar.enabled) ?? [];
  const loading = !calendars || (!events.data && !events.error);
  const hour = (at: number) => time(instantAt(today, at, zone), zone);
  return (
    <Card aria-labelledby="glance-title" className="overflow-hidden">
      <div className="p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h2 id="glance-title" className="text-base font-semibold">
            {words.dashboard.glance}
          </h2>
          <p className="sr-only">
            {words.dashboard.glanceHours({ from: hour(STRIP_FROM), to: hour(STRIP_TO) })}
          </p>
        </div>
        {loading && <Skeleton className="mt-4 h-28" />}
        {!loading && shown.length === 0 && <p className="mt-2 text-soft">{words.dashboard.glanceEmpty}</p>}
        {!loading && shown.length > 0 && (
          <>
            <div aria-hidden className="mt-3 flex justify-between text-[11px] text-soft tabular-nums">
              {TICKS.map((tick) => (
                <span key={tick}>{hour(tick)}</span>
              ))}
            </div>
            <ul className="mt-1.5 space-y-3">
              {shown.slice(0, SHOWN).map((calendar) => {
                const own = events.data?.filter((event) => event.calendarId === calendar.id) ?? [];
                return (
                  <StripRow
                    key={calendar.id}
                    calendar={calendar}
                    strip={dayStrip(own, today, zone)}
                    zone={zone}
                    now={now}
                    today={today}
                  />
                );
              })}
            </ul>
          </>
        )}
        {shown.length > SHOWN && (
          <p className="mt-3 text-xs text-soft">
            {words.dashboard.glanceMore({ count: shown.length - SHOWN })}
          </p>
        )}
      </div>
      <WidgetFoot asked={events} />
    </Card>
  );
}
