import type { Calendar } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Select } from '../ui/controls/select.tsx';

const INTERVALS = ['60', '300', '900', '3600'] as const;

interface IntervalSelectProps {
  readonly calendar: Calendar;
  readonly onChange: (seconds: number) => void;
}

/** How often a calendar is looked at. */
export function IntervalSelect({ calendar, onChange }: IntervalSelectProps) {
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
