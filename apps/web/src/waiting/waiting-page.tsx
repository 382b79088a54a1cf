import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheckBig } from 'lucide-react';
import type { WaitingItem, WaitingKind } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { Segments } from '../ui/controls/segments.tsx';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { SettledConflicts } from './conflict/settled-conflicts.tsx';
import { KindFilter } from './kind-filter.tsx';
import { KINDS } from './kind-look.ts';
import { KindSection } from './kind-section.tsx';
import { SettlingProvider, useUnsettled } from './settling.tsx';
import { useWhatWaits } from './use-what-waits.ts';
import type { WaitingSearch } from './waiting-search.ts';

/** Whatever waits for this person, and what settles it (I9). */
export function WaitingPage() {
  const { words } = useReader();
  const { kind, view } = useSearch({ from: '/app/waiting' });
  const navigate = useNavigate();
  const go = (search: WaitingSearch) => void navigate({ to: '/waiting', search, replace: true });
  const segments = (
    <Segments
      label={words.waiting.view}
      value={view ?? 'open'}
      options={[
        { value: 'open', label: words.waiting.open },
        { value: 'settled', label: words.waiting.settled },
      ]}
      onChange={(next) => go(next === 'settled' ? { view: next } : {})}
    />
  );
  return (
    <Page title={words.waiting.title} lead={words.waiting.lead} action={segments}>
      {view === 'settled' ? (
        <SettledConflicts />
      ) : (
        <Open kind={kind} onKind={(next) => go(next ? { kind: next } : {})} />
      )}
    </Page>
  );
}

interface OpenProps {
  readonly kind: WaitingKind | undefined;
  readonly onKind: (kind: WaitingKind | undefined) => void;
}

function Open({ kind, onKind }: OpenProps) {
  const { data, error, items } = useWhatWaits();
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return <Loading />;
  return (
    <>
      <KindFilter items={items} value={kind} onChange={onKind} />
      <SettlingProvider>
        <List items={items} kinds={kind ? [kind] : KINDS} />
      </SettlingProvider>
    </>
  );
}

function List({
  items,
  kinds,
}: {
  readonly items: readonly WaitingItem[];
  readonly kinds: readonly WaitingKind[];
}) {
  const { words } = useReader();
  const shown = useUnsettled(items).filter(({ kind }) => kinds.includes(kind));
  return (
    <div className="space-y-5">
      {shown.length === 0 && (
        <Card>
          <EmptyState icon={CircleCheckBig} title={words.waiting.nothing} hint={words.waiting.nothingHint} />
        </Card>
      )}
      {kinds.map((kind) => (
        <KindSection key={kind} kind={kind} items={shown.filter((item) => item.kind === kind)} />
      ))}
    </div>
  );
}

function Loading() {
  const { words } = useReader();
  return (
    <div className="space-y-5">
      <p role="status" className="sr-only">
        {words.common.loading}
      </p>
      <Skeleton className="h-40 rounded-2xl" />
      <Skeleton className="h-28 rounded-2xl" />
    </div>
  );
}
