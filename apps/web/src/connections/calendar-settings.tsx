import { Lock } from 'lucide-react';
import type { Calendar } from '../api/answers.ts';
import { IntervalSelect } from '../calendars/interval-select.tsx';
import { useSetCalendar } from '../calendars/settings/use-set-calendar.ts';
import { StateBadge } from '../calendars/state-badge.tsx';
import { useReader } from '../language/studio-reader.ts';
import { Switch } from '../ui/controls/switch.tsx';
import { Badge } from '../ui/display/badge.tsx';
import { CalendarName } from './calendar-name.tsx';
import { ColourPicker } from './colour-picker.tsx';
import { ToPrivate } from './to-private.tsx';

/** How one calendar looks here and how it is kept in step; every change is stored at once. */
export function CalendarSettings({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const set = useSetCalendar(words.connections.saved);
  const { id, name, enabled } = calendar;
  const shown = set.isPending && set.variables.enabled !== undefined ? set.variables.enabled : enabled;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3">
      <Switch
        checked={shown}
        label={words.connections.keep({ name })}
        disabled={set.isPending}
        onChange={(next) => set.mutate({ id, enabled: next })}
      />
      <ColourPicker calendar={calendar} onPick={(color) => set.mutate({ id, color })} />
      <div className="min-w-32 flex-1">
        <CalendarName calendar={calendar} onName={(next) => set.mutate({ id, name: next })} />
      </div>
      {calendar.readOnly && <Badge icon={Lock}>{words.connections.readOnly}</Badge>}
      <ToPrivate calendar={calendar} />
      <StateBadge state={calendar.state} />
      <div className="w-44">
        <IntervalSelect
          calendar={calendar}
          onChange={(intervalSeconds) => set.mutate({ id, intervalSeconds })}
        />
      </div>
    </li>
  );
}
