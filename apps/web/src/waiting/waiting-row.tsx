import type { ReactNode } from 'react';
import type { WaitingItem } from '../api/answers.ts';
import { colourOf } from '../calendars/colour.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { AgeText } from '../time/age-text.tsx';
import { ColourDot } from '../ui/display/colour-dot.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { useProblemOf } from './settling.tsx';

interface WaitingRowProps {
  readonly item: WaitingItem;
  readonly title: ReactNode;
  readonly badges?: ReactNode;
  /** What there is to know, below the title. */
  readonly lead?: ReactNode;
  readonly calendarId?: string;
  /** What settles it; the likeliest comes last. */
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}

/** One that waits: what it is, whose, since when or until when, and what settles it. */
export function WaitingRow({ item, title, badges, lead, calendarId, actions, children }: WaitingRowProps) {
  const problem = useProblemOf(item);
  return (
    <li className="px-5 py-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-56 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[15px] font-semibold">
            <span className="min-w-0 break-words">{title}</span>
            {badges}
          </p>
          {lead && <div className="mt-0.5 break-words">{lead}</div>}
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-[13px] text-soft">
            {calendarId && <CalendarName id={calendarId} />}
            <Age item={item} />
          </p>
        </div>
        <div className="flex w-full flex-wrap gap-2 *:grow sm:w-auto sm:*:grow-0">{actions}</div>
      </div>
      {children}
      {problem !== undefined && (
        <div className="mt-3">
          <ProblemNotice error={problem} />
        </div>
      )}
    </li>
  );
}

function CalendarName({ id }: { readonly id: string }) {
  const { byId } = useCalendars();
  const calendar = byId.get(id);
  if (!calendar) return null;
  return (
    <>
      <span className="inline-flex min-w-0 items-center gap-1.5">
        <ColourDot colour={colourOf(calendar)} />
        {calendar.name}
      </span>
      <span aria-hidden>·</span>
    </>
  );
}

function Age({ item }: { readonly item: WaitingItem }) {
  const { words } = useReader();
  const { kind, since, until } = item;
  const due = kind in words.waiting.due ? words.waiting.due[kind as keyof typeof words.waiting.due] : null;
  return until && due ? (
    <span>
      {due} <AgeText since={until} />
    </span>
  ) : (
    since && <AgeText since={since} />
  );
}
