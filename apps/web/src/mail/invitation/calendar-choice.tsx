import type { SeenInvitation } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Select } from '../../ui/controls/select.tsx';

interface CalendarChoiceProps {
  readonly seen: SeenInvitation;
  readonly value: string | null;
  readonly onChange: (calendarId: string) => void;
}

/** Into which calendar it goes; one that has it keeps it. */
export function CalendarChoice({ seen: { calendars, eventId }, value, onChange }: CalendarChoiceProps) {
  const { words } = useReader();
  if (eventId !== null || calendars.length < 2) return null;
  return (
    <Select
      small
      label={words.invitation.calendar}
      placeholder={words.invitation.calendar}
      value={value ?? ''}
      onChange={onChange}
      options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
