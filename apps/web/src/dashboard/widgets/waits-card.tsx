import { Link } from '@tanstack/react-router';
import { ArrowRight, CircleCheckBig } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { Badge } from '../../ui/display/badge.tsx';
import { Card } from '../../ui/display/card.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { KIND_ICONS, KINDS } from '../../waiting/kind-look.ts';
import { useWhatWaits } from '../../waiting/use-what-waits.ts';
import { WidgetFoot } from './widget-foot.tsx';

/** How much waits of each kind; each leads to where it is settled. */
export function WaitsCard() {
  const { words } = useReader();
  const waiting = useWhatWaits();
  const counts = KINDS.map(
    (kind) => [kind, waiting.items.filter((item) => item.kind === kind).length] as const,
  );
  const present = counts.filter(([, count]) => count > 0);
  return (
    <Card aria-labelledby="waits-title" className="overflow-hidden">
      <header className="flex items-center justify-between gap-3 px-5 pt-5 pb-2">
        <h2 id="waits-title" className="flex items-center gap-2 text-base font-semibold">
          {words.dashboard.widgets.waits}
          {waiting.items.length > 0 && <Badge tone="strong">{waiting.items.length}</Badge>}
        </h2>
        <Link
          to="/waiting"
          className="inline-flex items-center gap-1 rounded text-[13px] font-medium text-accent hover:underline"
        >
          {words.dashboard.seeAll}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      </header>
      {!waiting.data && waiting.error === null && <Skeleton className="mx-5 mb-5 h-20" />}
      {waiting.data && present.length === 0 && (
        <p className="flex items-center gap-2 px-5 pb-5 text-soft">
          <CircleCheckBig aria-hidden className="size-4.5 text-good" />
          {words.dashboard.nothingWaits}
        </p>
      )}
      <ul className="px-2 pb-2">
        {present.map(([kind, count]) => {
          const Icon = KIND_ICONS[kind];
          return (
            <li key={kind}>
              <Link
                to="/waiting"
                search={{ kind }}
                className="flex min-h-10 items-center gap-3 rounded-lg px-3 py-1.5 transition-colors hover:bg-sunken pointer-coarse:min-h-11"
              >
                <Icon aria-hidden className="size-4.5 shrink-0 text-soft" />
                <span className="min-w-0 flex-1">{words.waiting.kinds[kind]}</span>
                <span className="font-semibold tabular-nums">{count}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <WidgetFoot asked={waiting} />
    </Card>
  );
}
