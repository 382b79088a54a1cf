import { keepPreviousData } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Select } from '../ui/controls/select.tsx';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { CalendarFilter } from './calendar-filter.tsx';
import { RunsTable } from './runs-table.tsx';

const OUTCOMES = ['any', 'ok', 'failed', 'held'] as const;
const PERIODS = ['1', '7', '30', '90'] as const;
const DAY_MS = 86_400_000;
/** So that the question stays the same while somebody looks at its answer. */
const STEP_MS = 3_600_000;

/** What runs have done, by calendar, result and time. */
export function LogSection() {
  const { words } = useReader();
  const { byId } = useCalendars();
  const [calendar, setCalendar] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('any');
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('7');
  const [opened] = useState(() => Math.floor(Date.now() / STEP_MS) * STEP_MS);
  const asked = trpc.calendars.logs.useInfiniteQuery(
    {
      from: new Date(opened - Number(period) * DAY_MS),
      ...(calendar !== null && { calendar }),
      ...(outcome !== 'any' && { outcome }),
    },
    { getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData },
  );
  const runs = asked.data?.pages.flatMap(({ logs }) => logs);
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-3 *:w-full sm:*:w-48">
        <CalendarFilter value={calendar} onChange={setCalendar} />
        <Select
          label={words.health.outcome}
          value={outcome}
          options={OUTCOMES.map((value) => ({
            value,
            label: value === 'any' ? words.health.anyOutcome : words.health.outcomes[value],
          }))}
          onChange={setOutcome}
        />
        <Select
          label={words.health.period}
          value={period}
          options={PERIODS.map((value) => ({ value, label: words.health.periods[value] }))}
          onChange={setPeriod}
        />
      </div>
      {asked.error && !runs && <ProblemNotice error={asked.error} />}
      {!runs && !asked.error && <Skeleton className="h-64 rounded-2xl" />}
      {runs?.length === 0 && (
        <Card>
          <EmptyState icon={ScrollText} title={words.health.noLog} hint={words.health.noLogHint} />
        </Card>
      )}
      {runs && runs.length > 0 && (
        <Card className="p-1">
          <RunsTable runs={runs} nameOf={({ calendarId }) => byId.get(calendarId)?.name ?? ''} />
        </Card>
      )}
      {asked.hasNextPage && (
        <Button
          className="mt-3"
          pending={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {words.health.moreRuns}
        </Button>
      )}
    </>
  );
}
