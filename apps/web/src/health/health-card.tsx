import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { Calendar } from '../api/answers.ts';
import { failureOf } from '../api/problem.ts';
import { colourOf } from '../calendars/colour.ts';
import { StateBadge } from '../calendars/state-badge.tsx';
import { SyncProgress } from '../calendars/sync-progress.tsx';
import { useReader } from '../language/studio-reader.ts';
import { classNames } from '../ui/class-names.ts';
import { Button } from '../ui/controls/button.tsx';
import { Card } from '../ui/display/card.tsx';
import { ColourDot } from '../ui/display/colour-dot.tsx';
import { HealthActions } from './health-actions.tsx';
import { HealthFigures } from './health-figures.tsx';
import { History } from './history.tsx';
import { Keeping } from './keeping.tsx';

/** Everything about how one calendar is kept in step. */
export function HealthCard({ calendar }: { readonly calendar: Calendar }) {
  const { words, language } = useReader();
  const [expanded, setExpanded] = useState(false);
  const id = useId();
  const { name, state, failure } = calendar;
  const problem = failure && failureOf(failure, words, language);
  return (
    <Card aria-label={name} className="p-5">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="flex min-w-0 items-center gap-2.5 text-base font-semibold">
          <ColourDot colour={colourOf(calendar)} />
          <span className="min-w-0">
            {name}
            <span className="ml-2 text-[13px] font-normal text-soft">{calendar.connectionName}</span>
          </span>
        </h2>
        <StateBadge state={state} />
      </header>
      <p className="mt-2 text-soft">
        {problem ? <span className="text-ink">{problem.message} </span> : words.state.explained[state]}
        {problem?.hint}
      </p>
      <SyncProgress calendar={calendar} />
      <HealthFigures calendar={calendar} />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <HealthActions calendar={calendar} />
        <Button
          look="quiet"
          size="small"
          aria-expanded={expanded}
          aria-controls={id}
          aria-label={words.health.historyOf({ name })}
          className="ml-auto"
          onClick={() => setExpanded(!expanded)}
        >
          {words.health.history}
          <ChevronDown
            aria-hidden
            className={classNames('size-4 transition-transform', expanded && 'rotate-180')}
          />
        </Button>
      </div>
      <Keeping calendar={calendar} />
      <div id={id}>{expanded && <History calendarId={calendar.id} />}</div>
    </Card>
  );
}
