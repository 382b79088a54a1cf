import { GitCompare } from 'lucide-react';
import { useState } from 'react';
import { eventTitle } from '../../agenda/event/event-title.ts';
import type { ConflictItem } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { colourOf } from '../../calendars/colour.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { Card } from '../../ui/display/card.tsx';
import { ColourDot } from '../../ui/display/colour-dot.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';

/** What was decided, and can be decided in another way. */
export function SettledConflicts() {
  const { words } = useReader();
  const { data, error } = trpc.conflicts.list.useQuery({ settled: true });
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton className="h-40 rounded-2xl" />;
  const settled = data.filter(({ settledAt }) => settledAt !== null);
  return (
    <Card className="overflow-hidden">
      {settled.length === 0 ? (
        <EmptyState
          icon={GitCompare}
          title={words.conflict.noneSettled}
          hint={words.conflict.noneSettledHint}
        />
      ) : (
        <ul className="divide-y divide-line">
          {settled.map((conflict) => (
            <SettledRow key={conflict.id} conflict={conflict} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function SettledRow({ conflict }: { readonly conflict: ConflictItem }) {
  const { words } = useReader();
  const [comparing, setComparing] = useState(false);
  const calendar = useCalendars().byId.get(conflict.calendarId);
  const { summary, kind, outcome, settledAt } = conflict;
  const name = eventTitle({ title: summary }, words);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
      <div className="min-w-56 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[15px] font-semibold">
          {name}
          {outcome && <Badge tone="good">{words.conflict.outcomes[outcome]}</Badge>}
        </p>
        <p className="mt-0.5">{words.conflict.kinds[kind]}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-[13px] text-soft">
          {calendar && (
            <>
              <ColourDot colour={colourOf(calendar)} />
              {calendar.name} <span aria-hidden>·</span>
            </>
          )}
          <span>
            {words.conflict.settledOn} <AgeText since={settledAt} />
          </span>
        </p>
      </div>
      <Button
        size="small"
        aria-label={words.conflict.takeOf({ take: words.conflict.anew, name })}
        onClick={() => setComparing(true)}
      >
        {words.conflict.anew}
      </Button>
      <ConflictDialog conflict={conflict} open={comparing} onClose={() => setComparing(false)} />
    </li>
  );
}
