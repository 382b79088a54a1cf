import { Link } from '@tanstack/react-router';
import { ArrowRight, CircleCheck, CloudOff } from 'lucide-react';
import { type Standing, standingOf } from '../calendars/standing.ts';
import { StateBadge } from '../calendars/state-badge.tsx';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMe } from '../shell/use-me.ts';
import { Card } from '../ui/display/card.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { WidgetFoot } from './widgets/widget-foot.tsx';

const NAMED = 4;

/** How the calendars stand, in one line; what is wrong by name. */
export function CalendarsCard() {
  const { words } = useReader();
  const { calendars, asked } = useCalendars();
  const admin = useMe().role === 'ADMIN';
  const standing = calendars && standingOf(calendars);
  return (
    <Card aria-labelledby="calendars-title" className="overflow-hidden">
      <div className="p-5">
        <h2 id="calendars-title" className="text-base font-semibold">
          {words.dashboard.sync}
        </h2>
        {!standing && <Skeleton className="mt-3 h-5 w-3/4" />}
        {standing && (
          <>
            <Summary standing={standing} />
            <ul className="mt-2 space-y-2">
              {standing.troubled.slice(0, NAMED).map((calendar) => (
                <li key={calendar.id} className="flex items-center justify-between gap-3">
                  <span className="min-w-0 truncate">{calendar.name}</span>
                  <span className="shrink-0">
                    <StateBadge state={calendar.state} />
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {admin && (
          <Link
            to="/health"
            className="mt-3 inline-flex items-center gap-1 rounded font-medium text-accent hover:underline"
          >
            {words.dashboard.showHealth}
            <ArrowRight aria-hidden className="size-4" />
          </Link>
        )}
      </div>
      <WidgetFoot asked={asked} />
    </Card>
  );
}

function Summary({ standing }: { readonly standing: Standing }) {
  const { words } = useReader();
  const { followed, inStep, first } = standing;
  if (followed.length === 0) return <p className="mt-2 text-soft">{words.dashboard.noneInStep}</p>;
  const well = inStep.length === followed.length;
  const Icon = standing.troubled.length > 0 ? CloudOff : CircleCheck;
  return (
    <p className="mt-2 flex items-start gap-2">
      <Icon
        aria-hidden
        className={`mt-px size-4.5 shrink-0 ${standing.troubled.length > 0 ? 'text-warn' : 'text-good'}`}
      />
      <span>
        {(well ? words.dashboard.allInStep : words.dashboard.inStep)({ count: inStep.length })}
        {first.length > 0 && (
          <span className="text-soft"> · {words.dashboard.firstSync({ count: first.length })}</span>
        )}
      </span>
    </p>
  );
}
