import { Activity, CircleCheck, RefreshCw, TriangleAlert } from 'lucide-react';
import type { Calendar } from '../api/answers.ts';
import { isTroubled } from '../calendars/standing.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useSyncNow } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { AdminOnly } from '../shell/page-states.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { HealthCard } from './health-card.tsx';

export function HealthPage() {
  const { words } = useReader();
  const { calendars, error } = useCalendars();
  const sync = useSyncNow(words.agenda.syncAsked);
  const followed = calendars?.filter(({ state }) => state !== 'local' && state !== 'off');
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
        {followed && followed.length > 0 && <Calendars followed={followed} />}
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
