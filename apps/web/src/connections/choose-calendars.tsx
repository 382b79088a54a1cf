import { Lock } from 'lucide-react';
import { useId, useState } from 'react';
import type { RemoteCalendar } from '../api/answers.ts';
import { colourOf } from '../calendars/colour.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Checkbox } from '../ui/controls/checkbox.tsx';
import { Badge } from '../ui/display/badge.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { DialogActions } from '../ui/overlay/dialog.tsx';

interface ChooseCalendarsProps {
  readonly found: readonly RemoteCalendar[];
  readonly onBack: () => void;
  readonly connect: Connecting;
}

/** How the account is connected, once its calendars are chosen. */
interface Connecting {
  readonly submit: (select: string[]) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

export function ChooseCalendars({ found, onBack, connect }: ChooseCalendarsProps) {
  const { words } = useReader();
  const all = found.map(({ href }) => href);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(all));
  const toggle = (href: string) =>
    setChosen(
      chosen.has(href) ? new Set([...chosen].filter((other) => other !== href)) : new Set([...chosen, href]),
    );
  return (
    <>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h3 className="font-medium">{words.connect.choose}</h3>
        <span className="flex">
          <Button look="quiet" size="small" onClick={() => setChosen(new Set(all))}>
            {words.connect.chooseAll}
          </Button>
          <Button look="quiet" size="small" onClick={() => setChosen(new Set())}>
            {words.connect.chooseNone}
          </Button>
        </span>
      </div>
      <ul className="divide-y divide-line rounded-xl border border-line">
        {found.map((calendar) => (
          <Choice
            key={calendar.href}
            calendar={calendar}
            chosen={chosen.has(calendar.href)}
            onToggle={() => toggle(calendar.href)}
          />
        ))}
      </ul>
      <p role="status" className="mt-2 min-h-5 text-[13px] text-soft">
        {chosen.size === 0 && words.connect.noneChosen}
      </p>
      {connect.error != null && <ProblemNotice error={connect.error} />}
      <DialogActions>
        <Button onClick={onBack}>{words.common.back}</Button>
        <Button
          look="primary"
          disabled={chosen.size === 0}
          pending={connect.isPending}
          onClick={() => connect.submit([...chosen])}
        >
          {chosen.size === 0 ? words.connect.submitNone : words.connect.submit({ count: chosen.size })}
        </Button>
      </DialogActions>
    </>
  );
}

interface ChoiceProps {
  readonly calendar: RemoteCalendar;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function Choice({ calendar, chosen, onToggle }: ChoiceProps) {
  const { words } = useReader();
  const id = useId();
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <Checkbox
        id={id}
        checked={chosen}
        onChange={onToggle}
        // Where the provider tells none, the calendar gets its colour once it is kept.
        {...(calendar.color !== null && { colour: colourOf({ id: calendar.href, color: calendar.color }) })}
      />
      <label htmlFor={id} className="min-w-0 flex-1">
        {calendar.name}
        {calendar.description && <span className="block text-[13px] text-soft">{calendar.description}</span>}
      </label>
      {calendar.readOnly && <Badge icon={Lock}>{words.connections.readOnly}</Badge>}
    </li>
  );
}
