import { readDate } from '@atelier/quick-add/read-date';
import { CalendarDays } from 'lucide-react';
import { useMemo } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { type Doing, Entries, Entry } from './entry.tsx';
import { useQuestion } from './use-question.ts';
import { useToAgenda } from './use-to-agenda.ts';

interface DateEntryProps extends Doing {
  readonly text: string;
  readonly zone: string;
}

/** A date in words leads there. */
export function DateEntry({ text, zone, onDone }: DateEntryProps) {
  const { words } = useReader();
  const { longDate } = useFormats();
  const question = useQuestion(zone);
  const toAgenda = useToAgenda();
  const date = useMemo(() => (text.trim() === '' ? null : readDate(text, question)), [text, question]);
  if (date === null) return null;
  const name = words.palette.goTo({ date: longDate(date) });
  return (
    <Entries title={words.agenda.date}>
      <Entry
        name={name}
        always
        icon={<CalendarDays className="size-4.5" />}
        onSelect={() => {
          toAgenda({ date });
          onDone();
        }}
      >
        {name}
      </Entry>
    </Entries>
  );
}
