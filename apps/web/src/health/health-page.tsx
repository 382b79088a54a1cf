import { useNavigate, useSearch } from '@tanstack/react-router';
import { Activity, CircleCheck, RefreshCw, TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Calendar } from '../api/answers.ts';
import { isTroubled } from '../calendars/standing.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useSyncNow } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { AdminOnly } from '../shell/page-states.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Segments } from '../ui/controls/segments.tsx';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { HintsSection } from './accounts/hints-section.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { HealthCard } from './health-card.tsx';
import { HEALTH_VIEWS } from './health-search.ts';
import { LogSection } from './log-section.tsx';
import { Paused } from './paused.tsx';

/** Nobody who does not look at them loads what draws them. */
const ChartsSection = lazy(async () => ({
  default: (await import('./charts/charts-section.tsx')).ChartsSection,
}));

export function HealthPage() {
  const { words } = useReader();
  const { calendars, error } = useCalendars();
  const sync = useSyncNow(words.agenda.syncAsked);
  const { view = 'calendars' } = useSearch({ from: '/app/health' });
  const navigate = useNavigate();
  const followed = calendars?.filter(({ state }) => state !== 'local' && state !== 'off');
  const paused = calendars?.filter(({ state }) => state === 'off') ?? [];
  const button = followed && followed.length > 0 && (
    <Button pending={sync.isPending} onClick={() => sync.mutate({})}>
      {!sync.isPending && <RefreshCw aria-hidden className="size-4" />}
      {words.health.syncAll}
    </Button>
  );
  return (
    <Page title={words.health.title} lead={words.health.lead} action={button}>
      <AdminOnly>
        <DeadLetters />
        {error && !calendars && <ProblemNotice error={error} />}
        {!followed && !error && <Skeleton className="h-64 rounded-2xl" />}
        {followed?.length === 0 && (
          <Card>
            <EmptyState icon={Activity} title={words.health.emptyTitle} hint={words.health.emptyHint} />
          </Card>
        )}
        {calendars && calendars.length > 0 && (
          <div className="mb-5">
            <Segments
              label={words.health.view}
              value={view}
              options={HEALTH_VIEWS.map((value) => ({ value, label: words.health.views[value] }))}
              onChange={(next) => void navigate({ to: '/health', search: { view: next }, replace: true })}
            />
          </div>
        )}
        {view === 'calendars' && (
          <>
            {followed && followed.length > 0 && <Calendars followed={followed} />}
            <Paused calendars={paused} />
          </>
        )}
        {view === 'accounts' && <HintsSection />}
        {view === 'log' && <LogSection />}
        {view === 'charts' && (
          <Suspense fallback={<Skeleton className="h-64 rounded-2xl" />}>
            <ChartsSection />
          </Suspense>
        )}
      </AdminOnly>
    </Page>
  );
}

/** What needs a person comes first. */
function Calendars({ followed }: { readonly followed: readonly Calendar[] }) {
  const { words } = useReader();
  const troubled = followed.filter(isTroubled);
  const ordered = [...troubled, ...followed.filter((calendar) => !isTroubled(calendar))];
  const Icon = troubled.length > 0 ? TriangleAlert : CircleCheck;
  return (
    <>
      <p role="status" className="mb-4 flex items-center gap-2 font-medium">
        <Icon aria-hidden className={troubled.length > 0 ? 'size-5 text-warn' : 'size-5 text-good'} />
        {troubled.length > 0
          ? words.health.some({ count: troubled.length })
          : words.health.all({ count: followed.length })}
      </p>
      <ul className="space-y-4">
        {ordered.map((calendar) => (
          <li key={calendar.id}>
            <HealthCard calendar={calendar} />
          </li>
        ))}
      </ul>
    </>
  );
}
