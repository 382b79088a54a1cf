import { keepPreviousData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { CalendarFilter } from '../calendar-filter.tsx';
import { DayChart, type Line } from './day-chart.tsx';

const PERIODS = ['7', '30', '90'] as const;

/** What synchronisation came to, day by day, and how far behind each calendar is. */
export function ChartsSection() {
  const { words } = useReader();
  const [calendar, setCalendar] = useState<string | null>(null);
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('30');
  const asked = trpc.calendars.figures.useQuery(
    { days: Number(period), ...(calendar !== null && { calendar }) },
    { placeholderData: keepPreviousData },
  );
  const { data, error } = asked;
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-3 *:w-full sm:*:w-48">
        <CalendarFilter value={calendar} onChange={setCalendar} />
        <Select
          label={words.health.period}
          value={period}
          options={PERIODS.map((value) => ({ value, label: words.health.periods[value] }))}
          onChange={setPeriod}
        />
      </div>
      {error && !data && <ProblemNotice error={error} />}
      {!data && !error && <Skeleton className="h-64 rounded-2xl" />}
      {data && (
        <div className="space-y-4">
          <Charts days={data.days} />
          <Lags lags={data.lags} />
        </div>
      )}
    </>
  );
}

interface Day {
  readonly day: string;
  readonly runs: number;
  readonly pulled: number;
  readonly pushed: number;
  readonly failed: number;
  readonly held: number;
  readonly medianMs: number;
  readonly slowMs: number;
}

function Charts({ days }: { readonly days: readonly Day[] }) {
  const { words } = useReader();
  const said = words.health.chart;
  const { dates, changes, errors, durations } = useMemo(() => {
    const line = (name: string, colour: Line['colour'], of: (day: Day) => number | null): Line => {
      return { name, colour, values: days.map(of) };
    };
    return {
      dates: days.map(({ day }) => day),
      changes: [
        line(said.pulled, '--accent', ({ pulled }) => pulled),
        line(said.pushed, '--warn', ({ pushed }) => pushed),
      ],
      errors: [
        line(said.failed, '--bad', ({ failed }) => failed),
        line(said.held, '--warn', ({ held }) => held),
      ],
      durations: [
        line(said.slow, '--warn', ({ runs, slowMs }) => (runs > 0 ? slowMs / 1_000 : null)),
        line(said.median, '--accent', ({ runs, medianMs }) => (runs > 0 ? medianMs / 1_000 : null)),
      ],
    };
  }, [days, said]);
  return (
    <>
      <DayChart title={said.changes} hint={said.changesHint} days={dates} lines={changes} look="bars" />
      <DayChart title={said.errors} hint={said.errorsHint} days={dates} lines={errors} look="bars" />
      <DayChart
        title={said.durations}
        hint={said.durationsHint}
        days={dates}
        lines={durations}
        look="lines"
      />
    </>
  );
}

interface Lag {
  readonly calendarId: string;
  readonly seconds: number | null;
}

/** Those that are furthest behind first; the longest bar is the furthest. */
function Lags({ lags }: { readonly lags: readonly Lag[] }) {
  const { words } = useReader();
  const { byId } = useCalendars();
  const most = Math.max(60, ...lags.map(({ seconds }) => seconds ?? 0));
  if (lags.length === 0) return null;
  return (
    <Card aria-label={words.health.chart.lags} className="p-5">
      <h2 className="text-base font-semibold">{words.health.chart.lags}</h2>
      <ul className="mt-3 space-y-2.5">
        {lags.map(({ calendarId, seconds }) => {
          const calendar = byId.get(calendarId);
          if (!calendar) return null;
          const share = seconds === null ? 1 : Math.max(0.01, seconds / most);
          return (
            <li key={calendarId}>
              <p className="flex items-center gap-2 text-[13px]">
                <ColourDot colour={colourOf(calendar)} />
                <span className="min-w-0 flex-1 truncate">{calendar.name}</span>
                <span className="text-soft">
                  <AgeText since={calendar.lastCompleteAt} />
                </span>
              </p>
              <div aria-hidden className="mt-1 h-2 overflow-hidden rounded-full bg-sunken">
                <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
