import { EyeOff, Lock, RefreshCw } from 'lucide-react';
import { type MouseEvent, useId } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { failureOf } from '../../api/problem.ts';
import { colourOf } from '../../calendars/colour.ts';
import { STATE_LOOK } from '../../calendars/state-look.ts';
import { SyncProgress } from '../../calendars/sync-progress.tsx';
import { useSyncNow } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useAge } from '../../time/age-text.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { TONES } from '../../ui/display/badge.tsx';
import { Tooltip } from '../../ui/overlay/tooltip.tsx';
import { CalendarMenu } from './calendar-menu.tsx';
import type { Hidden } from './use-hidden-calendars.ts';

interface CalendarRowProps {
  readonly calendar: Calendar;
  readonly hidden: Hidden;
  readonly onOnly: () => void;
}

export function CalendarRow({ calendar, hidden, onOnly }: CalendarRowProps) {
  const { words } = useReader();
  const id = useId();
  const { name } = calendar;
  const readOnly = calendar.readOnly || calendar.level === 'read';
  return (
    <li className="group rounded-lg px-2 py-1.5 hover:bg-sunken/60">
      <div className="flex items-center gap-2.5" onClickCapture={(event) => withAlt(event, onOnly)}>
        <Checkbox
          id={id}
          checked={!hidden.has(calendar.id)}
          colour={colourOf(calendar)}
          onChange={() => hidden.toggle(calendar.id)}
        />
        <label htmlFor={id} className="min-w-0 flex-1 truncate">
          {name}
        </label>
        {readOnly && <Mark icon={Lock} text={words.agenda.readOnly} />}
        {calendar.level === 'busy' && <Mark icon={EyeOff} text={words.calendar.levelHints.busy} />}
        <StateMark calendar={calendar} />
      </div>
      <div className="relative flex min-h-7 items-center pl-7">
        {/* Two lines are as high as the row: beside its buttons the words break, and nothing jumps. */}
        <p className="min-w-0 flex-1 text-xs leading-3.5 text-soft group-focus-within:pr-24 group-hover:pr-24 pointer-coarse:pr-24">
          <LastSynced calendar={calendar} />
        </p>
        <RowActions calendar={calendar} onOnly={onOnly} />
      </div>
      <div className="pl-7">
        <SyncProgress calendar={calendar} />
      </div>
    </li>
  );
}

/** With Alt a click shows this one alone, and all again with the next. */
function withAlt(event: MouseEvent, then: () => void): void {
  if (!event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  then();
}

/** In sight with the pointer or the focus on the row, and always where there is no pointer; till then they take no room. */
function RowActions({ calendar, onOnly }: { readonly calendar: Calendar; readonly onOnly: () => void }) {
  const { words } = useReader();
  const sync = useSyncNow(words.agenda.syncAsked);
  const { id, name } = calendar;
  return (
    <div className="absolute inset-y-0 right-0 flex items-center opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
      <button
        type="button"
        aria-label={words.agenda.onlyHint({ name })}
        onClick={onOnly}
        className="h-7 rounded-md px-1.5 text-xs font-medium text-soft hover:bg-sunken hover:text-ink"
      >
        {words.agenda.only}
      </button>
      {calendar.connectionId !== null && (
        <IconButton
          small
          icon={RefreshCw}
          label={words.agenda.syncNowNamed({ name })}
          spinning={sync.isPending}
          onClick={() => sync.mutate({ calendarId: id })}
        />
      )}
      <CalendarMenu calendar={calendar} />
    </div>
  );
}

function LastSynced({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const age = useAge();
  if (calendar.state === 'local') return null;
  return calendar.lastCompleteAt
    ? words.agenda.lastSynced({ age: age(calendar.lastCompleteAt) })
    : words.agenda.notYet;
}

function StateMark({ calendar }: { readonly calendar: Calendar }) {
  const { words, language } = useReader();
  const { state, failure } = calendar;
  if (state === 'local') return null;
  const { icon, tone } = STATE_LOOK[state];
  const problem = failure && failureOf(failure, words, language);
  const text = [`${words.state[state]}.`, problem?.message ?? words.state.explained[state], problem?.hint]
    .filter(Boolean)
    .join(' ');
  return (
    <Mark icon={icon} text={text} className={TONES[tone].split(' ')[1]} spinning={state === 'syncing'} />
  );
}

interface MarkProps {
  readonly icon: typeof Lock;
  readonly text: string;
  readonly className?: string | undefined;
  readonly spinning?: boolean;
}

/** An icon with a meaning: focusable, so that its words are not for the pointer alone. */
function Mark({ icon: Icon, text, className = 'text-soft', spinning = false }: MarkProps) {
  return (
    <Tooltip text={text}>
      <button type="button" aria-label={text} className={classNames('rounded p-0.5', className)}>
        <Icon aria-hidden className={classNames('size-4', spinning && 'animate-spin')} />
      </button>
    </Tooltip>
  );
}
