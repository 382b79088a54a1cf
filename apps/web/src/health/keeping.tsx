import type { Calendar } from '../api/answers.ts';
import { IntervalSelect } from '../calendars/interval-select.tsx';
import { useSetCalendar } from '../calendars/settings/use-set-calendar.ts';
import { useReader } from '../language/studio-reader.ts';
import { Select } from '../ui/controls/select.tsx';
import { Switch } from '../ui/controls/switch.tsx';

const POLICIES = ['remote', 'local', 'ask'] as const;

/** Whether a calendar is kept in step, how often, and who wins where both sides change the same. */
export function Keeping({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const set = useSetCalendar(words.connections.saved);
  const { id, name, enabled, onConflict } = calendar;
  const shown = set.isPending && set.variables.enabled !== undefined ? set.variables.enabled : enabled;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
      <Switch
        checked={shown}
        label={words.health.pause({ name })}
        disabled={set.isPending}
        onChange={(next) => set.mutate({ id, enabled: next })}
      />
      <div className="w-44">
        <IntervalSelect
          calendar={calendar}
          onChange={(intervalSeconds) => set.mutate({ id, intervalSeconds })}
        />
      </div>
      <div className="w-44">
        <Select
          small
          label={words.health.policy({ name })}
          value={onConflict}
          disabled={!enabled}
          options={POLICIES.map((value) => ({ value, label: words.health.policies[value] }))}
          onChange={(value) => set.mutate({ id, onConflict: value })}
        />
      </div>
    </div>
  );
}
