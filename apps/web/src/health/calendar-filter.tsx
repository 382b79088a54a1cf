import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { Select } from '../ui/controls/select.tsx';

interface CalendarFilterProps {
  /** Null for all of them. */
  readonly value: string | null;
  readonly onChange: (calendarId: string | null) => void;
}

const ALL = 'all';

/** One of the calendars that are kept in step, or all. */
export function CalendarFilter({ value, onChange }: CalendarFilterProps) {
  const { words } = useReader();
  const { calendars = [] } = useCalendars();
  const followed = calendars.filter(({ connectionId }) => connectionId !== null);
  return (
    <Select
      label={words.health.calendar}
      value={value ?? ALL}
      options={[
        { value: ALL, label: words.health.allCalendars },
        ...followed.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(next) => onChange(next === ALL ? null : next)}
    />
  );
}
