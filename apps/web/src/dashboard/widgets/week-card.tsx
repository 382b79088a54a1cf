import type { ReactNode } from 'react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../ui/display/card.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { WidgetFoot } from './widget-foot.tsx';

/** What the week comes to: booked, answered, still free. */
export function WeekCard() {
  const { words } = useReader();
  const { number, length } = useFormats();
  const week = trpc.dashboard.week.useQuery();
  const said = words.dashboard;
  return (
    <Card aria-labelledby="week-title" className="overflow-hidden">
      <h2 id="week-title" className="px-5 pt-5 text-base font-semibold">
        {said.widgets.figures}
      </h2>
      {!week.data && week.error === null && <Skeleton className="mx-5 mt-3 mb-5 h-32" />}
      {week.data && (
        <dl className="grid grid-cols-2 gap-x-4 gap-y-4 px-5 pt-3 pb-5">
          <Figure name={said.booked} hint={said.appointments({ count: week.data.appointments })}>
            {length(week.data.bookedMinutes)}
          </Figure>
          <Figure name={said.free} hint={said.freeHint}>
            {length(week.data.freeMinutes)}
          </Figure>
          <Figure
            name={said.answered}
            hint={
              week.data.medianAnswerMinutes === null
                ? said.noneAnswered
                : said.answerTime({ length: length(Math.max(1, week.data.medianAnswerMinutes)) })
            }
          >
            {number(week.data.answered)}
          </Figure>
          {week.data.noShows > 0 && (
            <Figure name={said.noShows} hint="">
              {number(week.data.noShows)}
            </Figure>
          )}
        </dl>
      )}
      <WidgetFoot asked={week} />
    </Card>
  );
}

interface FigureProps {
  readonly name: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function Figure({ name, hint, children }: FigureProps) {
  return (
    <div>
      <dt className="text-[13px] text-soft">{name}</dt>
      <dd className="mt-0.5">
        <span className="block text-xl font-semibold tabular-nums">{children}</span>
        <span className="block text-[13px] text-soft">{hint}</span>
      </dd>
    </div>
  );
}
