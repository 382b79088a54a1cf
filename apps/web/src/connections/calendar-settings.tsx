import { Lock } from 'lucide-react';
import type { Calendar } from '../api/answers.ts';
import { useSetCalendar } from '../calendars/settings/use-set-calendar.ts';
import { StateBadge } from '../calendars/state-badge.tsx';
import { useReader } from '../language/studio-reader.ts';
import { Select } from '../ui/controls/select.tsx';
import { Switch } from '../ui/controls/switch.tsx';
import { Badge } from '../ui/display/badge.tsx';
import { CalendarName } from './calendar-name.tsx';
import { ColourPicker } from './colour-picker.tsx';

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

const INTERVALS = ['60', '300', '900', '3600'] as const;

function IntervalSelect({
  calendar,
  onChange,
}: {
  readonly calendar: Calendar;
  readonly onChange: (seconds: number) => void;
}) {
  const { words } = useReader();
  const now = String(calendar.intervalSeconds);
  const usual = INTERVALS.map((value) => ({
    value: value as string,
    label: words.connections.every[value],
  }));
  // Set elsewhere, by the command line for one: shown as it is.
  const own = {
    value: now,
    label: words.connections.everyMinutes({ count: Math.round(calendar.intervalSeconds / 60) }),
  };
  return (
    <Select
      small
      label={words.connections.intervalOf({ name: calendar.name })}
      value={now}
      disabled={!calendar.enabled}
      options={usual.some(({ value }) => value === now) ? usual : [own, ...usual]}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
