import { useState } from 'react';
import type { Calendar } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';

interface CalendarNameProps {
  readonly calendar: Pick<Calendar, 'id' | 'name'>;
  readonly onName: (name: string) => void;
}

/** A name that can be written over. Enter or leaving stores it, Escape or emptiness takes the old one back. */
export function CalendarName({ calendar, onName }: CalendarNameProps) {
  const { words } = useReader();
  const [draft, setDraft] = useState<string | null>(null);
  const finish = () => {
    const name = draft?.trim();
    if (name && name !== calendar.name) onName(name);
    setDraft(null);
  };
  return (
    <input
      aria-label={words.connections.nameOf({ name: calendar.name })}
      value={draft ?? calendar.name}
      maxLength={200}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(null);
      }}
      className="-ml-2 h-8 w-full truncate rounded-md border border-transparent bg-transparent px-2 font-medium hover:border-line focus:border-line-strong"
    />
  );
}
